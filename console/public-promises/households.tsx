import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type {
  HouseholdLine,
  HouseholdView,
  PromiseView,
} from '../../src/capabilities/case-sponsorship/public-promises/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tick } from '../shell/tick.tsx';
import { newKey } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { MoveHouseholds } from './move-households.tsx';

interface Props {
  readonly promise: PromiseView;
  /** Whether households may be moved now. */
  readonly works: boolean;
}

/** The households of a promise, a page at a time: found by step or by their whole reference, moved. */
export function Households({ promise, works }: Props) {
  const { publicPromises } = useWords();
  const say = publicPromises.list;
  const client = useQueryClient();
  const { asked, set } = useFilters(['step', 'reference'] as const);
  const [picked, setPicked] = useState<ReadonlyMap<string, number>>(new Map());
  const [shown, setShown] = useState<ReadonlyMap<string, HouseholdView>>(new Map());
  const [told, setTold] = useState('');
  const [error, setError] = useState<unknown>(null);
  const path = `/public-promises/${promise.id}/households`;
  const list = usePagedList<HouseholdLine>(path, asked);
  if (promise.total === 0) return null;

  const pick = (lines: readonly HouseholdLine[], on: boolean): void => {
    const next = new Map(picked);
    for (const { id, step } of lines) {
      if (on) next.set(id, step);
      else next.delete(id);
    }
    setPicked(next);
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    setTold('');
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const reveal = (line: HouseholdLine) =>
    attempt(async () => {
      const whole = await api.get<HouseholdView>(`${path}/${line.id}`);
      setShown(new Map(shown).set(line.id, whole));
    });
  const renew = (line: HouseholdLine) =>
    attempt(async () => {
      await api.post(`${path}/${line.id}/code`, {}, { key: newKey() });
      setTold(fill(say.newCodeDone, { reference: line.reference }));
    });
  const moved = (): void => {
    setPicked(new Map());
    void client.invalidateQueries({ queryKey: ['list'] });
    void client.invalidateQueries({ queryKey: ['public-promise', promise.id] });
  };

  return (
    <section className="panel" aria-labelledby="households">
      <h2 id="households">{say.title}</h2>
      <div className="filters" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.step}
          empty={say.any}
          value={asked.step}
          options={promise.steps.map(({ name }, at) => ({ value: String(at), label: name }))}
          onChange={set('step')}
        />
        <Find value={asked.reference} onFind={set('reference')} />
      </div>
      {error !== null && <ProblemNote error={error} />}
      <p role="status">{told}</p>
      {works && list.items.length > 1 && (
        <Tick
          checked={list.items.every(({ id }) => picked.has(id))}
          onChange={(on) => pick(list.items, on)}
        >
          {say.all}
        </Tick>
      )}
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => {
          const { name, mobile } = shown.get(line.id) ?? line;
          return (
            <tr key={line.id}>
              <td>
                {works && (
                  <input
                    type="checkbox"
                    aria-label={fill(say.one, { reference: line.reference })}
                    checked={picked.has(line.id)}
                    onChange={(event) => pick([line], event.target.checked)}
                  />
                )}
              </td>
              <td className="figure">{line.reference}</td>
              <td>{name}</td>
              <td className="figure">{mobile}</td>
              <td>{promise.steps[line.step]?.name}</td>
              <td className="figure">{formatMoment(line.movedAt)}</td>
              <td className="long-words">{line.note}</td>
              <td>
                {promise.mayKeep && (
                  <span className="row">
                    {line.name !== '' && !shown.has(line.id) && (
                      <Button size="small" onClick={() => void reveal(line)}>
                        {say.reveal}
                      </Button>
                    )}
                    <a
                      href={`/api/v1/public-promises/${promise.id}/slips.pdf?after=${line.place - 1}&count=1`}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {say.slip}
                    </a>
                    <Button size="small" onClick={() => void renew(line)}>
                      {say.newCode}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </PagedTable>
      {works && picked.size > 0 && <MoveHouseholds {...{ promise, picked }} onDone={moved} />}
    </section>
  );
}

function Find(props: { readonly value: string; readonly onFind: (reference: string) => void }) {
  const { publicPromises } = useWords();
  const say = publicPromises.list;
  const [typed, setTyped] = useState(props.value);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        props.onFind(typed.trim());
      }}
    >
      <span className="compact-field">
        <label htmlFor="find-household">{say.reference}</label>
        <Input
          id="find-household"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <Button htmlType="submit">{say.find}</Button>
    </form>
  );
}
