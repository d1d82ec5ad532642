import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { SettingsView } from '../../src/capabilities/reception-days/view.ts';
import { Choice } from '../shell/choice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRegions } from '../shell/reference-data.ts';
import { Field } from '../shell/field.tsx';
import { SearchSelectMany } from '../shell/search-select.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { wordsOf } from './fields.ts';

type Settings = SettingsView['settings'];
type Level = Settings['norms'][number]['level'];
type Per = Settings['norms'][number]['per'];

interface Row {
  readonly days: string;
  readonly per: Per;
  readonly source: string;
}

const noNorm: Row = { days: '', per: 'month', source: '' };

/** How often each level must receive, and who says so; an empty number means no duty is known. */
export function NormsForm(props: {
  readonly settings: Settings;
  readonly onSave: (changed: Partial<Settings>, key: string) => Promise<unknown>;
  readonly onLeave: () => void;
}) {
  const { receptions, terms, shell } = useWords();
  const say = receptions.duty;
  const levels = keysOf(terms.level);
  const regions = useRegions().map(({ code, name }) => ({ value: code, label: name }));
  const [rows, setRows] = useState<Readonly<Partial<Record<Level, Row>>>>(() =>
    Object.fromEntries(
      props.settings.norms.map(({ level, days, per, source }) => [
        level,
        { days: String(days), per, source },
      ]),
    ),
  );
  const [big, setBig] = useState<readonly string[]>(props.settings.bigRegions);
  const [fields, setFields] = useState(props.settings.fields.join('、'));
  const { submit, busy, error } = useSubmission((changed: Partial<Settings>, key: string) =>
    props.onSave(changed, key),
  );
  const set = (level: Level, changed: Partial<Row>) =>
    setRows((before) => ({ ...before, [level]: { ...noNorm, ...before[level], ...changed } }));
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const norms = levels.flatMap((level) => {
      const row = rows[level];
      return row === undefined || row.days.trim() === ''
        ? []
        : [{ level, days: Number(row.days), per: row.per, source: row.source.trim() }];
    });
    const done = await submit({ norms, bigRegions: [...big], fields: [...wordsOf(fields)] });
    if (done !== null) props.onLeave();
  };
  return (
    <form noValidate className="gap-top" onSubmit={(event) => void run(event)}>
      {error !== null && <ProblemNote error={error} />}
      {levels.map((level) => {
        const row = rows[level] ?? noNorm;
        return (
          <fieldset key={level}>
            <legend>{terms.level[level]}</legend>
            <div className="row">
              <Choice
                label={say.perLabel}
                value={row.per}
                options={keysOf(receptions.per).map((each) => ({
                  value: each,
                  label: receptions.per[each],
                }))}
                onChange={(per) => set(level, { per: per as Per })}
              />
              <Field label={say.daysLabel}>
                {(aria) => (
                  <Input
                    {...aria}
                    inputMode="numeric"
                    value={row.days}
                    onChange={(event) => set(level, { days: event.target.value })}
                  />
                )}
              </Field>
              <Field label={say.sourceLabel}>
                {(aria) => (
                  <Input
                    {...aria}
                    value={row.source}
                    onChange={(event) => set(level, { source: event.target.value })}
                  />
                )}
              </Field>
            </div>
          </fieldset>
        );
      })}
      <Field label={say.bigRegions}>
        {(aria) => (
          <SearchSelectMany {...{ aria }} value={big} options={regions} onChange={setBig} />
        )}
      </Field>
      <Field label={say.fieldsToCover} help={receptions.help.fields}>
        {(aria) => (
          <Input {...aria} value={fields} onChange={(event) => setFields(event.target.value)} />
        )}
      </Field>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {receptions.save}
        </Button>
        <Button onClick={props.onLeave}>{shell.action.back}</Button>
      </div>
    </form>
  );
}
