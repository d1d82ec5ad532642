import { useState } from 'react';
import type { GroupView } from '../../../src/capabilities/reception-days/hall/view.ts';
import {
  emptyPerson,
  emptyRegistration,
  type RegistrationDraft,
} from '../../petitions/registration/draft.ts';
import type { Registered } from '../../petitions/registration/receipt.tsx';
import { RegistrationForm } from '../../petitions/registration/registration-form.tsx';
import { SimilarPanel } from '../../petitions/registration/similar-panel.tsx';
import { todayInShanghai } from '../../shell/date-typing.ts';
import { useSession } from '../../shell/session.tsx';
import { useDraft } from '../../shell/use-draft.ts';

/** Registration of what was said, with earlier matters shown beside it; the draft outlives a crash. */
export function RegisterHere(props: {
  readonly place: string;
  readonly ticket: NonNullable<GroupView['current']>;
  readonly onDone: (done: Registered) => void;
}) {
  const { ticket } = props;
  const session = useSession();
  const [initial] = useState<RegistrationDraft>(() => ({
    ...emptyRegistration(session.unit?.regionCode ?? '', todayInShanghai(Date.now())),
    channel: 'reception-day',
    personCount: ticket.persons > 1 ? String(ticket.persons) : '',
    people: [
      {
        ...emptyPerson,
        name: ticket.holder?.name ?? '',
        mobile: ticket.holder?.telephone ?? '',
      },
    ],
  }));
  const draft = useDraft<RegistrationDraft>(`registration ${ticket.id}`, initial);
  return (
    <div className="register">
      <RegistrationForm
        address={`${props.place}/petitions`}
        draft={draft.value}
        restored={draft.restored}
        onChange={(next) => draft.change((before) => ({ ...before, ...next }))}
        onDiscard={draft.clear}
        onDone={(registered) => {
          draft.clear();
          props.onDone(registered);
        }}
      />
      <SimilarPanel draft={draft.value} />
    </div>
  );
}
