import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type {
  ClockExplanation,
  ClockView,
  PetitionView,
} from '../../../src/capabilities/petitions/view.ts';
import { api } from '../../shell/api.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useSpeech, useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { ClockBar, clockName } from '../clock-bar.tsx';
import { DaysTable } from './days-table.tsx';

/** A local clock stands under the law's that it goes with. */
function inPairs(clocks: readonly ClockView[]): readonly ClockView[] {
  const local = clocks.filter(({ profile }) => profile !== null);
  const law = clocks.filter(({ profile }) => profile === null);
  const paired = law.flatMap((clock) => [
    clock,
    ...local.filter(({ key }) => key === `local:${clock.key}`),
  ]);
  return [...paired, ...local.filter((clock) => !paired.includes(clock))];
}

/** Every clock, running ones first; each opens to its law and its days. */
export function ClocksPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  const clocks = inPairs(petition.clocks);
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const stopped = clocks.filter(({ stoppedAt }) => stoppedAt !== null);
  return (
    <section className="panel">
      <h2>{say.clocks}</h2>
      {running.length === 0 && <p className="quiet">{say.noClocks}</p>}
      {[...running, ...stopped].map((clock) => (
        <Clock
          key={clock.key}
          clock={clock}
          petitionId={petition.id}
          // Where somebody else than the holder must act, the clock says who (P-17).
          named={!clock.right && clock.holder.id !== petition.holder.id}
        />
      ))}
    </section>
  );
}

function Clock(props: {
  readonly clock: ClockView;
  readonly petitionId: string;
  readonly named: boolean;
}) {
  const { clock, petitionId, named } = props;
  const { words, language } = useSpeech();
  const { petition: say, terms, shell } = words;
  const [open, setOpen] = useState(false);
  const law = language === 'en' ? clock.basis.lawEn : clock.basis.law;
  const article =
    clock.basis.article === '' ? '' : fill(say.clock.article, { article: clock.basis.article });
  return (
    <div className="clock-item">
      {clock.stoppedAt === null ? (
        <ClockBar clock={clock} />
      ) : (
        <p className="quiet">
          {clockName(clock, words)} ·{' '}
          {fill(say.clockStopped, { date: formatMoment(clock.stoppedAt).slice(0, 10) })}
        </p>
      )}
      {named && <p>{fill(say.clock.by, { name: clock.holder.name })}</p>}
      <div className="row">
        <span className="quiet">
          {law} {article}
        </span>
        <Button
          size="small"
          type="link"
          className="no-print"
          aria-expanded={open}
          aria-label={`${clockName(clock, words)} · ${open ? say.clock.hide : say.clock.explain}`}
          onClick={() => setOpen(!open)}
        >
          {open ? say.clock.hide : say.clock.explain}
        </Button>
      </div>
      {open && (
        <>
          <dl className="facts">
            <dt>{say.clock.from}</dt>
            <dd>{formatMoment(clock.startedAt)}</dd>
            <dt>{say.clock.due}</dt>
            <dd>
              {formatDay(clock.dueDate, language)}
              {clock.provisional && ` · ${shell.time.provisional}`}
            </dd>
            <dt>{say.clock.holder}</dt>
            <dd>{clock.right ? words.events.by.petitioner : clock.holder.name}</dd>
            {clock.extensionDays > 0 && (
              <>
                <dt>{say.clock.extension}</dt>
                <dd>{fill(shell.time.days, { days: clock.extensionDays })}</dd>
              </>
            )}
            <dt>{say.clock.certainty}</dt>
            <dd>{terms.certainty[clock.certainty]}</dd>
            {clock.nextRight !== null && (
              <>
                <dt>{say.clock.nextRight}</dt>
                <dd>{terms.nextRight[clock.nextRight]}</dd>
              </>
            )}
          </dl>
          {clock.provisional && <p className="field-help">{shell.time.provisionalHelp}</p>}
          <Days petitionId={petitionId} clock={clock} />
        </>
      )}
    </div>
  );
}

function Days({ petitionId, clock }: { readonly petitionId: string; readonly clock: ClockView }) {
  const { terms, petition: say } = useWords();
  const query = useQuery({
    queryKey: ['petition', petitionId, 'clock', clock.key],
    queryFn: ({ signal }) =>
      api.get<ClockExplanation>(
        `/petitions/${petitionId}/clocks/${encodeURIComponent(clock.key)}`,
        { signal },
      ),
  });
  if (query.isError) return <ProblemNote error={query.error} />;
  if (query.data === undefined) return <Waiting />;
  return (
    <DaysTable
      caption={fill(say.clock.table, { period: terms.period[clock.period] })}
      days={query.data.days}
      dueDate={query.data.dueDate}
    />
  );
}
