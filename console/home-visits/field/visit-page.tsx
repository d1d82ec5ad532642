import { Button } from 'antd';
import { useParams, Link } from 'react-router';
import type { TakenVisit } from '../../../src/capabilities/case-sponsorship/visits/view.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useFieldWork } from '../../shell/offline/field-context.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { Conflict } from './conflict.tsx';
import { NotesForm } from './notes-form.tsx';
import { useNotes } from './use-notes.ts';

function Plan({ visit }: { readonly visit: TakenVisit }) {
  const { visits: say } = useWords();
  return (
    <dl className="facts">
      <dt>{say.plan.time}</dt>
      <dd>
        {visit.day} {visit.time ?? say.anyTime}
      </dd>
      <dt>{say.plan.place}</dt>
      <dd>{visit.place}</dd>
      <dt>{say.plan.purpose}</dt>
      <dd>{visit.purpose}</dd>
      <dt>{say.plan.visitors}</dt>
      <dd>{[...visit.visitors, visit.companions].filter((each) => each !== '').join('、')}</dd>
      <dt>{say.number}</dt>
      <dd>{visit.number}</dd>
    </dl>
  );
}

/** One visit on a telephone: what was planned, and what is written down at the door. */
export function FieldVisitPage() {
  const { id = '' } = useParams();
  const { offline, visits: say } = useWords();
  const { store } = useFieldWork();
  const notes = useNotes(id);
  usePageTitle(notes?.visit?.whom ?? say.field.title);
  // Nothing was taken along on this telephone: there is nothing to wait for.
  if (store === null) {
    return (
      <>
        <p>
          <Link to="/field/visits">{say.field.back}</Link>
        </p>
        <h1>{say.field.older}</h1>
      </>
    );
  }
  if (notes === null) return <Waiting />;
  const { visit, record } = notes;
  const state = record?.state ?? 'draft';
  return (
    <>
      <p>
        <Link to="/field/visits">{say.field.back}</Link>
      </p>
      <h1>{visit?.whom ?? say.field.older}</h1>
      {visit !== null && <Plan visit={visit} />}
      {state === 'sent' && <p role="status">{offline.record.state.sent}</p>}
      {state === 'waiting' && (
        <>
          <p role="status">{offline.record.state.waiting}</p>
          <Button size="large" block onClick={() => void notes.setState('draft')}>
            {offline.record.goOn}
          </Button>
        </>
      )}
      {state === 'conflict' && record !== null && <Conflict notes={notes} record={record} />}
      {state === 'refused' && <p role="alert">{record?.trouble?.detail}</p>}
      {(state === 'draft' || state === 'refused') && (visit !== null || record !== null) && (
        <NotesForm notes={notes} />
      )}
    </>
  );
}
