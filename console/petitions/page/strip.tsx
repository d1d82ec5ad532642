import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { ReviewAction } from '../../review/reviews-panel.tsx';
import { formatMoment } from '../../shell/format.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill, wordFor } from '../../words/words.ts';
import { ClockBar } from '../clock-bar.tsx';
import { isPaperStep } from '../commands/forms.ts';
import { stepAddress } from '../steps.ts';

/** One strip on top: what it is, who has it, how it stands, until when, and the next step. */
export function Strip(props: {
  readonly petition: PetitionView;
  readonly working: PublicCommandType | null;
}) {
  const { petition } = props;
  const { words } = useSpeech();
  const { petition: say, terms, shell } = words;
  const { conclusion } = petition;
  // P-9: the local limit that comes first, beside the law's clock.
  const local = petition.clocks
    .filter(({ profile, stoppedAt }) => profile !== null && stoppedAt === null)
    .toSorted((one, other) => one.dueAt - other.dueAt)[0];
  // Also while a step is drafted: who had it stands beside who has it.
  const chain = handsOf(petition);
  const facts: readonly (readonly [string, string])[] = [
    [say.status, terms.status[petition.status]],
    [say.holder, petition.holder.name],
    ...(petition.officer === null ? [] : [[say.officer, petition.officer.name] as const]),
    ...petition.levels.map(({ unit, part }) => [terms.levelPart[part], unit.name] as const),
    ...(petition.agenda === null
      ? []
      : [
          [
            say.agenda,
            `${terms.agendaStage[petition.agenda.stage]} · ${terms.agendaQuestion[petition.agenda.question]}`,
          ] as const,
        ]),
    [say.outcome, outcomeOf(petition, words)],
    ...(chain.length < 2 ? [] : [[say.chain, chain.join(' → ')] as const]),
    [say.since, fill(shell.time.days, { days: petition.daysSinceRegistration })],
  ];
  return (
    <header className="strip" aria-label={say.strip}>
      <div className="strip-top">
        <div>
          <p className="quiet">
            <span className="figure">{displayPetitionNumber(petition.number)}</span>
            {' · '}
            {terms.channel[petition.channel]}
            {petition.purpose !== null && ` · ${terms.purpose[petition.purpose]}`}
            {petition.urgency !== 'ordinary' && (
              <strong className="urgent"> · {terms.urgency[petition.urgency]}</strong>
            )}
            {petition.simple !== null &&
              ` · ${say.simple}（${terms.simpleGround[petition.simple.ground]}）`}
            {petition.round > 1 && ` · ${fill(say.round, { round: petition.round })}`}
            {petition.personCount > 1 && ` · ${fill(say.persons, { count: petition.personCount })}`}
          </p>
          <h1>{petition.title}</h1>
          {petition.purpose === 'accusation' && <p className="urgent">{say.accusation}</p>}
          {petition.mixed && petition.conclusion === null && <p className="warning">{say.mixed}</p>}
          <dl className="strip-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        {petition.clock !== null && (
          <div className="strip-clock">
            <ClockBar clock={petition.clock} />
            {local !== undefined && <ClockBar clock={local} />}
          </div>
        )}
      </div>
      {petition.raiseProposal !== null && (
        <p className="warning">
          {fill(say.raiseProposed, {
            by: petition.raiseProposal.by,
            to: petition.raiseProposal.to,
            reason: petition.raiseProposal.reason,
          })}
        </p>
      )}
      {petition.withdrawal !== null && conclusion === null && (
        <p className="warning">
          {fill(say.withdrawalOpen, { date: formatMoment(petition.withdrawal.at).slice(0, 10) })}
        </p>
      )}
      {props.working === null && <Steps petition={petition} />}
    </header>
  );
}

/** Every hand that it went through, each once in a row. */
const handsOf = ({ chain }: PetitionView): readonly string[] =>
  chain.flatMap(({ from, to }) => [from, to]).filter((name, at, all) => name !== all[at - 1]);

function outcomeOf(petition: PetitionView, words: ReturnType<typeof useSpeech>['words']): string {
  const { petition: say, terms } = words;
  const { matterSettled, petitionerView } = petition.outcome;
  const parts = [
    petition.conclusion === null
      ? null
      : terms.conclusionForm[petition.conclusion.form] +
        (petition.conclusion.reason === null
          ? ''
          : `（${wordFor(terms.conclusionReason, petition.conclusion.reason)}）`),
    matterSettled === null ? null : `${say.matter} ${terms.settled[matterSettled]}`,
    petitionerView === null ? null : `${say.view} ${terms.view[petitionerView]}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? say.noOutcome : parts.join(' · ');
}

const urgentSteps = ['reportUrgent', 'followUpUrgent'] as const;

/** The next step as the one primary button; the others with the reason where they cannot be. */
function Steps({ petition }: { readonly petition: PetitionView }) {
  const { words, language } = useSpeech();
  const { petition: say, commands } = words;
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { next } = petition;
  // Reg. 25: one key, one button, wherever the matter stands.
  const report = urgentSteps.find((step) =>
    petition.allowances.some(({ command, allowed }) => command === step && allowed),
  );
  const others = petition.allowances.filter(
    ({ command }) => command !== next && !isPaperStep(command),
  );
  useKeys({
    '.': () => {
      if (next !== null) void navigate(stepAddress(petition, next));
    },
    u: () => {
      if (report !== undefined) void navigate(stepAddress(petition, report));
    },
    Escape: () => setOpen(false),
  });
  const allowed = others.filter((each) => each.allowed);
  const refused = others.filter((each) => !each.allowed);
  return (
    <>
      <div className="strip-actions">
        {next === null ? (
          <span className="quiet">{say.noNext}</span>
        ) : (
          <Link className="primary-link" to={stepAddress(petition, next)}>
            {commands.name[next]}
          </Link>
        )}
        {report !== undefined && report !== next && (
          <Link className="secondary-link urgent-link" to={stepAddress(petition, report)}>
            {commands.name[report]}
          </Link>
        )}
        <ReviewAction petition={petition} />
        {others.length > 0 && (
          <button
            type="button"
            className="secondary-link"
            aria-expanded={open}
            aria-controls="other-steps"
            onClick={() => setOpen(!open)}
          >
            {say.otherSteps}
          </button>
        )}
      </div>
      <div id="other-steps" hidden={!open} className="other-steps">
        {open && (
          <>
            <ul className="step-links">
              {allowed.map(({ command }) => (
                <li key={command}>
                  <Link to={stepAddress(petition, command)}>{commands.name[command]}</Link>
                  <span className="line-sub">{commands.about[command]}</span>
                </li>
              ))}
            </ul>
            {refused.length > 0 && (
              <details>
                <summary>{say.notAllowed}</summary>
                <ul className="step-links">
                  {refused.map(({ command, reason }) => (
                    <li key={command}>
                      <span>{commands.name[command]}</span>
                      <span className="line-sub">
                        {reason === null ? '' : language === 'en' ? reason.en : reason.zh}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </div>
    </>
  );
}
