import { Button } from 'antd';
import { useState } from 'react';
import type { GroupView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { DateField } from '../../shell/date-field.tsx';
import { Field } from '../../shell/field.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

type Current = NonNullable<GroupView['current']>;

/** Who the visitor is, for those who hear them. */
export function Visitor(props: { readonly ticket: Current }) {
  const { hall } = useWords();
  const say = hall.table;
  const { ticket } = props;
  const { holder } = ticket;
  const about = [ticket.unit?.name, ticket.topic].filter(Boolean).join('、');
  return (
    <dl className="hall-figures">
      <div>
        <dt>{say.holder}</dt>
        <dd>{(holder?.name ?? '') === '' ? say.anonymous : holder?.name}</dd>
      </div>
      <div>
        <dt>{hall.counts.persons}</dt>
        <dd>{fill(say.persons, { count: ticket.persons })}</dd>
      </div>
      {holder !== null && holder.representatives.length > 0 && (
        <div>
          <dt>{say.representatives}</dt>
          <dd>{holder.representatives.join('、')}</dd>
        </div>
      )}
      {about !== '' && (
        <div>
          <dt>{say.about}</dt>
          <dd>{about}</dd>
        </div>
      )}
    </dl>
  );
}

/** Somebody is called: they come, or are called again, telephoned, put back, carried over. */
export function CalledPanel(props: {
  readonly view: GroupView;
  readonly ticket: Current;
  readonly busy: boolean;
  readonly onStep: (type: string, input: object) => void;
}) {
  const { view, ticket, busy, onStep } = props;
  const { hall } = useWords();
  const say = hall.table;
  const [on, setOn] = useState<string>(view.nextMorning);
  return (
    <section className="panel" aria-label={hall.stage.called}>
      <p className="ticket-figure" role="status">
        {ticket.label}
      </p>
      <p>{fill(say.calls, { count: ticket.calls })}</p>
      <Visitor ticket={ticket} />
      <div className="row">
        <Button type="primary" size="large" loading={busy} onClick={() => onStep('beginTalk', {})}>
          {say.begin}
        </Button>
        <Button onClick={() => onStep('callAgain', {})}>{say.again}</Button>
        <Button onClick={() => onStep('putBack', {})}>{say.putBack}</Button>
      </div>
      {ticket.hasTelephone && (
        <div className="row gap-top">
          <span>{fill(say.rings, { telephone: ticket.holder?.telephone ?? '' })}</span>
          <Button disabled={ticket.telephoned} onClick={() => onStep('telephone', {})}>
            {say.telephone}
          </Button>
        </div>
      )}
      <details className="gap-top">
        <summary>{say.carry}</summary>
        <Field label={say.carryOn}>
          {(aria) => <DateField aria={aria} value={on} onChange={setOn} />}
        </Field>
        <Button onClick={() => onStep('carryOver', { cause: 'no-answer', on })}>{say.carry}</Button>
      </details>
    </section>
  );
}
