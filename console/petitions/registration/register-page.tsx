import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import { todayInShanghai } from '../../shell/date-typing.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useSession } from '../../shell/session.tsx';
import { useDraft } from '../../shell/use-draft.ts';
import { useWords } from '../../shell/words-context.tsx';
import { emptyRegistration, type RegistrationDraft } from './draft.ts';
import { Receipt, type Registered } from './receipt.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { SimilarPanel } from './similar-panel.tsx';

/** Registration with the keyboard alone (P-2): the draft outlives a crash of the browser. */
export function RegisterPage() {
  const { registration: say } = useWords();
  usePageTitle(say.title);
  const session = useSession();
  const client = useQueryClient();
  const [initial] = useState(() =>
    emptyRegistration(session.unit?.regionCode ?? '', todayInShanghai(Date.now())),
  );
  const draft = useDraft<RegistrationDraft>('registration', initial);
  // The key that registers leads here anew; then the receipt makes room for an empty form.
  const { key: visit } = useLocation();
  const [done, setDone] = useState<{ visit: string; registered: Registered } | null>(null);
  const { clear } = draft;
  const finish = useCallback(
    (registered: Registered) => {
      setDone({ visit, registered });
      clear();
      void client.invalidateQueries({ queryKey: ['list'] });
    },
    [clear, client, visit],
  );
  if (done?.visit === visit) {
    return <Receipt done={done.registered} onAnother={() => setDone(null)} />;
  }
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <div className="register">
        <RegistrationForm
          draft={draft.value}
          restored={draft.restored}
          onChange={(next) => draft.change((before) => ({ ...before, ...next }))}
          onDiscard={clear}
          onDone={finish}
        />
        <SimilarPanel draft={draft.value} />
      </div>
    </>
  );
}
