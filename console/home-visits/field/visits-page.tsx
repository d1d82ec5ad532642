import { useState } from 'react';
import { Link } from 'react-router';
import type { TakenVisit } from '../../../src/capabilities/case-sponsorship/visits/view.ts';
import { api } from '../../shell/api.ts';
import { Field } from '../../shell/field.tsx';
import { useFieldWork, useRecords, useTaken } from '../../shell/offline/field-context.ts';
import { TakeForm } from '../../shell/offline/take-form.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useWords } from '../../shell/words-context.tsx';
import { todayHere, visitRecordKind, type FieldNotes } from './notes.ts';

/** The visits of the day: taken along by one button, opened one by one. */
export function FieldVisitsPage() {
  const { offline, visits: say } = useWords();
  usePageTitle(say.field.title);
  const { session } = useFieldWork();
  const [day, setDay] = useState(() => todayHere(Date.now()));
  const taken = useTaken<TakenVisit>(visitRecordKind) ?? [];
  const records = useRecords<FieldNotes>(visitRecordKind) ?? [];
  const download = async () => {
    const { items } = await api.get<{ items: TakenVisit[] }>(`/home-visits/take-along?day=${day}`, {
      open: true,
    });
    return items.map((value) => ({ id: value.id, value }));
  };
  const stateOf = (visitId: string): string | undefined => {
    const record = records.find(({ about }) => about === visitId);
    return record === undefined ? undefined : offline.record.state[record.state];
  };
  const list = taken.toSorted((one, other) =>
    (one.value.time ?? '').localeCompare(other.value.time ?? ''),
  );
  // What was written about a visit that is no longer taken along still has its page.
  const loose = records.filter(
    ({ about, state }) => state !== 'sent' && taken.every(({ id }) => id !== about),
  );
  return (
    <>
      <h1>{say.field.title}</h1>
      {session !== null && (
        <>
          <Field label={say.field.day} id="field-day">
            {(aria) => (
              <input
                {...aria}
                type="date"
                value={day}
                onChange={({ target }) => setDay(target.value)}
              />
            )}
          </Field>
          <TakeForm kind={visitRecordKind} label={say.field.take} download={download} />
        </>
      )}
      {list.length === 0 && <p>{say.field.none}</p>}
      <ul className="field-list">
        {list.map(({ id, value }) => (
          <li key={id}>
            <Link to={`/field/visits/${id}`} className="field-entry">
              <strong>
                {value.time ?? say.anyTime} {value.whom}
              </strong>
              <span>{value.place}</span>
              <span> {stateOf(id) ?? say.field.notWritten}</span>
            </Link>
          </li>
        ))}
        {loose.map(({ id, about, state }) => (
          <li key={id}>
            <Link to={`/field/visits/${about ?? ''}`} className="field-entry">
              <strong>{say.field.older}</strong>
              <span>{offline.record.state[state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
