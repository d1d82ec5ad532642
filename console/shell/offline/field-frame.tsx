import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { fill } from '../../words/words.ts';
import { useWords } from '../words-context.tsx';
import { useFieldWork, useRecords } from './field-context.ts';

/** Head of every field page: with or without network, what was not sent, and the way to send it. */
export function FieldFrame({ children }: { readonly children: ReactNode }) {
  const { offline, shell } = useWords();
  const { session, displayName, send, sending, ended } = useFieldWork();
  const records = useRecords() ?? [];
  const waiting = records.filter(({ state }) => state === 'waiting').length;
  const stuck = records.filter(({ state }) => state === 'conflict' || state === 'refused').length;
  const drafts = records.filter(({ state }) => state === 'draft').length;
  return (
    <div className="field-frame">
      <header className="field-head">
        <Link to="/field" className="brand">
          {shell.product}
        </Link>
        <span>{displayName}</span>
        <span className={session === null ? 'field-off' : 'field-on'}>
          {session === null ? offline.off : offline.on}
        </span>
      </header>
      {records.length > 0 && (
        <section className="field-bar" aria-label={offline.sending.title}>
          <p role="status">
            {sending === null
              ? fill(offline.sending.waiting, { waiting, drafts, stuck })
              : fill(offline.sending.running, { ...sending })}
            {sending === null && ended !== null && ` ${offline.sending.ended[ended]}`}
          </p>
          {waiting > 0 && (
            <Button
              type="primary"
              size="large"
              block
              loading={sending !== null}
              onClick={() => void send()}
            >
              {offline.sending.send}
            </Button>
          )}
        </section>
      )}
      <main id="main" tabIndex={-1} className="field-page">
        {children}
      </main>
    </div>
  );
}
