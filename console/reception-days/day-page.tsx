import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { DayView, InsideView } from '../../src/capabilities/reception-days/view.ts';
import { api } from '../shell/api.ts';
import { formatDay } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { problemOf } from '../shell/problem.ts';
import { useSubmission } from '../shell/use-submission.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import type { Values } from '../shell/spec-form.tsx';
import { stepFields } from './fields.ts';
import { Inside } from './inside.tsx';
import { ReceptionForm } from './reception-form.tsx';
import { Results } from './results.tsx';

/** What is over once the minutes are out. */
const minutesSteps = new Set(['draftMinutes', 'issueMinutes']);

/** Steps on a task force or an invitation stand beside it, not in the day's own list. */
const beside = new Set(['cancelBooking', 'answerInvitation', 'noteTaskForce', 'closeTaskForce']);

const planOf = (day: DayView): Values => ({
  kind: day.kind,
  way: day.way,
  on: day.on,
  from: day.from,
  to: day.to,
  place: day.place,
  regionCode: day.region.code,
  leaders: day.leaders.map(({ id }) => id),
  theme: day.theme,
  topics: day.topics.map(({ code }) => code),
  slotMinutes: day.slotMinutes ?? '',
});

/** What a form begins with: what is there already is changed, not typed again. */
function firstOf(step: string, day: DayView, inside: InsideView | null): Values {
  if (step === 'changeDay') return planOf(day);
  if (step !== 'draftMinutes' || inside?.minutes == null) return {};
  const { attending, heard, decided } = inside.minutes;
  return { attending, heard, decided };
}

/** One reception day: what is planned, where it was announced, who comes, what came of it. */
export function ReceptionDayPage() {
  const { id = '' } = useParams();
  const { receptions: say } = useWords();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['reception-day', id],
    queryFn: ({ signal }) => api.get<DayView>(`/reception-days/${id}`, { signal }),
  });
  const inside = useQuery({
    queryKey: ['reception-inside', id],
    queryFn: async ({ signal }): Promise<InsideView | null> => {
      try {
        return await api.get<InsideView>(`/reception-days/${id}/inside`, { signal });
      } catch (error) {
        // Who does not run this day reads what everybody reads.
        if (problemOf(error).code === 'not-found') return null;
        throw error;
      }
    },
  });
  const [step, setStep] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  usePageTitle(say.title);
  const day = query.data;
  const isIssued = inside.data?.minutes?.number != null;
  const reload = async (what: string) => {
    setStep(null);
    setSaid(fill(say.done, { step: wordFor(say.step, what) }));
    await client.invalidateQueries({ queryKey: ['reception-day', id] });
    await client.invalidateQueries({ queryKey: ['reception-inside', id] });
  };
  const send = (type: string) => (input: Record<string, unknown>, key: string) =>
    api.post(
      `/reception-days/${id}/steps`,
      { step: { type, input }, expectedVersion: day?.version },
      { key },
    );
  if (query.isPending) return <Waiting lines={8} />;
  if (day === undefined) {
    return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <div className="page-head">
        <h1>
          {day.on} {say.kind[day.kind]}
        </h1>
        <strong>{say.state[day.state]}</strong>
      </div>
      <p className="row">
        <Link to={`/receptions?month=${day.on.slice(0, 7)}`}>{say.title}</Link>
        {day.noticeVersion !== null && (
          <a href={`/reception/${day.id}`} target="_blank" rel="noreferrer">
            {say.onPortal}
          </a>
        )}
      </p>
      <p role="status">{said}</p>
      <div className="stack gap-top">
        <Plan day={day} />
        <section className="panel" aria-labelledby="steps">
          <h2 id="steps">{say.steps}</h2>
          {day.steps.length === 0 && <p className="quiet">{say.noSteps}</p>}
          <div className="row">
            {day.steps
              .filter((each) => !beside.has(each) && !(isIssued && minutesSteps.has(each)))
              .map((each) => (
                <StepButton
                  key={each}
                  step={each}
                  open={step === each}
                  send={send(each)}
                  onOpen={() => setStep(step === each ? null : each)}
                  onDone={() => void reload(each)}
                />
              ))}
          </div>
          {step !== null && (
            <div className="narrow-form gap-top">
              <h3>{wordFor(say.step, step)}</h3>
              <ReceptionForm
                key={step}
                fields={stepFields[step] ?? []}
                first={firstOf(step, day, inside.data ?? null)}
                label={wordFor(say.step, step)}
                send={send(step)}
                onDone={() => void reload(step)}
                onLeave={() => setStep(null)}
              />
            </div>
          )}
        </section>
        {day.state === 'closed' && <Results id={id} />}
        {inside.isError && <ProblemNote error={inside.error} />}
        {inside.data !== undefined && inside.data !== null && (
          <Inside day={day} inside={inside.data} send={send} onDone={(what) => void reload(what)} />
        )}
      </div>
    </>
  );
}

/** A step without anything to type is done by its button, once. */
function StepButton(props: {
  readonly step: string;
  readonly open: boolean;
  readonly send: (input: Record<string, unknown>, key: string) => Promise<unknown>;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}) {
  const { receptions: say } = useWords();
  const { submit, busy, error } = useSubmission(props.send);
  const bare = (stepFields[props.step] ?? []).length === 0;
  const run = async () => {
    const done = await submit({});
    if (done !== null) props.onDone();
  };
  return (
    <>
      <Button
        loading={busy}
        aria-expanded={bare ? undefined : props.open}
        onClick={() => (bare ? void run() : props.onOpen())}
      >
        {wordFor(say.step, props.step)}
      </Button>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}

/** Why the notice is another than it was, and when the day was to be. */
function changeOf({ notice }: DayView, movedFrom: string): string {
  if (notice?.change === undefined) return '';
  const { reason, movedFrom: before } = notice.change;
  const moved = before === null ? [] : [fill(movedFrom, { on: before.on, at: before.from })];
  return [reason, ...moved].join(' ');
}

function Plan({ day }: { readonly day: DayView }) {
  const { language, words } = useSpeech();
  const { receptions: say } = words;
  const rows = [
    [say.label.on, `${formatDay(day.on, language)} ${day.from}–${day.to}`],
    [say.label.way, say.way[day.way]],
    [say.label.place, `${day.place}（${day.region.name}）`],
    [
      say.label.leaders,
      day.leaders
        .map(({ post, name, portfolio }) =>
          [`${post} ${name}`, portfolio].filter(Boolean).join('：'),
        )
        .join('；'),
    ],
    [say.label.theme, day.theme],
    [say.label.topics, day.topics.map(({ name }) => name).join('、')],
    [say.label.unitId, day.unit.name],
    [
      say.notice,
      day.notice === null
        ? say[day.kind === 'open' ? 'notNoticed' : 'noNotice']
        : fill(say.noticed, { on: day.notice.publicSince, version: day.notice.version }),
    ],
    [say.changed, changeOf(day, say.movedFrom)],
    [say.state.cancelled, day.cancelled?.reason ?? ''],
  ] as const;
  return (
    <section className="panel" aria-labelledby="plan">
      <h2 id="plan">{say.planned}</h2>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
