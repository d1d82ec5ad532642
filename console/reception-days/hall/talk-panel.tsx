import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GroupView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { Receipt, type Registered } from '../../petitions/registration/receipt.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useMay } from '../../shell/session.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { Visitor } from './called-panel.tsx';
import { InstructForm } from './instruct-form.tsx';
import { JoinForm } from './join-form.tsx';
import { RegisterHere } from './register-here.tsx';
import { groupKey, useGroupWork } from './use-hall-step.ts';

type Current = NonNullable<GroupView['current']>;
type Doing = 'register' | 'join' | 'instruct' | null;

function Matters(props: { readonly ticket: Current }) {
  const { hall } = useWords();
  const say = hall.table;
  const { matters } = props.ticket;
  return (
    <>
      <h2>{say.matters}</h2>
      {matters.length === 0 ? (
        <p className="quiet">{say.noMatter}</p>
      ) : (
        <ul className="plain-list">
          {matters.map(({ petitionId, number }) => (
            <li key={petitionId}>
              {number === null ? (
                <span className="quiet">{say.unseen}</span>
              ) : (
                <Link to={`/petitions/${petitionId}`} className="figure">
                  {displayPetitionNumber(number)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A conversation: it becomes a petition or joins one, with the leader's instruction. */
export function TalkPanel(props: { readonly view: GroupView; readonly ticket: Current }) {
  const { view, ticket } = props;
  const { hall } = useWords();
  const say = hall.table;
  const may = useMay();
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>(null);
  const [settledAtOnce, setSettled] = useState(false);
  const [registered, setRegistered] = useState<Registered | null>(null);
  const work = useGroupWork(view.dayId, view.group.id);
  const place = `/reception-days/${view.dayId}/tickets/${ticket.id}`;
  const look = () =>
    void client.invalidateQueries({ queryKey: groupKey(view.dayId, view.group.id) });
  const done = () => {
    setDoing(null);
    look();
  };
  if (registered !== null) {
    return (
      <>
        <Receipt done={registered} onAnother={() => setRegistered(null)} />
        <Button className="no-print gap-top" onClick={() => setRegistered(null)}>
          {say.back}
        </Button>
      </>
    );
  }
  const button = (what: Exclude<Doing, null>, shown = true) =>
    shown && (
      <Button aria-expanded={doing === what} onClick={() => setDoing(doing === what ? null : what)}>
        {say[what]}
      </Button>
    );
  return (
    <>
      <section className="panel" aria-label={hall.stage.talking}>
        <p className="ticket-figure">
          {ticket.label} <small>{say.heard}</small>
        </p>
        <Visitor ticket={ticket} />
        <Matters ticket={ticket} />
        {work.isError && <ProblemNote error={work.error} />}
        <div className="row gap-top">
          {button('register', may('petition.register'))}
          {button('join')}
          {button('instruct', may('commitment.make') && ticket.matters.length > 0)}
        </div>
        <div className="row gap-top">
          {ticket.matters.length > 0 && (
            <Checkbox checked={settledAtOnce} onChange={(e) => setSettled(e.target.checked)}>
              {say.settled}
            </Checkbox>
          )}
          <Button
            type="primary"
            loading={work.isPending}
            onClick={() =>
              work.mutate({
                path: `/tickets/${ticket.id}/steps`,
                body: { step: { type: 'endTalk', input: { settledAtOnce } } },
              })
            }
          >
            {say.end}
          </Button>
        </div>
      </section>
      {doing === 'register' && (
        <RegisterHere
          place={place}
          ticket={ticket}
          onDone={(petition) => {
            done();
            setRegistered(petition);
          }}
        />
      )}
      {doing === 'join' && <JoinForm place={place} ticket={ticket} onDone={done} />}
      {doing === 'instruct' && <InstructForm place={place} ticket={ticket} onDone={look} />}
    </>
  );
}
