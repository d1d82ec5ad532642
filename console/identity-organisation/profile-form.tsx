import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { NewProfile } from '../../src/capabilities/identity-organisation/contract.ts';
import { profilePeriods } from '../../src/kernel/local-profiles.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { todayInShanghai } from '../shell/date-typing.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useCategories, useUnits } from '../shell/reference-data.ts';
import { SearchSelectMany } from '../shell/search-select.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';

interface LimitRow {
  readonly period: string;
  readonly amount: string;
  readonly unit: string;
  readonly purposes: readonly string[];
}

const emptyRow: LimitRow = { period: '', amount: '', unit: 'working-days', purposes: [] };

const begunWith = (begin: Omit<NewProfile, 'from'> | null) => ({
  name: begin?.name ?? '',
  source: begin?.source ?? '',
  certainty: begin?.certainty ?? 'practice',
  from: todayInShanghai(Date.now()),
  units: begin?.units ?? [],
  channels: begin?.channels ?? [],
  categories: begin?.categories ?? [],
});

/** A new profile; the server says which limit is laxer than which article. */
export function ProfileForm({ begin }: { readonly begin: Omit<NewProfile, 'from'> | null }) {
  const { organisation: say, terms, shell } = useWords();
  const client = useQueryClient();
  const units = useUnits();
  const categories = useCategories();
  const [typed, setTyped] = useState(() => begunWith(begin));
  const [rows, setRows] = useState<readonly LimitRow[]>(
    () => begin?.limits.map((limit) => ({ ...limit, amount: String(limit.amount) })) ?? [emptyRow],
  );
  const [saved, setSaved] = useState(false);
  const { submit, busy, error } = useSubmission((body, key) =>
    api.post('/local-profiles', body, { key }),
  );
  const change = (news: Partial<typeof typed>) => setTyped({ ...typed, ...news });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const limits = rows
      .filter(({ period, amount }) => period !== '' || amount !== '')
      .map((row) => ({ ...row, amount: Number(row.amount) }));
    if ((await submit({ ...typed, limits })) === null) return;
    setTyped(begunWith(null));
    setRows([emptyRow]);
    setSaved(true);
    await client.invalidateQueries();
  };
  return (
    <form className="panel gap-top" onSubmit={(event) => void send(event)}>
      <h2>{say.profile.add}</h2>
      {error !== null && <ProblemNote error={error} />}
      <div className="columns">
        <Field label={say.name} required>
          {(aria) => (
            <Input
              {...aria}
              value={typed.name}
              required
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Field label={say.profile.source} help={say.profile.sourceHelp} required>
          {(aria) => (
            <Input
              {...aria}
              value={typed.source}
              required
              onChange={({ target }) => change({ source: target.value })}
            />
          )}
        </Field>
        <Field label={say.profile.from} required>
          {(aria) => (
            <DateField aria={aria} value={typed.from} onChange={(from) => change({ from })} />
          )}
        </Field>
        <Field label={say.profile.certainty} required>
          {(aria) => (
            <Choice
              aria={aria}
              value={typed.certainty}
              options={keysOf(terms.certainty).map((each) => ({
                value: each,
                label: terms.certainty[each],
              }))}
              onChange={(certainty) => change({ certainty: certainty as NewProfile['certainty'] })}
            />
          )}
        </Field>
        <Field label={say.units} help={say.profile.emptyMeansAll} optional>
          {(aria) => (
            <SearchSelectMany
              aria={aria}
              value={typed.units}
              options={units
                .filter(({ active }) => active)
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(next) => change({ units: next })}
            />
          )}
        </Field>
        <Field label={say.profile.channels} help={say.profile.emptyMeansAll} optional>
          {(aria) => (
            <SearchSelectMany
              aria={aria}
              value={typed.channels}
              options={keysOf(terms.channel).map((each) => ({
                value: each,
                label: terms.channel[each],
              }))}
              onChange={(channels) => change({ channels })}
            />
          )}
        </Field>
        <Field label={say.categories} help={say.profile.emptyMeansAll} optional>
          {(aria) => (
            <SearchSelectMany
              aria={aria}
              value={typed.categories}
              options={categories.map(({ code, name }) => ({
                value: code,
                label: `${name} ${code}`,
              }))}
              onChange={(next) => change({ categories: next })}
            />
          )}
        </Field>
      </div>
      <fieldset className="fieldset">
        <legend>{say.profile.limits}</legend>
        {rows.map((row, at) => (
          // A limit has no identity before it is sent.
          // eslint-disable-next-line react/no-array-index-key
          <LimitFields
            key={at}
            at={at}
            row={row}
            onChange={(next) => setRows(rows.with(at, next))}
          />
        ))}
        <Button onClick={() => setRows([...rows, emptyRow])}>{say.profile.addLimit}</Button>
      </fieldset>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {shell.action.save}
        </Button>
        <span role="status">{saved && say.saved}</span>
      </div>
    </form>
  );
}

function LimitFields(props: {
  readonly at: number;
  readonly row: LimitRow;
  readonly onChange: (row: LimitRow) => void;
}) {
  const { organisation: say, terms, shell } = useWords();
  const { at, row, onChange } = props;
  const nth = { n: at + 1 };
  return (
    <div className="columns">
      <Field label={fill(say.profile.limitPeriod, nth)}>
        {(aria) => (
          <Choice
            aria={aria}
            empty={shell.form.noChoice}
            value={row.period}
            options={profilePeriods.map((each) => ({ value: each, label: terms.period[each] }))}
            onChange={(period) => onChange({ ...row, period })}
          />
        )}
      </Field>
      <Field label={fill(say.profile.limitAmount, nth)}>
        {(aria) => (
          <Input
            {...aria}
            inputMode="numeric"
            value={row.amount}
            onChange={({ target }) => onChange({ ...row, amount: target.value })}
          />
        )}
      </Field>
      <Field label={fill(say.profile.limitUnit, nth)}>
        {(aria) => (
          <Choice
            aria={aria}
            value={row.unit}
            options={keysOf(say.profile.unit).map((each) => ({
              value: each,
              label: fill(say.profile.unit[each], { amount: '' }).trim(),
            }))}
            onChange={(unit) => onChange({ ...row, unit })}
          />
        )}
      </Field>
      <Field label={fill(say.profile.limitPurposes, nth)} optional>
        {(aria) => (
          <SearchSelectMany
            aria={aria}
            value={row.purposes}
            options={keysOf(terms.purpose).map((each) => ({
              value: each,
              label: terms.purpose[each],
            }))}
            onChange={(purposes) => onChange({ ...row, purposes })}
          />
        )}
      </Field>
    </div>
  );
}
