import type { Category } from '../../src/capabilities/petitions/petition.ts';
import { Choice } from '../shell/choice.tsx';
import { useCategories } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import type { FieldAria } from '../shell/field.tsx';

/** Three levels, each by code; deeper ones may stay open. */
export function CategorySelect(props: {
  readonly aria: FieldAria;
  readonly value: Category | null;
  readonly onChange: (value: Category | null) => void;
}) {
  const { fields, shell } = useWords();
  const all = useCategories();
  const { value, onChange } = props;
  const below = (parent: string | null) =>
    all
      .filter(({ parentCode, active }) => parentCode === parent && active)
      .map(({ code, name }) => ({ value: code, label: name }));
  const seconds = value === null ? [] : below(value.first);
  const thirds = value?.second == null ? [] : below(value.second);
  return (
    <span className="row">
      <Choice
        aria={props.aria}
        empty={shell.form.noChoice}
        value={value?.first ?? ''}
        options={below(null)}
        onChange={(first) => onChange(first === '' ? null : { first, second: null, third: null })}
      />
      {value !== null && seconds.length > 0 && (
        <Choice
          aria={{ id: `${props.aria.id}-second`, ...labelled(fields.categorySecond) }}
          empty={shell.form.noChoice}
          value={value.second ?? ''}
          options={seconds}
          onChange={(second) =>
            onChange({ first: value.first, second: second === '' ? null : second, third: null })
          }
        />
      )}
      {value !== null && thirds.length > 0 && (
        <Choice
          aria={{ id: `${props.aria.id}-third`, ...labelled(fields.categoryThird) }}
          empty={shell.form.noChoice}
          value={value.third ?? ''}
          options={thirds}
          onChange={(third) => onChange({ ...value, third: third === '' ? null : third })}
        />
      )}
    </span>
  );
}

/** The deeper levels stand beside the first without a label of their own to see. */
const labelled = (label: string): { readonly 'aria-label': string } => ({ 'aria-label': label });
