import { Button, Input } from 'antd';
import { checkIdentityNumber } from '../../../src/kernel/identity-number.ts';
import type { LocalDate } from '../../../src/kernel/local-date.ts';
import { checkTelephone } from '../../../src/kernel/telephone.ts';
import { Choice } from '../../shell/choice.tsx';
import { todayInShanghai } from '../../shell/date-typing.ts';
import { Field } from '../../shell/field.tsx';
import { formatDay } from '../../shell/format.ts';
import { useSpeech, useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import type { PersonDraft } from './draft.ts';
import type { ReadableField } from './machine-reading.ts';

/** One person: the card says birth date and sex by itself; doubts warn and never block. */
export function PersonFields(props: {
  readonly at: number;
  readonly person: PersonDraft;
  readonly alone: boolean;
  readonly markOf: (field: ReadableField) => string | undefined;
  readonly onChange: (next: Partial<PersonDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { registration: say, terms } = useWords();
  const { person, at, onChange } = props;
  const text = (
    name: keyof PersonDraft & keyof typeof say,
    extra: {
      readonly help?: string;
      readonly warn?: readonly string[];
      readonly mark?: string | undefined;
    } = {},
  ) => (
    <Field label={say[name]} help={extra.help} mark={extra.mark} className={`person-${name}`}>
      {(aria) => (
        <>
          <Input
            {...aria}
            value={person[name]}
            autoComplete="off"
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
          {extra.warn?.map((warning) => (
            <span key={warning} className="warning" role="status">
              {warning}
            </span>
          ))}
        </>
      )}
    </Field>
  );
  return (
    <fieldset className={props.alone ? 'fieldset' : 'sub-form'}>
      <legend className={props.alone ? 'unseen' : ''}>{fill(say.person, { n: at + 1 })}</legend>
      <div className="columns">
        {text('name', { mark: props.markOf('name') })}
        <Field label={say.documentNumber} mark={props.markOf('documentNumber')}>
          {(aria) => (
            <>
              <Input
                {...aria}
                value={person.documentNumber}
                autoComplete="off"
                onChange={(event) => onChange({ documentNumber: event.target.value })}
              />
              {person.documentType === 'identity-card' && (
                <CardSays number={person.documentNumber} />
              )}
            </>
          )}
        </Field>
        {text('mobile', {
          warn: useTelephoneWarnings(person.mobile),
          mark: props.markOf('mobile'),
        })}
      </div>
      <details open={!props.alone || person.address !== ''}>
        <summary>{say.personMore}</summary>
        <div className="columns">
          <Field label={say.role}>
            {(aria) => (
              <Choice
                aria={aria}
                value={person.role}
                options={keysOf(terms.personRole).map((each) => ({
                  value: each,
                  label: terms.personRole[each],
                }))}
                onChange={(role) => onChange({ role })}
              />
            )}
          </Field>
          <Field label={say.documentType}>
            {(aria) => (
              <Choice
                aria={aria}
                value={person.documentType}
                options={keysOf(terms.documentType).map((each) => ({
                  value: each,
                  label: terms.documentType[each],
                }))}
                onChange={(documentType) => onChange({ documentType })}
              />
            )}
          </Field>
          {text('address')}
          {text('landline', { warn: useTelephoneWarnings(person.landline) })}
          {text('email')}
          {text('safeContact', { help: say.safeContactHelp })}
          {text('organisation')}
          {text('authority', { help: say.authorityHelp })}
        </div>
      </details>
      {!props.alone && (
        <Button size="small" onClick={props.onRemove}>
          {fill(say.removePerson, { n: at + 1 })}
        </Button>
      )}
    </fieldset>
  );
}

function useTelephoneWarnings(typed: string): readonly string[] {
  const { warning } = useWords().registration;
  if (typed.trim().length < 7) return [];
  return checkTelephone(typed).warnings.map((each) =>
    each === 'wrong-length' ? warning['telephone-length'] : warning[each],
  );
}

/** What the number of an identity card says, once it is whole. */
function CardSays({ number }: { readonly number: string }) {
  const { words, language } = useSpeech();
  const { registration: say } = words;
  if (number.trim().length < 15) return null;
  const check = checkIdentityNumber(number, todayInShanghai(Date.now()) as LocalDate);
  return (
    <span role="status">
      {check.birthDate !== undefined && check.warnings.length === 0 && (
        <span className="quiet">
          {say.birthDate} {formatDay(check.birthDate, language)} · {say.sex}{' '}
          {check.sex === 'male' ? say.male : say.female}
        </span>
      )}
      {check.warnings.map((warning) => (
        <span key={warning} className="warning block">
          {say.warning[warning]}
        </span>
      ))}
    </span>
  );
}
