import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Progress } from 'antd';
import { useState, type FormEvent } from 'react';
import type { PublicCommandType } from '../../src/capabilities/petitions/contract.ts';
import type { PetitionLine, PetitionView } from '../../src/capabilities/petitions/view.ts';
import { CommandFields, fieldId } from '../petitions/commands/command-fields.tsx';
import { forms } from '../petitions/commands/forms.ts';
import {
  initialValues,
  inputOf,
  missingFields,
  type Values,
} from '../petitions/commands/values.ts';
import { sendCommand } from '../petitions/commands/send.ts';
import { petitionQuery } from '../petitions/petition-query.ts';
import { Choice } from '../shell/choice.tsx';
import { todayInShanghai } from '../shell/date-typing.ts';
import { ErrorSummary } from '../shell/error-summary.tsx';
import { useSentence } from '../shell/problem-note.tsx';
import { problemOf } from '../shell/problem.ts';
import { newKey } from '../shell/use-submission.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** Steps that make sense for several petitions with the same words. */
const offered = [
  'refer',
  'assign',
  'accept',
  'chooseOfficer',
  'confirmReceipt',
  'askSupplement',
  'recordOutcome',
] as const satisfies readonly PublicCommandType[];

interface Result {
  readonly line: PetitionLine;
  /** Null when it was done. */
  readonly why: string | null;
}

/** One step on several petitions, one after the other; each says what came of it. */
export function BulkDialog(props: {
  readonly lines: readonly PetitionLine[];
  readonly onClose: () => void;
}) {
  const { words, language } = useSpeech();
  const { desk, commands, fields: labels, shell } = words;
  const client = useQueryClient();
  const sentence = useSentence();
  const first = useQuery(petitionQuery(props.lines[0]?.id ?? ''));
  const [command, setCommand] = useState<PublicCommandType>('refer');
  const [values, setValues] = useState<Values | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [results, setResults] = useState<readonly Result[]>([]);
  const [running, setRunning] = useState(false);
  // The lines chosen at the start: the list behind may shrink while the work goes on.
  const [lines] = useState(props.lines);
  const fields = forms[command];

  const one = async (line: PetitionLine, input: unknown): Promise<string | null> => {
    try {
      const view = await client.fetchQuery({ ...petitionQuery(line.id), staleTime: 0 });
      const allowance = view.allowances.find((each) => each.command === command);
      if (allowance?.allowed === false) {
        const { reason } = allowance;
        return (language === 'en' ? reason?.en : reason?.zh) ?? desk.bulk.skipped;
      }
      const body = { expectedVersion: view.version, input };
      await sendCommand(line.id, command, body, newKey());
      return null;
    } catch (error) {
      return sentence(problemOf(error));
    }
  };
  const run = async (given: Values) => {
    setRunning(true);
    setResults([]);
    const input = inputOf(fields, given);
    for (const line of lines) {
      const why = await one(line, input);
      setResults((before) => [...before, { line, why }]);
    }
    setRunning(false);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['list'] }),
      client.invalidateQueries({ queryKey: ['petition'] }),
    ]);
  };
  const given = (petition: PetitionView): Values =>
    values ??
    initialValues(command, petition, { paperId: null, today: todayInShanghai(Date.now()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (first.data === undefined || running) return;
    const now = given(first.data);
    const blank = missingFields(fields, now);
    setMissing(blank);
    if (blank.length === 0) void run(now);
  };
  const errors = Object.fromEntries(
    missing.map((name) => {
      const label = fields.find((field) => field.name === name)?.label ?? 'reason';
      return [name, fill(shell.form.required, { field: labels.label[label] })];
    }),
  );
  const failed = results.filter(({ why }) => why !== null);
  return (
    <Modal open title={desk.bulk.title} footer={null} onCancel={props.onClose} width={640}>
      <form onSubmit={submit}>
        <ErrorSummary
          errors={Object.entries(errors).map(([name, text]) => ({ id: fieldId(name), text }))}
        />
        <Choice
          label={desk.bulk.command}
          value={command}
          options={offered.map((each) => ({ value: each, label: commands.name[each] }))}
          onChange={(next) => {
            setCommand(offered.find((each) => each === next) ?? 'refer');
            setValues(null);
            setMissing([]);
          }}
        />
        <p className="quiet">{commands.about[command]}</p>
        {first.data === undefined ? (
          <Waiting />
        ) : (
          <CommandFields
            fields={fields}
            values={given(first.data)}
            petition={first.data}
            errors={errors}
            onChange={(name, value) => setValues({ ...given(first.data), [name]: value })}
          />
        )}
        <div className="row">
          <Button
            type="primary"
            htmlType="submit"
            loading={running}
            disabled={first.data === undefined}
          >
            {fill(desk.bulk.run, { count: lines.length })}
          </Button>
          <Button onClick={props.onClose}>{shell.action.close}</Button>
        </div>
      </form>
      {(running || results.length > 0) && (
        <section aria-live="polite">
          <Progress
            percent={Math.round((results.length / lines.length) * 100)}
            aria-label={fill(desk.bulk.progress, { done: results.length, total: lines.length })}
          />
          {!running && (
            <p>
              {fill(desk.bulk.result, {
                done: results.length - failed.length,
                failed: failed.length,
              })}
            </p>
          )}
          <ul className="plain-list">
            {failed.map(({ line, why }) => (
              <li key={line.id}>
                <span className="figure">{line.number}</span> {line.title}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}
