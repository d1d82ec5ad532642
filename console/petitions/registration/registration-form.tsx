import { Button, Input } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import { limits } from '../../../src/capabilities/petitions/limits.ts';
import { api } from '../../shell/api.ts';
import { Choice } from '../../shell/choice.tsx';
import { ErrorSummary, type FormError } from '../../shell/error-summary.tsx';
import { Field } from '../../shell/field.tsx';
import { ProblemNote, useSentence } from '../../shell/problem-note.tsx';
import { problemOf } from '../../shell/problem.ts';
import { useRegions } from '../../shell/reference-data.ts';
import { SearchSelect } from '../../shell/search-select.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { Uploads } from '../../shell/uploads.tsx';
import { useAfterUploads } from '../../shell/running-uploads.ts';
import { useSubmitKey } from '../../shell/use-submit-key.ts';
import { useSubmission } from '../../shell/use-submission.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import { CategorySelect } from '../category-select.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { DemandsFields } from './demands-fields.tsx';
import { emptyPerson, missingNeeded, registrationOf, type RegistrationDraft } from './draft.ts';
import { LetterReading } from './letter-reading.tsx';
import { isMachineRead, type ReadableField } from './machine-reading.ts';
import { MoreFields } from './more-fields.tsx';
import { PersonFields } from './person-fields.tsx';
import type { Registered } from './receipt.tsx';
import { Tick } from '../../shell/tick.tsx';

const noMark = () => undefined;
const idOf = (field: string): string => `registration-${field}`;

/** All that is known when a petition comes in; only four fields are needed, the rest can follow. */
export function RegistrationForm(props: {
  readonly draft: RegistrationDraft;
  readonly restored: boolean;
  readonly onChange: (next: Partial<RegistrationDraft>) => void;
  readonly onDiscard: () => void;
  readonly onDone: (done: Registered) => void;
  /** Where it is sent; a conversation of a reception day has its own address. */
  readonly address?: string;
}) {
  const { registration: say, fields, terms, shell } = useWords();
  const { draft, onChange } = props;
  const regions = useRegions();
  const sentence = useSentence();
  const [tried, setTried] = useState(false);
  const { address = '/registrations' } = props;
  const send = useCallback(
    (body: unknown, key: string) => api.post<Registered>(address, body, { key }),
    [address],
  );
  const { submit, busy, error, forget } = useSubmission(send);

  const run = async () => {
    setTried(true);
    forget();
    if (busy || missingNeeded(draft).length > 0) return;
    const done = await submit(registrationOf(draft));
    if (done !== null) props.onDone(done);
  };

  const { uploading, start } = useAfterUploads(run);
  useSubmitKey(start);

  const problem = error === null ? null : problemOf(error);
  const field = problem?.field?.split('.')[0];
  const missing: FormError[] = (tried ? missingNeeded(draft) : []).map((name) => ({
    id: idOf(name),
    text: fill(shell.form.required, { field: fields.label[name] }),
  }));
  const errors =
    problem === null || field === undefined
      ? missing
      : [...missing, { id: idOf(field), text: sentence(problem) }];
  const errorOf = (name: string) => errors.find(({ id }) => id === idOf(name))?.text;
  const markOf = (name: ReadableField) => (isMachineRead(draft, name) ? say.readMark : undefined);
  const changePerson = (at: number, next: Partial<RegistrationDraft['people'][number]>) =>
    onChange({
      people: draft.people.map((each, place) => (place === at ? { ...each, ...next } : each)),
    });
  const choices = (group: Readonly<Record<string, string>>) =>
    keysOf(group).map((each) => ({ value: each, label: group[each] ?? each }));

  return (
    <form
      className="register-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        start();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          // Enter in a line must not send half a form.
          event.preventDefault();
        }
      }}
    >
      {props.restored && <p className="restored">{shell.form.draftRestored}</p>}
      <ErrorSummary errors={errors} />
      {error !== null && field === undefined && <ProblemNote error={error} />}
      <fieldset>
        <legend>{say.sections.how}</legend>
        <ChannelChoice
          value={draft.channel}
          error={errorOf('channel')}
          onChange={(channel) => onChange({ channel })}
          onChosen={() => document.querySelector<HTMLInputElement>('.person-name input')?.focus()}
        />
      </fieldset>
      <fieldset id={idOf('people')} tabIndex={-1}>
        <legend>{say.sections.who}</legend>
        {draft.people.map((person, at) => (
          <PersonFields
            // People have no identity before they are registered.
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            at={at}
            markOf={at === 0 ? markOf : noMark}
            person={person}
            alone={draft.people.length === 1}
            onChange={(next) => changePerson(at, next)}
            onRemove={() => onChange({ people: draft.people.filter((_, place) => place !== at) })}
          />
        ))}
        {errorOf('people') !== undefined && <p className="field-error">{errorOf('people')}</p>}
        <div className="row">
          <Button size="small" onClick={() => onChange({ people: [...draft.people, emptyPerson] })}>
            {say.addPerson}
          </Button>
          <Tick checked={draft.anonymous} onChange={(on) => onChange({ anonymous: on })}>
            {say.anonymous}
          </Tick>
        </div>
      </fieldset>
      <fieldset>
        <legend>{say.sections.what}</legend>
        <Field
          id={idOf('title')}
          label={fields.label.title}
          help={say.titleHelp}
          error={errorOf('title')}
          required
          needed
        >
          {(aria) => (
            <Input
              {...aria}
              value={draft.title}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <Field
          id={idOf('text')}
          label={fields.label.text}
          mark={markOf('text')}
          help={say.textHelp}
          error={errorOf('text')}
          required
          needed
        >
          {(aria) => (
            <TextArea
              aria={aria}
              rows={5}
              limit={limits.text}
              value={draft.text}
              onChange={(text) => onChange({ text })}
            />
          )}
        </Field>
        <div id={idOf('demands')} tabIndex={-1}>
          <DemandsFields demands={draft.demands} onChange={(demands) => onChange({ demands })} />
          {errorOf('demands') !== undefined && <p className="field-error">{errorOf('demands')}</p>}
        </div>
        <Field id={idOf('uploads')} label={say.scans} error={errorOf('uploads')}>
          {(aria) => (
            <Uploads
              aria={aria}
              value={draft.uploads}
              onChange={(change) => onChange({ uploads: change(draft.uploads) })}
            />
          )}
        </Field>
        <LetterReading draft={draft} onChange={onChange} />
      </fieldset>
      <fieldset>
        <legend>{say.sections.where}</legend>
        <div className="columns">
          <Field
            id={idOf('regionCode')}
            label={fields.label.regionCode}
            error={errorOf('regionCode')}
            required
            needed
          >
            {(aria) => (
              <SearchSelect
                aria={aria}
                value={draft.regionCode}
                options={regions.map(({ code, name }) => ({
                  value: code,
                  label: `${name} ${code}`,
                }))}
                onChange={(regionCode) => onChange({ regionCode })}
              />
            )}
          </Field>
          <Field id={idOf('place')} label={fields.label.place}>
            {(aria) => (
              <Input
                {...aria}
                value={draft.place}
                onChange={(event) => onChange({ place: event.target.value })}
              />
            )}
          </Field>
          <Field id={idOf('purpose')} label={fields.label.purpose} help={say.later}>
            {(aria) => (
              <Choice
                aria={aria}
                empty={shell.form.noChoice}
                value={draft.purpose}
                options={choices(terms.purpose)}
                onChange={(purpose) => onChange({ purpose })}
              />
            )}
          </Field>
          <Field id={idOf('urgency')} label={fields.label.urgency}>
            {(aria) => (
              <Choice
                aria={aria}
                value={draft.urgency}
                options={choices(terms.urgency)}
                onChange={(urgency) => onChange({ urgency })}
              />
            )}
          </Field>
        </div>
        <Field id={idOf('category')} label={fields.label.category} help={say.later}>
          {(aria) => (
            <CategorySelect
              aria={aria}
              value={draft.category}
              onChange={(category) => onChange({ category })}
            />
          )}
        </Field>
      </fieldset>
      <details>
        <summary>{say.moreSummary}</summary>
        <MoreFields draft={draft} markOf={markOf} onChange={onChange} />
      </details>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={busy}>
          {say.submit}
        </Button>
        <kbd>{say.submitKeys}</kbd>
        <span role="status" className="quiet">
          {busy ? shell.form.sending : uploading ? shell.form.waitsForFiles : ''}
        </span>
        <Button type="text" onClick={props.onDiscard}>
          {shell.action.discardDraft}
        </Button>
      </div>
    </form>
  );
}
