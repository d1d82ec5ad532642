import { Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { fill, wordFor } from '../words/words.ts';
import { api } from './api.ts';
import { useDraftBook } from './draft-context.ts';
import { useSession } from './session.tsx';
import { useWords } from './words-context.tsx';

/** Who I am, and the way out; leaving takes drafts off this machine, but never silently. */
export function AccountMenu() {
  const { shell, terms } = useWords();
  const session = useSession();
  const book = useDraftBook();
  const [drafts, setDrafts] = useState(0);
  const leave = async () => {
    book.clear();
    await api.remove('/session', { open: true }).catch(() => undefined);
    window.location.assign('/console/');
  };
  const ask = () => {
    const { count } = book;
    if (count === 0) void leave();
    else setDrafts(count);
  };
  return (
    <div className="account">
      <Link to="/account" className="account-name">
        {session.displayName}
        <span className="quiet account-roles">
          {session.roles.map((role) => wordFor(terms.role, role)).join('、')}
        </span>
      </Link>
      <button type="button" className="plain-button" onClick={ask}>
        {shell.account.signOut}
      </button>
      <Modal
        open={drafts > 0}
        title={shell.account.signOut}
        okText={shell.account.signOutAnyway}
        cancelText={shell.account.stay}
        onOk={() => void leave()}
        onCancel={() => setDrafts(0)}
      >
        {fill(shell.account.draftsKept, { count: drafts })}
      </Modal>
    </div>
  );
}
