import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { daysBetween, localDateOf } from '../../../kernel/local-date.ts';
import type { WayOut } from './case.ts';
import type { RecordedWayEvent } from './events.ts';
import { evolveWay } from './evolve.ts';

/** Whole yuan: sums of a county are not told in fen. */
const yuan = (fen: number): number => Math.round(fen / 100);

function aidFacts({ aid, chosenAt, status }: WayOut): readonly StatedFact[] {
  if (aid === null) return [];
  const value = yuan(aid.amount);
  const detail = aid.kind;
  const proposed = localDateOf(chosenAt);
  const granted = status === 'approved' || status === 'done' ? aid.approvals.at(-1) : undefined;
  return [
    { kind: 'aid-applied', day: proposed, value, detail },
    ...(granted === undefined
      ? []
      : [{ kind: 'aid-approved', day: localDateOf(granted.at), value, detail }]),
    ...(aid.paid === null
      ? []
      : [
          { kind: 'aid-paid', day: aid.paid.on, value, detail },
          { kind: 'aid-days', day: aid.paid.on, value: daysBetween(proposed, aid.paid.on), detail },
        ]),
  ];
}

/** What the three ways out give to statistics (T-1, S-5). */
export const wayOutFacts: FactSource<WayOut, RecordedWayEvent> = {
  id: 'ways-out',
  version: 1,
  streams: ['way-out'],
  kinds: {
    'way-chosen': { zh: '选择的化解办法', en: 'way out chosen' },
    'way-finished': { zh: '办结的化解办法', en: 'way out finished' },
    'aid-applied': { zh: '申请的救助（数值为元）', en: 'aid applied for (value: yuan)' },
    'aid-approved': { zh: '批准的救助（数值为元）', en: 'aid granted (value: yuan)' },
    'aid-paid': { zh: '发放的救助（数值为元）', en: 'aid paid (value: yuan)' },
    'aid-days': {
      zh: '从申请到发放救助的天数',
      en: 'days from the application for aid until it was paid',
    },
  },
  evolve: evolveWay,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit }) => ({ unit }),
  facts: (way) => {
    const ended = way.finished?.at ?? way.aid?.paid?.at ?? null;
    return [
      { kind: 'way-chosen', day: localDateOf(way.chosenAt), detail: way.way },
      ...(ended === null
        ? []
        : [{ kind: 'way-finished', day: localDateOf(ended), detail: way.way }]),
      ...aidFacts(way),
    ];
  },
};
