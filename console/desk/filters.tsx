import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { useCategories, useRegions, useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import type { ListName } from './lists.ts';
import { Tick } from '../shell/tick.tsx';

export type FilterName =
  | 'q'
  | 'task'
  | 'colour'
  | 'status'
  | 'purpose'
  | 'channel'
  | 'first'
  | 'holder'
  | 'office'
  | 'region'
  | 'from'
  | 'to'
  | 'mine';

/** Filters that stand in the address bar, so that a view can be sent and comes back. */
export function Filters(props: {
  readonly list: ListName;
  readonly names: readonly FilterName[];
  /** Something is filtered now, here or by the head of the list. */
  readonly active: boolean;
}) {
  const { desk, terms, shell } = useWords();
  const [params, setParams] = useSearchParams();
  const { names } = props;
  const has = (name: FilterName) => names.includes(name);
  const categories = useCategories(has('first'));
  const units = useUnits(has('holder') || has('office'));
  const regions = useRegions(has('region'));
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        next.delete('sel');
        return next;
      },
      { replace: true },
    );
  const options = (group: Readonly<Record<string, string>>) =>
    keysOf(group).map((value) => ({ value, label: group[value] ?? value }));
  const pick = (
    name: FilterName,
    label: string,
    list: readonly { value: string; label: string }[],
  ) =>
    has(name) && (
      <Choice
        key={name}
        compact
        label={label}
        empty={desk.filter.any}
        value={params.get(name) ?? ''}
        options={list}
        onChange={(value) => set(name, value)}
      />
    );
  return (
    <form
      className="filters"
      role="search"
      aria-label={desk.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      {has('q') && (
        <SearchBox value={params.get('q') ?? ''} onChange={(value) => set('q', value)} />
      )}
      {pick('task', desk.filter.task, options(terms.task))}
      {pick('status', desk.filter.status, options(terms.status))}
      {pick('colour', desk.filter.colour, options(terms.colour))}
      {pick('purpose', desk.filter.purpose, options(terms.purpose))}
      {pick('channel', desk.filter.channel, options(terms.channel))}
      {pick(
        'first',
        desk.filter.first,
        categories
          .filter(({ level }) => level === 1)
          .map(({ code, name }) => ({ value: code, label: name })),
      )}
      {pick(
        'holder',
        desk.filter.holder,
        units.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {pick(
        'office',
        desk.filter.office,
        units
          .filter(({ kind }) => kind === 'petition-office')
          .map(({ id, name }) => ({ value: id, label: name })),
      )}
      {pick(
        'region',
        desk.filter.region,
        regions.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {has('from') && (
        <DateField
          compact
          label={desk.filter.from}
          value={params.get('from') ?? ''}
          onChange={(value) => set('from', value)}
        />
      )}
      {has('to') && (
        <DateField
          compact
          label={desk.filter.to}
          value={params.get('to') ?? ''}
          onChange={(value) => set('to', value)}
        />
      )}
      {props.list === 'petitions' && (
        <Choice
          compact
          label={desk.filter.sort}
          value={params.get('sort') ?? 'registered'}
          options={[
            { value: 'registered', label: desk.filter.sortRegistered },
            { value: 'due', label: desk.filter.sortDue },
          ]}
          onChange={(value) => set('sort', value === 'registered' ? '' : value)}
        />
      )}
      {has('mine') && (
        <Tick
          checked={params.get('mine') === 'true'}
          onChange={(on) => set('mine', on ? 'true' : '')}
        >
          {desk.filter.mine}
        </Tick>
      )}
      {props.active && (
        <Button size="small" onClick={() => setParams({}, { replace: true })}>
          {desk.filter.reset}
        </Button>
      )}
      <span className="unseen">{shell.action.search}</span>
    </form>
  );
}

/** Waits until the typing rests; one character is too short for the server. */
function SearchBox(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { desk, shell } = useWords();
  const [text, setText] = useState(props.value);
  const [seen, setSeen] = useState(props.value);
  if (props.value !== seen) {
    setSeen(props.value);
    setText(props.value);
  }
  const { onChange, value } = props;
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value || wanted.length === 1) return undefined;
    const timer = window.setTimeout(() => onChange(wanted), 350);
    return () => window.clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Input
      data-search
      type="search"
      className="search-box"
      value={text}
      allowClear
      aria-label={shell.action.search}
      placeholder={desk.searchPlaceholder}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
