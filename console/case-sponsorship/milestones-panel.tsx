import type {
  MilestoneView,
  SponsoredView,
} from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { formatMoment } from '../shell/format.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** The dated steps of a plan; what was missed, and each date that was moved, stays visible. */
export function MilestonesPanel({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  return (
    <section className="panel" aria-labelledby="milestones">
      <h2 id="milestones">{say.milestones}</h2>
      {item.milestones.length === 0 && <p className="quiet">{say.noMilestones}</p>}
      <ul className="plain-list">
        {item.milestones.map((milestone) => (
          <li key={milestone.id}>
            <Step milestone={milestone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Step({ milestone }: { readonly milestone: MilestoneView }) {
  const { sponsored: say } = useWords();
  const { what, responsible, date, told, state, missed, doneOn, reports, moved } = milestone;
  return (
    <>
      <p>
        <strong className="figure">{date}</strong> {what}
      </p>
      <p>
        {responsible} · {say.milestone[state]}
        {doneOn !== null && ` · ${fill(say.doneOn, { day: doneOn })}`}{' '}
        {missed && state !== 'missed' && <span className="tag">{say.late}</span>}
      </p>
      {told !== '' && <p className="quiet">{fill(say.told, { words: told })}</p>}
      {moved.map(({ at, by, from, to, reason }) => (
        <p key={at} className="quiet">
          {fill(say.moved, { by, from, to, reason })}
        </p>
      ))}
      {reports.map(({ at, by, words }) => (
        <p key={at} className="letter-text">
          {by} <span className="figure">{formatMoment(at)}</span>：{words}
        </p>
      ))}
    </>
  );
}
