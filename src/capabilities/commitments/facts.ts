import type { FactSource, StatedFact } from '../../kernel/facts.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { dueAtOf } from './clocks.ts';
import { isOpen, type Commitment } from './commitment.ts';
import type { RecordedCommitmentEvent } from './events.ts';
import { evolveCommitment } from './evolve.ts';

/**
 * Each promised day that came, kept or not. One that was moved or taken back in time owes nothing; a
 * day that had passed stays missed, whatever date or withdrawal came after it.
 */
function datesOf({ formerDates, dueDate, withdrawn, status, clock }: Commitment): StatedFact[] {
  const days = [
    ...formerDates.map((former) => ({
      day: former.dueDate,
      endedAt: former.changedAt,
      keptAt: null,
    })),
    {
      day: dueDate,
      endedAt: withdrawn?.at ?? null,
      keptAt: status === 'open' ? null : clock.stoppedAt,
    },
  ];
  return days.flatMap(({ day, endedAt, keptAt }, place) => {
    const dueAt = dueAtOf(day);
    if (endedAt !== null && endedAt < dueAt) return [];
    const kept = keptAt !== null && keptAt < dueAt;
    return [
      { kind: 'commitment-due', key: `date:${place + 1}`, day, value: kept ? 1 : 0 } as const,
    ];
  });
}

function factsOf(commitment: Commitment): readonly StatedFact[] {
  const { madeAt, source, status, dueDate, fulfilled, promisedTo } = commitment;
  const made = localDateOf(madeAt);
  return [
    { kind: 'commitment-made', day: made, detail: source.kind },
    ...datesOf(commitment),
    ...(isOpen(commitment) ? [{ kind: 'commitment-open', day: made }] : []),
    ...(status === 'open' ? [{ kind: 'commitment-owed', day: dueDate }] : []),
    ...(fulfilled === null
      ? []
      : [
          {
            kind: 'commitment-fulfilled',
            day: localDateOf(fulfilled.at),
            detail: `${promisedTo}/${fulfilled.judge}`,
          },
        ]),
  ];
}

/** What promises give to statistics (T-1); those on an accusation give nothing (L-5). */
export const commitmentFacts: FactSource<Commitment, RecordedCommitmentEvent> = {
  id: 'commitments',
  version: 2,
  streams: ['commitment'],
  kinds: {
    'commitment-made': { zh: '作出的承诺', en: 'commitment made' },
    'commitment-due': {
      zh: '到期的承诺（数值 1 为按期）',
      en: 'commitment that came due (value 1: kept in time)',
    },
    'commitment-open': { zh: '未了结的承诺', en: 'commitment that is open' },
    'commitment-owed': { zh: '尚未报告落实的承诺', en: 'commitment not yet reported as fulfilled' },
    'commitment-fulfilled': { zh: '已落实的承诺', en: 'commitment fulfilled' },
  },
  evolve: evolveCommitment,
  about: ({ petitionId }) => petitionId,
  // Beside a petition the place is the petition's; a promise to everybody has its unit's.
  dims: ({ petitionId, unit, regionCode, responsible: { userId: leader } }) =>
    petitionId === null ? { unit, leader, region: regionCode } : { unit, leader },
  facts: factsOf,
};
