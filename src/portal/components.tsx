import type { ReactElement, ReactNode } from 'react';
import type { Reading } from './page.tsx';

/** Something on the page that needs another look, and where. */
export interface Fault {
  /** The id of the field. */
  readonly field: string;
  readonly sentence: string;
}

export const faultOf = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.sentence;

const describedBy = (...ids: readonly (string | undefined)[]): string | undefined =>
  ids.filter((id) => id !== undefined).join(' ') || undefined;

/** Whom to call; nothing where the office has not published a telephone. */
export const CallUs = ({ reading }: { readonly reading: Reading }): ReactElement | null => {
  const { phone } = reading.office;
  return phone === '' ? null : (
    <p>
      <a href={`tel:${phone}`}>{reading.say('problem.call', { phone })}</a>
    </p>
  );
};

/** All faults of a page, each a link to its field; it takes the focus when the page opens. */
export const FaultSummary = ({
  reading,
  faults,
}: {
  readonly reading: Reading;
  readonly faults: readonly Fault[];
}): ReactElement | null =>
  faults.length === 0 ? null : (
    <section className="faults" role="alert" tabIndex={-1} aria-labelledby="faults" data-focus="">
      <h2 id="faults">{reading.say('form.faults', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
      <p>{reading.say('form.faults.kept')}</p>
    </section>
  );

/** A sentence that stands out: good news, a hint to consider, or something to know first. */
export const Notice = ({
  kind,
  title,
  live,
  children,
}: {
  readonly kind: 'good' | 'warn' | 'info';
  readonly title?: string;
  readonly live?: boolean;
  readonly children?: ReactNode;
}): ReactElement => (
  <div className={`notice ${kind}`} aria-live={live === true ? 'polite' : undefined}>
    {title !== undefined && <p className="strong">{title}</p>}
    {children}
  </div>
);

interface FieldProps {
  readonly reading: Reading;
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly value?: string | undefined;
  readonly faults?: readonly Fault[];
  /** A doubt that lets pass. */
  readonly warning?: string | undefined;
  readonly optional?: boolean;
  /** Characters as people count them. */
  readonly limit?: number;
}

const FieldFrame = ({
  reading,
  name,
  label,
  help,
  faults = [],
  warning,
  optional,
  limit,
  id = name,
  children,
}: FieldProps & { readonly id?: string; readonly children: ReactNode }): ReactElement => {
  const fault = faultOf(faults, id);
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="soft"> {reading.say('form.optional')}</span>}
      </label>
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {warning !== undefined && (
        <p className="doubt" id={`${id}-doubt`}>
          {warning}
        </p>
      )}
      {children}
      {limit !== undefined && (
        <p
          className="help count"
          id={`${id}-count`}
          data-left={reading.say('form.left', { left: '#' })}
          data-over={reading.say('form.over', { over: '#' })}
        >
          {reading.say('form.limit', { limit })}
        </p>
      )}
    </div>
  );
};

const aria = (
  id: string,
  { help, faults = [], warning, limit }: FieldProps,
): { 'aria-describedby': string | undefined; 'aria-invalid': true | undefined } => {
  const faulty = faultOf(faults, id) !== undefined;
  return {
    'aria-describedby': describedBy(
      help === undefined ? undefined : `${id}-help`,
      faulty ? `${id}-fault` : undefined,
      warning === undefined ? undefined : `${id}-doubt`,
      limit === undefined ? undefined : `${id}-count`,
    ),
    'aria-invalid': faulty ? true : undefined,
  };
};

/** One line to type in. */
export const TextField = (
  props: FieldProps & {
    readonly type?: 'text' | 'tel' | 'email';
    readonly inputMode?: 'numeric' | 'text';
    readonly autoComplete?: string;
    readonly list?: string;
    readonly wide?: boolean;
  },
): ReactElement => (
  <FieldFrame {...props}>
    <input
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      list={props.list}
      defaultValue={props.value ?? ''}
      data-limit={props.limit}
      className={props.wide === false ? 'short' : undefined}
      {...aria(props.name, props)}
    />
  </FieldFrame>
);

/** Several lines to type in. `id` tells apart fields that share a name. */
export const TextArea = (
  props: FieldProps & { readonly rows: number; readonly id?: string },
): ReactElement => {
  const id = props.id ?? props.name;
  return (
    <FieldFrame {...props} id={id}>
      <textarea
        id={id}
        name={props.name}
        rows={props.rows}
        defaultValue={props.value ?? ''}
        data-limit={props.limit}
        {...aria(id, props)}
      />
    </FieldFrame>
  );
};

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** One of several, as large targets. The legend is the page's question unless told otherwise. */
export const Choices = ({
  name,
  legend,
  choices,
  value,
  faults = [],
  type = 'radio',
  hideLegend = false,
}: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly faults?: readonly Fault[];
  readonly type?: 'radio' | 'checkbox';
  /** When the heading just above says the same. */
  readonly hideLegend?: boolean;
}): ReactElement => {
  const fault = faultOf(faults, name);
  return (
    <fieldset
      className={fault === undefined ? 'field' : 'field faulty'}
      aria-describedby={fault === undefined ? undefined : `${name}-fault`}
    >
      <legend className={hideLegend ? 'away' : undefined}>{legend}</legend>
      {fault !== undefined && (
        <p className="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      {choices.map((choice, index) => {
        const id = index === 0 ? name : `${name}-${choice.value}`;
        return (
          <div className="choice" key={choice.value}>
            <input
              type={type}
              id={id}
              aria-labelledby={`${id}-label`}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
              aria-describedby={choice.help === undefined ? undefined : `${id}-help`}
            />
            <label htmlFor={id} id={`${id}-label`}>
              {choice.label}
            </label>
            {choice.help !== undefined && (
              <p className="help" id={`${id}-help`}>
                {choice.help}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
};

export const Select = (
  props: FieldProps & { readonly options: readonly Choice[] },
): ReactElement => (
  <FieldFrame {...props}>
    <select
      id={props.name}
      name={props.name}
      defaultValue={props.value ?? ''}
      {...aria(props.name, props)}
    >
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </FieldFrame>
);

/** A form that posts back, with its token first, so that a forgery is known before any file. */
export const Form = ({
  reading,
  id,
  action,
  multipart = false,
  autosave,
  children,
}: {
  readonly reading: Reading;
  readonly id: string;
  readonly action: string;
  readonly multipart?: boolean;
  /** What to say when it was saved by itself; without it nothing is. */
  readonly autosave?: string;
  readonly children: ReactNode;
}): ReactElement => (
  <form
    id={id}
    method="post"
    action={action}
    encType={multipart ? 'multipart/form-data' : undefined}
    noValidate
    data-once=""
    data-autosave={autosave}
  >
    <input type="hidden" name={reading.csrf.name} value={reading.csrf.value} />
    {children}
    {autosave !== undefined && <output className="help" data-saved="" />}
  </form>
);

/** Names and values, for summaries. */
export const Facts = ({
  rows,
}: {
  readonly rows: readonly (readonly [name: string, value: ReactNode, action?: ReactNode])[];
}): ReactElement => (
  <dl className="facts">
    {rows.map(([name, value, action]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
        {action !== undefined && <dd className="action">{action}</dd>}
      </div>
    ))}
  </dl>
);
