import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { Field } from '../../shell/field.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { FieldControl } from './field-control.tsx';
import type { FieldSpec } from './field-spec.ts';
import { askedFields, type Values } from './values.ts';
import { Tick } from '../../shell/tick.tsx';

export const fieldId = (name: string): string => `field-${name}`;

const grouped = new Set<FieldSpec['kind']>(['parts', 'answers']);

/** All fields of a form, with what is wrong beside each. */
export function CommandFields(props: {
  readonly fields: readonly FieldSpec[];
  readonly values: Values;
  readonly petition: PetitionView;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: unknown) => void;
}) {
  const { fields: words } = useWords();
  return askedFields(props.fields, props.values).map((field) => {
    const { name, kind } = field;
    const label = words.label[field.label];
    const help = field.help === undefined ? undefined : words.help[field.help];
    const value = props.values[name];
    if (kind === 'paper') return null;
    if (kind === 'check') {
      return (
        <div key={name} className="field">
          <Tick
            id={fieldId(name)}
            checked={value === true}
            describedBy={help === undefined ? undefined : `${fieldId(name)}-help`}
            onChange={(on) => props.onChange(name, on)}
          >
            {label}
          </Tick>
          {help !== undefined && (
            <p id={`${fieldId(name)}-help`} className="field-help">
              {help}
            </p>
          )}
        </div>
      );
    }
    const control = (aria: Parameters<React.ComponentProps<typeof Field>['children']>[0]) => (
      <FieldControl
        field={field}
        aria={aria}
        value={value}
        petition={props.petition}
        onChange={(next) => props.onChange(name, next)}
      />
    );
    const error = props.errors[name];
    if (grouped.has(kind)) {
      return (
        <fieldset key={name} className="fieldset">
          <legend>{label}</legend>
          {error !== undefined && <p className="field-error">{error}</p>}
          {control({ id: fieldId(name) })}
        </fieldset>
      );
    }
    return (
      <Field
        key={name}
        id={fieldId(name)}
        label={label}
        help={help}
        error={error}
        required={field.required === true}
        optional={field.required !== true}
      >
        {control}
      </Field>
    );
  });
}
