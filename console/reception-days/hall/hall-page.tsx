import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import { AwayNote } from './away-note.tsx';
import { EveningPanel } from './evening-panel.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { onePress } from './one-press.ts';
import { QueuePanel } from './queue-panel.tsx';
import { ScreensPanel } from './screens-panel.tsx';
import { useHall } from './use-hall.ts';

/** Tickets that are listed at first, and with each “more”: nobody reads a thousand. */
const firstShown = 100;
const moreShown = 400;

function Figures(props: { readonly hall: HallView }) {
  const { hall: say } = useWords();
  const { counts, estimate, longest } = props.hall;
  return (
    <section className="panel" aria-label={say.overview}>
      <dl className="hall-figures">
        {keysOf(say.counts).map((each) => (
          <div key={each}>
            <dt>{say.counts[each]}</dt>
            <dd className="figure">{counts[each]}</dd>
          </div>
        ))}
      </dl>
      <p>
        {estimate === null ? say.noEstimate : fill(say.estimate, { minutes: estimate })}
        {longest > 0 && ` · ${fill(say.longest, { minutes: longest })}`}
      </p>
    </section>
  );
}

/** The whole hall: who waits, who hears, how long it takes. Numbers, nobody's name. */
export function HallPage() {
  const { dayId = '' } = useParams();
  const { hall: say } = useWords();
  usePageTitle(say.title);
  const [shown, setShown] = useState(firstShown);
  const { query, standing } = useHall(dayId, shown);
  const hall = query.data;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {hall?.may.door === true && (
          <Link className="secondary-link" to={`/halls/${dayId}/door`}>
            {say.door}
          </Link>
        )}
      </div>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {hall !== undefined && (
        <>
          <p>
            <span className="figure">{hall.on}</span> · {hall.place} · {hall.office.name} ·{' '}
            {hall.leaders.join('、')}
          </p>
          <div className="stack" onClickCapture={onePress}>
            <AwayNote standing={standing} />
            <Figures hall={hall} />
            <GroupsPanel hall={hall} />
            <QueuePanel hall={hall} onMore={() => setShown(hall.waiting.length + moreShown)} />
            {hall.may.dispatch && (
              <>
                <EveningPanel hall={hall} />
                <ScreensPanel hall={hall} />
              </>
            )}
          </div>
        </>
      )}
    </>
  );
}
