import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import type { DayLine, LeaderView } from '../../src/capabilities/reception-days/view.ts';
import { PetitionField } from '../petitions/commands/petition-field.tsx';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { todayInShanghai } from '../shell/date-typing.ts';
import { useCategories, useRegions, useUnits } from '../shell/reference-data.ts';
import { SearchSelect, SearchSelectMany } from '../shell/search-select.tsx';
import { SpecForm, type ControlProps, type Values } from '../shell/spec-form.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { Uploads, type Staged } from '../shell/uploads.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { inputOf, textOf, type Spec } from './fields.ts';

/** Leaders who receive, asked for where one is chosen. */
export const useLeaders = (enabled = true): readonly LeaderView[] =>
  useQuery({
    queryKey: ['reception-leaders'],
    queryFn: ({ signal }) => api.get<{ items: LeaderView[] }>('/reception-leaders', { signal }),
    staleTime: 60_000,
    enabled,
  }).data?.items ?? [];

/** How far ahead a day may lie that takes over another's tickets. */
const daysShown = 120;

/** Days that are announced and not over: they take over tickets of one that is cancelled. */
const useComingDays = (enabled: boolean): readonly DayLine[] => {
  const from = todayInShanghai(Date.now());
  return (
    useQuery({
      queryKey: ['reception-days-coming', from],
      queryFn: ({ signal }) =>
        api.get<{ items: DayLine[] }>(
          `/reception-days?from=${from}&to=${addDays(localDate(from), daysShown)}`,
          { signal },
        ),
      enabled,
    }).data?.items.filter(({ state }) => state === 'noticed' || state === 'running') ?? []
  );
};

/** A form of reception days. */
export function ReceptionForm<T>(props: {
  readonly fields: readonly Spec[];
  readonly first?: Values;
  readonly label: string;
  readonly send: (input: Record<string, unknown>, key: string) => Promise<T>;
  readonly onDone: (done: T) => void;
  readonly onLeave?: () => void;
}) {
  const { fields } = props;
  const { receptions: say } = useWords();
  return (
    <SpecForm
      {...props}
      first={props.first ?? {}}
      labels={say.label}
      helpOf={({ help }) => (help === undefined ? undefined : say.help[help])}
      inputOf={(values) => inputOf(fields, values)}
      renderControl={(control) => <Control {...control} />}
    />
  );
}

/** Lists that one chooses from; each is asked for by its own field only. */
function useOptions(kind: Spec['kind']) {
  const units = useUnits(kind === 'unit' || kind === 'units');
  const regions = useRegions(kind === 'region' || kind === 'regions');
  const categories = useCategories(kind === 'topics');
  const leaders = useLeaders(kind === 'leader' || kind === 'leaders');
  const days = useComingDays(kind === 'day');
  return [
    ...units.map(({ id, name }) => ({ value: id, label: name })),
    ...regions.map(({ code, name }) => ({ value: code, label: name })),
    ...categories.map(({ code, name }) => ({ value: code, label: name })),
    ...leaders.map(({ id, name, post }) => ({ value: id, label: `${name}（${post}）` })),
    ...days.map(({ id, on, from, place }) => ({ value: id, label: `${on} ${from} ${place}` })),
  ];
}

function Control({ field, value, aria, onChange }: ControlProps<Spec>) {
  const { receptions: say } = useWords();
  const options = useOptions(field.kind);
  const text = Array.isArray(value) ? value.join('、') : textOf(value);
  switch (field.kind) {
    case 'area':
      return <TextArea aria={aria} value={text} onChange={onChange} />;
    case 'date':
      return <DateField aria={aria} value={text} onChange={onChange} />;
    case 'choice': {
      const group: Readonly<Record<string, string>> = say[field.group ?? 'kind'];
      const listed = keysOf(group).map((each) => ({ value: each, label: group[each] ?? each }));
      return (
        <Choice aria={aria} value={text} empty={say.choose} options={listed} onChange={onChange} />
      );
    }
    case 'day':
    case 'leader':
    case 'unit':
    case 'region':
      return <SearchSelect {...{ aria, options, onChange }} value={text} />;
    case 'leaders':
    case 'units':
    case 'regions':
    case 'topics':
      return (
        <SearchSelectMany
          {...{ aria, options, onChange }}
          value={Array.isArray(value) ? (value as string[]) : []}
        />
      );
    case 'upload':
      return (
        <Uploads
          aria={aria}
          value={Array.isArray(value) ? (value as readonly Staged[]) : []}
          // One file proves a channel: a second one takes the place of the first.
          onChange={(take) =>
            onChange((before) => take((before as readonly Staged[] | undefined) ?? []).slice(-1))
          }
        />
      );
    case 'petition':
      return (
        <PetitionField
          {...{ aria, onChange }}
          value={text}
          petition={{ id: '', title: '', text: '' }}
          suggests={false}
        />
      );
    case 'time':
      return (
        <Input
          {...aria}
          type="time"
          className="short"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'text':
    case 'list':
    case 'number':
      return (
        <Input
          {...aria}
          inputMode={field.kind === 'number' ? 'numeric' : 'text'}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
