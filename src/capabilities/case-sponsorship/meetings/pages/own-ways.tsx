import type { ReactElement } from 'react';
import { Notice } from '../../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../../portal/dates.ts';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer, type Say } from '../../../../portal/words/index.ts';
import { yuanOf } from '../../ways-out/aid-rules.ts';
import type { WayFacts } from '../../ways-out/view.ts';
import { meetingPageWords, type MeetingPageKey } from './words.ts';

type Tell = Say<MeetingPageKey>;

function pathLines({ steps }: WayFacts, tell: Tell, { language }: Reading): string[] {
  return steps.flatMap(({ text, dueDate, doneOn, expert }) => [
    doneOn === null
      ? tell('way.step', { text, day: dayInWords(dueDate, language) })
      : tell('way.stepDone', { text, day: dayInWords(doneOn, language) }),
    ...(expert === null
      ? []
      : [tell('way.expert', { name: `${expert.name} ${expert.unit} ${expert.field}`.trim() })]),
  ]);
}

function lawLines({ explanations }: WayFacts, tell: Tell, { language }: Reading): string[] {
  return explanations.flatMap(({ on, by, post, words, provisions, answer }) => [
    tell('way.told', { day: dayInWords(on, language), by: `${post}${by}`, words }),
    tell('way.provisions', { list: provisions.join('；') }),
    tell('way.youSaid', { answer }),
  ]);
}

function aidLines({ aid }: WayFacts, tell: Tell, { language }: Reading): string[] {
  if (aid === null) return [];
  return [
    tell(aid.refused === null ? 'way.amount' : 'way.asked', { amount: yuanOf(aid.amount) }),
    ...(aid.refused === null
      ? aid.steps.map(({ name, takenAt }) => {
          const step = language === 'en' ? name.en : name.zh;
          return takenAt === null
            ? tell('way.approval', { step })
            : tell('way.approved', { step, day: dayOfMoment(takenAt, language) });
        })
      : [tell('way.refused', { reason: aid.refused })]),
    ...(aid.paidOn === null ? [] : [tell('way.paid', { day: dayInWords(aid.paidOn, language) })]),
  ];
}

/** Which way was chosen for the petitioner, and how far it is; the amount of aid is theirs alone. */
export const OwnWays = ({
  reading,
  ways,
}: {
  readonly reading: Reading;
  readonly ways: readonly WayFacts[];
}): ReactElement => {
  const tell = sayer(meetingPageWords, reading.language);
  return (
    <section aria-labelledby="ways-out">
      <h2 id="ways-out">{tell('way.title')}</h2>
      {ways.map((way) => (
        <Notice key={way.id} kind="info">
          <p className="big">
            {tell(way.aid?.refused == null ? `way.${way.way}` : 'way.aidRefused')}
          </p>
          <p className="words">{way.reason}</p>
          <ul>
            {[
              ...pathLines(way, tell, reading),
              ...lawLines(way, tell, reading),
              ...aidLines(way, tell, reading),
            ].map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
          {way.changed !== null && <p>{tell('way.changed', { reason: way.changed })}</p>}
          {way.finished !== null && <p>{tell('way.finished', { words: way.finished })}</p>}
          {way.aid !== null && way.aid.refused === null && (
            <p className="soft">{tell('way.free')}</p>
          )}
        </Notice>
      ))}
    </section>
  );
};
