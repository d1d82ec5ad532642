import { Input } from 'antd';
import type { Category } from '../../../src/capabilities/petitions/petition.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { Choice } from '../../shell/choice.tsx';
import { DateField } from '../../shell/date-field.tsx';
import type { FieldAria } from '../../shell/field.tsx';
import { SearchSelect, SearchSelectMany } from '../../shell/search-select.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { Uploads, type Staged } from '../../shell/uploads.tsx';
import { useOfficers, useRegions, useUnits } from '../../shell/reference-data.ts';
import { useWords } from '../../shell/words-context.tsx';
import { keysOf } from '../../words/words.ts';
import { CategorySelect } from '../category-select.tsx';
import { AnswersField } from './answers-field.tsx';
import type { FieldSpec } from './field-spec.ts';
import { PartsField } from './parts-field.tsx';
import { PetitionField } from './petition-field.tsx';
import type { Answer, Part } from './values.ts';

interface Props {
  readonly field: FieldSpec;
  readonly aria: FieldAria;
  readonly value: unknown;
  readonly petition: PetitionView;
  readonly onChange: (value: unknown) => void;
}

/** The control for one field of a command. */
export function FieldControl(props: Props) {
  const { field, aria, value, petition, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return <Input {...aria} value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'area':
      return <TextArea aria={aria} value={text} limit={field.limit} onChange={onChange} />;
    case 'date':
      return <DateField aria={aria} value={text} onChange={onChange} />;
    case 'number':
      return (
        <Input
          {...aria}
          inputMode="numeric"
          value={text}
          style={{ width: 120 }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'check':
    case 'paper':
      return null;
    case 'choice':
    case 'decision':
    case 'task':
    case 'relation':
      return <ListedChoice {...props} />;
    case 'unit':
    case 'units':
    case 'region':
    case 'officer':
      return <FoundChoice {...props} />;
    case 'category':
      return (
        <CategorySelect
          aria={aria}
          value={(value as Category | null) ?? null}
          onChange={onChange}
        />
      );
    case 'uploads':
      return (
        <Uploads
          aria={aria}
          value={value as readonly Staged[]}
          onChange={(change) => onChange(change(value as readonly Staged[]))}
        />
      );
    case 'petition':
      return (
        <PetitionField
          aria={aria}
          value={text}
          petition={petition}
          suggests={field.suggests === true}
          onChange={onChange}
        />
      );
    case 'parts':
      return (
        <PartsField
          aria={aria}
          value={value as readonly Part[]}
          petition={petition}
          onChange={onChange}
        />
      );
    case 'answers':
      return (
        <AnswersField
          aria={aria}
          value={value as readonly Answer[]}
          petition={petition}
          onChange={onChange}
        />
      );
  }
}

/** Relations that people state and undo; the others come of merging, splitting and joining. */
const stated: ReadonlySet<string> = new Set(['repeat-of', 'repeated-by', 'same-matter']);

/** Choices that are known here: listed words, or what the petition holds. */
function ListedChoice({ field, aria, value, petition, onChange }: Props) {
  const { terms, fields, shell } = useWords();
  const options = () => {
    if (field.kind === 'decision') {
      return keysOf(fields.decision).map((each) => ({ value: each, label: fields.decision[each] }));
    }
    if (field.kind === 'task') {
      return petition.tasks
        .filter(({ doneAt }) => doneAt === null)
        .map(({ id, unit, text }) => ({ value: id, label: `${unit.name} · ${text.slice(0, 40)}` }));
    }
    if (field.kind === 'relation') {
      return petition.relations
        .filter(({ kind, undone }) => undone === null && stated.has(kind))
        .map(({ relationId, kind, number }) => ({
          value: relationId,
          label: `${terms.relation[kind]} ${displayPetitionNumber(number)}`,
        }));
    }
    const group: Readonly<Record<string, string>> = terms[field.group ?? 'purpose'];
    return keysOf(group).map((each) => ({ value: each, label: group[each] ?? each }));
  };
  return (
    <Choice
      aria={aria}
      empty={shell.form.noChoice}
      value={typeof value === 'string' ? value : ''}
      options={options()}
      onChange={onChange}
    />
  );
}

/** Choices that one types to find: units, places, people of the holder. */
function FoundChoice({ field, aria, value, petition, onChange }: Props) {
  const many = field.kind === 'units';
  const units = useUnits(field.kind === 'unit' || many);
  const regions = useRegions(field.kind === 'region');
  const officers = useOfficers(field.kind === 'officer' ? petition.holder.id : null);
  const options = () => {
    if (field.kind === 'region')
      return regions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));
    if (field.kind === 'officer') {
      return officers.map(({ userId, displayName }) => ({ value: userId, label: displayName }));
    }
    return units.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  };
  if (many) {
    return (
      <SearchSelectMany
        aria={aria}
        value={(value as readonly string[] | undefined) ?? []}
        options={options()}
        onChange={onChange}
      />
    );
  }
  return (
    <SearchSelect
      aria={aria}
      value={typeof value === 'string' ? value : ''}
      options={options()}
      onChange={onChange}
    />
  );
}
