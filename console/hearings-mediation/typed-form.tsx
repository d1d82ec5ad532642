import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { MemberView, ProceedingView } from '../../src/capabilities/hearings-mediation/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { useRegions, useUnits } from '../shell/reference-data.ts';
import { SearchSelect, SearchSelectMany } from '../shell/search-select.tsx';
import { readDay, SpecForm, type ControlProps, type Values } from '../shell/spec-form.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { Uploads, type Staged } from '../shell/uploads.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { initialValues, inputOf, type Spec } from './forms.ts';

/** The roster, asked for where somebody is chosen from it. */
export const useRoster = (enabled = true): readonly MemberView[] =>
  useQuery({
    queryKey: ['roster'],
    queryFn: ({ signal }) => api.get<{ items: MemberView[] }>('/roster', { signal }),
    staleTime: 60_000,
    enabled,
  }).data?.items ?? [];

/** A form of hearings and mediation. */
export function TypedForm<T>(props: {
  readonly fields: readonly Spec[];
  readonly send: (input: Record<string, unknown>, key: string) => Promise<T>;
  readonly onDone: (done: T) => void;
  readonly onLeave?: () => void;
  readonly label: string;
  readonly help?: string | undefined;
  readonly proceeding?: ProceedingView | undefined;
  /** What stands in the fields at first, beside what the fields say of themselves. */
  readonly first?: Values;
}) {
  const { proceeding, first, ...form } = props;
  const { hearings: say } = useWords();
  return (
    <SpecForm
      {...form}
      first={{ ...initialValues(props.fields), ...first }}
      labels={say.label}
      inputOf={(values) => inputOf(props.fields, values, readDay)}
      renderControl={(control) => <Control {...control} proceeding={proceeding} />}
    />
  );
}

function Control(props: ControlProps<Spec> & { readonly proceeding: ProceedingView | undefined }) {
  const { field, value, aria, onChange, proceeding } = props;
  const { hearings: say } = useWords();
  const text = typeof value === 'string' ? value : '';
  const many = Array.isArray(value) ? (value as string[]) : [];
  const units = useUnits(field.kind === 'unit');
  const regions = useRegions(field.kind === 'region');
  const roster = useRoster(field.kind === 'member' || field.kind === 'members');
  const members = roster
    .filter(({ active }) => active)
    .map(({ id, name, kinds }) => ({
      value: id,
      label: `${name}（${kinds.map((kind) => say.memberKind[kind]).join('、')}）`,
    }));
  const group: Readonly<Record<string, string>> = say[field.group ?? 'mode'];
  const listed = keysOf(group).map((each) => ({ value: each, label: group[each] ?? each }));
  const seats = (proceeding?.hearing?.panel ?? [])
    .filter(({ state }) => state === 'seated')
    .map(({ memberId, name }) => ({ value: memberId, label: name }));
  const parties = (proceeding?.hearing?.parties ?? proceeding?.mediation?.parties ?? []).map(
    ({ id, name, role }) => ({ value: id, label: `${say.partyRole[role]}：${name}` }),
  );
  switch (field.kind) {
    case 'area':
      return <TextArea aria={aria} value={text} limit={50_000} onChange={onChange} />;
    case 'date':
      return <DateField aria={aria} value={text} onChange={onChange} />;
    case 'choice':
    case 'seat':
    case 'party':
      return (
        <Choice
          aria={aria}
          empty={say.choosePlaceholder}
          value={text}
          options={field.kind === 'seat' ? seats : field.kind === 'party' ? parties : listed}
          onChange={onChange}
        />
      );
    case 'choices':
    case 'parties':
    case 'members':
      return (
        <SearchSelectMany
          aria={aria}
          value={many}
          options={field.kind === 'choices' ? listed : field.kind === 'parties' ? parties : members}
          onChange={onChange}
        />
      );
    case 'uploads':
      return (
        <Uploads
          aria={aria}
          value={(value as readonly Staged[] | undefined) ?? []}
          onChange={(change) => onChange((before) => change(before as readonly Staged[]))}
        />
      );
    case 'unit':
    case 'region':
    case 'member':
      return (
        <SearchSelect
          aria={aria}
          value={text}
          options={
            field.kind === 'unit'
              ? units
                  .filter(({ active }) => active)
                  .map(({ id, name }) => ({ value: id, label: name }))
              : field.kind === 'region'
                ? regions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
                : members
          }
          onChange={onChange}
        />
      );
    default:
      return <Input {...aria} value={text} onChange={(event) => onChange(event.target.value)} />;
  }
}
