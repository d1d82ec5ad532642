import { Button, Modal } from 'antd';
import { useState } from 'react';
import {
  talkPartners,
  visitOutcomes,
} from '../../../src/capabilities/case-sponsorship/visits/code-names.ts';
import { Field } from '../../shell/field.tsx';
import { fill } from '../../words/words.ts';
import { useWords } from '../../shell/words-context.tsx';
import { NotesFiles } from './notes-files.tsx';
import { emptyNotes, todayHere, type FieldNotes } from './notes.ts';
import type { Notes } from './use-notes.ts';

interface Part {
  readonly body: FieldNotes;
  readonly change: Notes['change'];
}

function Talks({ body, change, accusation }: Part & { readonly accusation: boolean }) {
  const { visits: say } = useWords();
  // In an accusation neighbours are never asked: the choice is not there.
  const partners = talkPartners.filter((each) => !accusation || each !== 'neighbour');
  const set = (at: number, news: Partial<FieldNotes['talks'][number]>) =>
    change((before) => ({
      ...before,
      talks: before.talks.map((talk, place) => (place === at ? { ...talk, ...news } : talk)),
    }));
  return (
    <fieldset className="field-choice">
      <legend>{say.talks}</legend>
      {body.talks.map((talk, at) => (
        <div key={at} className="field-row">
          <select
            className="field-control"
            aria-label={say.talkPartner}
            value={talk.partner}
            onChange={({ target }) => {
              const partner = partners.find((each) => each === target.value);
              if (partner !== undefined) set(at, { partner });
            }}
          >
            {partners.map((partner) => (
              <option key={partner} value={partner}>
                {say.partner[partner]}
              </option>
            ))}
          </select>
          <input
            aria-label={say.talkName}
            placeholder={say.talkName}
            value={talk.name}
            onChange={({ target }) => set(at, { name: target.value })}
          />
          <Button
            aria-label={fill(say.talkRemove, { name: say.partner[talk.partner] })}
            onClick={() =>
              change((before) => ({
                ...before,
                talks: before.talks.filter((_, place) => place !== at),
              }))
            }
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          change((before) => ({
            ...before,
            talks: [...before.talks, { partner: 'family', name: '' }],
          }))
        }
      >
        {say.talkAdd}
      </Button>
    </fieldset>
  );
}

function MadeFields({ notes, body }: { readonly notes: Notes; readonly body: FieldNotes }) {
  const { visits: say } = useWords();
  const { change, visit } = notes;
  const accusation = visit?.accusation ?? false;
  const neighbours = body.talks.some(({ partner }) => partner === 'neighbour');
  return (
    <>
      <Talks {...{ body, change, accusation }} />
      {neighbours && visit?.neighbours !== true && (
        <label className="field-tick">
          <input
            type="checkbox"
            aria-label={say.consentNow}
            checked={body.consent}
            onChange={({ target }) => change((before) => ({ ...before, consent: target.checked }))}
          />
          {say.consentNow}
        </label>
      )}
      <Field label={say.words} id="visit-words">
        {(aria) => (
          <textarea
            {...aria}
            rows={6}
            value={body.words}
            onChange={({ target }) => change((before) => ({ ...before, words: target.value }))}
          />
        )}
      </Field>
      <NotesFiles notes={notes} />
      {body.as === 'record' && (
        <>
          <Field label={say.promise} help={say.promiseHelp} optional id="visit-promise">
            {(aria) => (
              <textarea
                {...aria}
                rows={2}
                value={body.promise.text}
                onChange={({ target }) =>
                  change((before) => ({
                    ...before,
                    promise: { ...before.promise, text: target.value },
                  }))
                }
              />
            )}
          </Field>
          {body.promise.text.trim() !== '' && (
            <Field label={say.promiseDue} id="visit-promise-due">
              {(aria) => (
                <input
                  {...aria}
                  type="date"
                  min={body.visitedOn}
                  value={body.promise.dueDate}
                  onChange={({ target }) =>
                    change((before) => ({
                      ...before,
                      promise: { ...before.promise, dueDate: target.value },
                    }))
                  }
                />
              )}
            </Field>
          )}
        </>
      )}
    </>
  );
}

/** What is still missing before notes can go out; the server looks again. */
function missingIn({
  outcome,
  talks,
  words,
  promise,
}: FieldNotes): 'talks' | 'words' | 'due' | null {
  if (outcome !== 'made') return null;
  if (talks.length === 0) return 'talks';
  if ([...words.trim()].length < 5) return 'words';
  return promise.text.trim() !== '' && promise.dueDate === '' ? 'due' : null;
}

/** What is written down at the door; every change lies on the telephone the moment it is made. */
export function NotesForm({ notes }: { readonly notes: Notes }) {
  const { offline, visits: say } = useWords();
  const { record, change, full, visit } = notes;
  const [missing, setMissing] = useState<'talks' | 'words' | 'due' | null>(null);
  const [asking, setAsking] = useState(false);
  const body = record?.body ?? emptyNotes(visit?.version ?? 0, todayHere(Date.now()));
  const ready = () => {
    const lacks = missingIn(body);
    setMissing(lacks);
    if (lacks === null) void notes.setState('waiting');
  };
  return (
    <form
      className="field-form"
      onSubmit={(event) => {
        event.preventDefault();
        ready();
      }}
    >
      <fieldset className="field-choice">
        <legend>{say.outcome.title}</legend>
        {visitOutcomes.map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name="outcome"
              aria-label={say.outcome[outcome]}
              checked={body.outcome === outcome}
              onChange={() => change((before) => ({ ...before, outcome }))}
            />
            {say.outcome[outcome]}
          </label>
        ))}
      </fieldset>
      {body.outcome === 'declined' && <p>{say.declinedHelp}</p>}
      {body.outcome === 'made' && <MadeFields {...{ notes, body }} />}
      {body.outcome === 'not-home' && (
        <Field label={say.notHomeWords} optional id="visit-not-home">
          {(aria) => (
            <textarea
              {...aria}
              rows={3}
              value={body.words}
              onChange={({ target }) => change((before) => ({ ...before, words: target.value }))}
            />
          )}
        </Field>
      )}
      <p role="status">{full ? offline.record.full : record !== null && offline.record.saved}</p>
      {missing !== null && <p role="alert">{say.missing[missing]}</p>}
      <Button type="primary" htmlType="submit" size="large" block>
        {offline.record.ready}
      </Button>
      {record !== null && (
        <Button size="large" block onClick={() => setAsking(true)}>
          {offline.record.discard}
        </Button>
      )}
      <Modal
        open={asking}
        title={offline.record.discard}
        okText={offline.record.discard}
        okButtonProps={{ danger: true }}
        onOk={() => {
          setAsking(false);
          void notes.discard();
        }}
        onCancel={() => setAsking(false)}
      >
        {offline.record.discardAsk}
      </Modal>
    </form>
  );
}
