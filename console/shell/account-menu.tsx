import { Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { fill, wordFor } from '../words/words.ts';
import { api } from './api.ts';
import { useDraftBook } from './draft-context.ts';
import { useSession } from './session.tsx';
import { canKeep } from './offline/database.ts';
import { destroyStore } from './offline/door.ts';
import { countUnsent } from './offline/store.ts';
import { useWords } from './words-context.tsx';

/** Who I am, and the way out; leaving takes drafts off this machine, but never silently. */
export function AccountMenu() {
  const { offline, shell, terms } = useWords();
  const session = useSession();
  const book = useDraftBook();
  const [kept, setKept] = useState({ drafts: 0, unsent: 0 });
  const leave = async () => {
    book.clear();
    // With its key goes all that was taken along: whoever comes next finds nothing.
    if (canKeep()) await destroyStore(session.userId);
    await api.remove('/session', { open: true }).catch(() => undefined);
    window.location.assign('/console/');
  };
  const ask = async () => {
    const unsent = canKeep() ? await countUnsent(session.userId) : 0;
    if (book.count + unsent === 0) void leave();
    else setKept({ drafts: book.count, unsent });
  };
  return (
    <div className="account">
      <Link to="/account" className="account-name">
        {session.displayName}
        <span className="quiet account-roles">
          {session.roles.map((role) => wordFor(terms.role, role)).join('、')}
        </span>
      </Link>
      <button type="button" className="plain-button" onClick={() => void ask()}>
        {shell.account.signOut}
      </button>
      <Modal
        open={kept.drafts + kept.unsent > 0}
        title={shell.account.signOut}
        okText={shell.account.signOutAnyway}
        cancelText={shell.account.stay}
        onOk={() => void leave()}
        onCancel={() => setKept({ drafts: 0, unsent: 0 })}
      >
        {kept.drafts > 0 && <p>{fill(shell.account.draftsKept, { count: kept.drafts })}</p>}
        {kept.unsent > 0 && <p>{fill(offline.signOut.unsent, { count: kept.unsent })}</p>}
      </Modal>
    </div>
  );
}
