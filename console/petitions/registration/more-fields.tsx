import { Button, Input } from 'antd';
import { limits } from '../../../src/capabilities/petitions/limits.ts';
import { DateField } from '../../shell/date-field.tsx';
import { Field } from '../../shell/field.tsx';
import { useRegions, useUnits } from '../../shell/reference-data.ts';
import { SearchSelect, SearchSelectMany } from '../../shell/search-select.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import type { RegistrationDraft } from './draft.ts';
import type { ReadableField } from './machine-reading.ts';
import { Tick } from '../../shell/tick.tsx';

/** What only some petitions need: dates of a letter, earlier steps, numbers elsewhere. */
export function MoreFields(props: {
  readonly draft: RegistrationDraft;
  readonly markOf: (field: ReadableField) => string | undefined;
  readonly onChange: (next: Partial<RegistrationDraft>) => void;
}) {
  const { registration: say, fields } = useWords();
  const { draft, onChange } = props;
  const units = useUnits();
  const regions = useRegions();
  const date = (name: 'receivedOn' | 'letterDate' | 'postmark') => (
    <Field label={say[name]} mark={name === 'letterDate' ? props.markOf(name) : undefined}>
      {(aria) => (
        <DateField
          aria={aria}
          value={draft[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      )}
    </Field>
  );
  const check = (name: 'secrecy' | 'electronicService', label: string) => (
    <Tick checked={draft[name]} onChange={(on) => onChange({ [name]: on })}>
      {label}
    </Tick>
  );
  return (
    <>
      <div className="columns">
        {date('receivedOn')}
        {date('letterDate')}
        {date('postmark')}
        <Field label={say.personCount}>
          {(aria) => (
            <Input
              {...aria}
              inputMode="numeric"
              value={draft.personCount}
              onChange={(event) => onChange({ personCount: event.target.value.replace(/\D/g, '') })}
            />
          )}
        </Field>
        <Field label={fields.label.householdRegion}>
          {(aria) => (
            <SearchSelect
              aria={aria}
              value={draft.householdRegion}
              options={regions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
              onChange={(householdRegion) => onChange({ householdRegion })}
            />
          )}
        </Field>
        <Field label={say.policyNamed}>
          {(aria) => (
            <Input
              {...aria}
              value={draft.policyNamed}
              onChange={(event) => onChange({ policyNamed: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={fields.label.accusedUnits} help={fields.help.accusedUnits}>
        {(aria) => (
          <SearchSelectMany
            aria={aria}
            value={draft.accusedUnits}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(accusedUnits) => onChange({ accusedUnits })}
          />
        )}
      </Field>
      <Field label={fields.label.accusedPersons}>
        {(aria) => (
          <Input
            {...aria}
            value={draft.accusedPersons}
            onChange={(event) => onChange({ accusedPersons: event.target.value })}
          />
        )}
      </Field>
      <Field label={say.earlierSteps} help={say.earlierStepsHelp}>
        {(aria) => (
          <TextArea
            aria={aria}
            rows={2}
            limit={limits.explanation}
            value={draft.earlierSteps}
            onChange={(earlierSteps) => onChange({ earlierSteps })}
          />
        )}
      </Field>
      <NumbersElsewhere
        numbers={draft.numbersElsewhere}
        onChange={(numbersElsewhere) => onChange({ numbersElsewhere })}
      />
      <div className="row">
        {check('secrecy', say.secrecy)}
        {check('electronicService', say.electronicService)}
      </div>
    </>
  );
}

type Numbers = RegistrationDraft['numbersElsewhere'];

function NumbersElsewhere(props: {
  readonly numbers: Numbers;
  readonly onChange: (numbers: Numbers) => void;
}) {
  const { registration: say } = useWords();
  const { numbers, onChange } = props;
  const change = (at: number, next: Partial<Numbers[number]>) =>
    onChange(numbers.map((each, place) => (place === at ? { ...each, ...next } : each)));
  return (
    <fieldset className="fieldset">
      <legend>{say.numbersElsewhere}</legend>
      {numbers.map((each, at) => (
        // Rows have no identity before they are sent.
        // eslint-disable-next-line react/no-array-index-key
        <div key={at} className="row">
          <Input
            className="grow"
            aria-label={`${say.numberSource} ${at + 1}`}
            placeholder={say.numberSource}
            value={each.source}
            onChange={(event) => change(at, { source: event.target.value })}
          />
          <Input
            className="grow"
            aria-label={`${say.numberValue} ${at + 1}`}
            placeholder={say.numberValue}
            value={each.number}
            onChange={(event) => change(at, { number: event.target.value })}
          />
          <Button onClick={() => onChange(numbers.filter((_, place) => place !== at))}>
            {fill(say.removeNumber, { n: at + 1 })}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...numbers, { source: '', number: '' }])}>
        {say.addNumber}
      </Button>
    </fieldset>
  );
}
