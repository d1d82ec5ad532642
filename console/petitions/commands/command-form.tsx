import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { readTypedDate, todayInShanghai } from '../../shell/date-typing.ts';
import { ErrorSummary } from '../../shell/error-summary.tsx';
import { ProblemNote, useSentence } from '../../shell/problem-note.tsx';
import { isProblem, problemOf } from '../../shell/problem.ts';
import { useDraft } from '../../shell/use-draft.ts';
import { useAfterUploads } from '../../shell/running-uploads.ts';
import { useSubmitKey } from '../../shell/use-submit-key.ts';
import { useSubmission } from '../../shell/use-submission.ts';
import type { Staged } from '../../shell/uploads.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { petitionKey, petitionQuery } from '../petition-query.ts';
import { CommandFields, fieldId } from './command-fields.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { forms } from './forms.ts';
import { changedByProgramOnly, sendPastTheProgram } from './quiet-change.ts';
import { sendCommand, type Done } from './send.ts';
import { fieldOfPath, initialValues, inputOf, missingFields, type Values } from './values.ts';

interface Step {
  /** What the person had before them: after somebody else's step it is a new step. */
  readonly expectedVersion: number;
  readonly input: unknown;
}

/** One step on a petition: typed, kept, sent once, and never lost to somebody faster. */
export function CommandForm(props: {
  readonly petition: PetitionView;
  readonly command: PublicCommandType;
  readonly paperId: string | null;
  readonly onDone: (done: Done) => void;
  readonly onLeave: () => void;
}) {
  const { petition, command, paperId } = props;
  const { commands, fields: words, shell } = useWords();
  const fields = forms[command];
  const client = useQueryClient();
  const sentence = useSentence();
  const [opened, setOpened] = useState(petition);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const today = todayInShanghai(Date.now());
  const [initial] = useState(() => initialValues(command, petition, { paperId, today }));
  const draft = useDraft<Values>(`${petition.id}:${command}:${paperId ?? ''}`, initial);

  const send = useCallback(
    ({ input }: Step, key: string) =>
      sendPastTheProgram(
        opened,
        (expectedVersion) => sendCommand(petition.id, command, { expectedVersion, input }, key),
        () => client.fetchQuery({ ...petitionQuery(petition.id), staleTime: 0 }),
      ),
    [petition.id, command, client, opened],
  );
  const { submit, busy, error, forget } = useSubmission(send);

  const check = (): boolean => {
    const blank = missingFields(fields, draft.value).map((name) => [name, shell.form.required]);
    const wrong = fields
      .filter(({ kind }) => kind === 'date')
      .map(({ name }) => ({ name, typed: draft.value[name] }))
      .filter(({ typed }) => readTypedDate(typeof typed === 'string' ? typed : '', today) === null)
      .map(({ name }) => [name, shell.form.badDate]);
    const found = [...blank, ...wrong].map(([name = '', text = '']) => {
      const label = fields.find((field) => field.name === name)?.label;
      return [name, fill(text, { field: label === undefined ? name : words.label[label] })];
    });
    setMissing(Object.fromEntries(found) as Record<string, string>);
    return found.length === 0;
  };

  const run = async () => {
    if (busy || !check()) return;
    const input = inputOf(fields, withUploadIds(draft.value));
    const done = await submit({ expectedVersion: opened.version, input });
    if (done === null) {
      // The newer version is fetched and shown beside the one that was read.
      await client.invalidateQueries({ queryKey: petitionKey(petition.id) });
      return;
    }
    draft.clear();
    props.onDone(done);
    await Promise.all([
      client.invalidateQueries({ queryKey: petitionKey(petition.id) }),
      client.invalidateQueries({ queryKey: ['list'] }),
    ]);
  };

  const { uploading, start } = useAfterUploads(run);
  useSubmitKey(start);

  const problem = error === null ? null : problemOf(error);
  const field = problem?.field === undefined ? null : fieldOfPath(fields, problem.field);
  const errors =
    field === null || problem === null ? missing : { ...missing, [field]: sentence(problem) };
  const conflict = petition.version !== opened.version && !changedByProgramOnly(opened, petition);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        start();
      }}
      noValidate
    >
      <p className="quiet">{commands.about[command]}</p>
      {draft.restored && <p className="restored">{shell.form.draftRestored}</p>}
      {conflict && (
        <ConflictPanel
          before={opened}
          after={petition}
          onAgree={() => {
            setOpened(petition);
            forget();
          }}
        />
      )}
      <ErrorSummary
        errors={Object.entries(errors).map(([name, text]) => ({ id: fieldId(name), text }))}
      />
      {error !== null && field === null && !(conflict && isProblem(error, 'version-conflict')) && (
        <ProblemNote error={error} />
      )}
      <CommandFields
        fields={fields}
        values={draft.value}
        petition={petition}
        errors={errors}
        onChange={(name, value) => draft.change((before) => ({ ...before, [name]: value }))}
      />
      <div className="form-foot">
        <Button type="primary" htmlType="submit" disabled={busy || conflict} loading={busy}>
          {commands.name[command]}
        </Button>
        <Button onClick={props.onLeave}>{shell.action.back}</Button>
        <span role="status" className="quiet">
          {busy ? shell.form.sending : uploading ? shell.form.waitsForFiles : ''}
        </span>
      </div>
    </form>
  );
}

/** The draft keeps names and sizes of files to show them; the server wants their ids. */
function withUploadIds(values: Values): Values {
  const { uploads } = values;
  if (!Array.isArray(uploads)) return values;
  return { ...values, uploads: (uploads as Staged[]).map(({ id }) => id) };
}
