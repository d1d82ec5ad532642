import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { HallView, QueuedView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { Choice } from '../../shell/choice.tsx';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import { HallTable } from './hall-table.tsx';
import { useTicketStep } from './use-hall-step.ts';

/** Which group, and why: the rule's own words. */
function Suggested(props: { readonly hall: HallView; readonly ticket: QueuedView }) {
  const { hall: say } = useWords();
  const [best] = props.ticket.suggestions;
  const group = props.hall.groups.find(({ id }) => id === best?.groupId);
  if (best === undefined || group === undefined) {
    return <span className="quiet">{say.queue.nobody}</span>;
  }
  return (
    <>
      {group.label}
      <span className="line-sub">
        {best.reasons.map(({ code, value }) => fill(say.reason[code], { value })).join('，')}
      </span>
    </>
  );
}

function SendForm(props: {
  readonly hall: HallView;
  readonly ticket: QueuedView;
  readonly onDone: () => void;
}) {
  const { hall, ticket } = props;
  const { hall: words, shell } = useWords();
  const say = words.queue;
  const [groupId, setGroupId] = useState(ticket.sentTo ?? '');
  const [reason, setReason] = useState('');
  const step = useTicketStep(hall.dayId);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const input = { groupId: groupId === '' ? null : groupId, reason };
    step.mutate({ ticketId: ticket.id, type: 'send', input }, { onSuccess: props.onDone });
  };
  return (
    <form
      className="sub-form"
      onSubmit={send}
      noValidate
      aria-label={`${say.send} ${ticket.label}`}
    >
      {step.isError && <ProblemNote error={step.error} />}
      <Field label={say.sendTo}>
        {(aria) => (
          <Choice
            aria={aria}
            empty={say.anybody}
            value={groupId}
            options={hall.groups
              .filter(({ open }) => open)
              .map(({ id, label }) => ({ value: id, label }))}
            onChange={setGroupId}
          />
        )}
      </Field>
      <Field label={say.reason} needed>
        {(aria) => <Input {...aria} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </Field>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" disabled={reason.trim() === ''}>
          {say.send}
        </Button>
        <Button onClick={props.onDone}>{shell.action.cancel}</Button>
      </div>
    </form>
  );
}

/** The number, and what is unusual about it. */
function Numbered(props: { readonly ticket: QueuedView }) {
  const { ticket } = props;
  const { queue: say } = useWords().hall;
  const notes = [
    ticket.carried > 0 ? say.carried : '',
    ticket.arrived ? '' : say.notHere,
    ticket.numberedOn === null ? '' : fill(say.of, { day: ticket.numberedOn }),
  ];
  return (
    <>
      <strong>{ticket.label}</strong>
      <span className="line-sub">{notes.filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** Who waits, in the one order, with what the rule suggests and why. */
export function QueuePanel(props: { readonly hall: HallView; readonly onMore: () => void }) {
  const { hall } = props;
  const { hall: words } = useWords();
  const say = words.queue;
  const [sending, setSending] = useState<string | null>(null);
  const step = useTicketStep(hall.dayId);
  const more = hall.counts.waiting - hall.waiting.length;
  return (
    <section className="panel" aria-labelledby="hall-queue">
      <h2 id="hall-queue">{say.title}</h2>
      {step.isError && <ProblemNote error={step.error} />}
      {hall.waiting.length === 0 ? (
        <p className="quiet">{say.none}</p>
      ) : (
        <HallTable
          title={say.title}
          columns={keysOf(say.column).map((each) => say.column[each])}
          rows={hall.waiting.map((ticket) => ({
            key: ticket.id,
            cells: [
              { content: <Numbered ticket={ticket} />, figure: true },
              { content: fill(say.minutes, { minutes: ticket.waited }), figure: true },
              { content: ticket.persons, figure: true },
              { content: [ticket.unit, ticket.topic].filter((each) => each !== null).join('、') },
              {
                content: (
                  <>
                    <Suggested hall={hall} ticket={ticket} />
                    {sending === ticket.id && (
                      <SendForm hall={hall} ticket={ticket} onDone={() => setSending(null)} />
                    )}
                  </>
                ),
              },
            ],
            actions: (
              <>
                {hall.may.dispatch && sending !== ticket.id && (
                  <Button
                    size="small"
                    aria-label={`${say.send} ${ticket.label}`}
                    onClick={() => setSending(ticket.id)}
                  >
                    {say.send}
                  </Button>
                )}
                {hall.may.door && !ticket.arrived && (
                  <Button
                    size="small"
                    aria-label={`${words.desk.arrive} ${ticket.label}`}
                    onClick={() => step.mutate({ ticketId: ticket.id, type: 'arrive', input: {} })}
                  >
                    {words.desk.arrive}
                  </Button>
                )}
              </>
            ),
          }))}
        />
      )}
      {more > 0 && (
        <p className="row gap-top">
          <span className="quiet">{fill(say.more, { count: more })}</span>
          <Button size="small" onClick={props.onMore}>
            {say.showMore}
          </Button>
        </p>
      )}
    </section>
  );
}
