import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { Milestone, Sponsored } from './case.ts';
import type { RecordedSponsoredEvent } from './events.ts';
import { evolveSponsored } from './evolve.ts';

/**
 * Each day on which a step was due, and whether it was done by then. A day that had passed when the
 * step was moved stays missed, whatever the new day brings.
 */
function duesOf({ id, date, doneOn, moved }: Milestone): readonly StatedFact[] {
  const kind = 'sponsored-milestone';
  const passed = moved.filter(({ at, from }) => from < localDateOf(at));
  return [
    ...passed.map(({ from }, at) => ({ kind, key: `${id}:${at}`, day: from, value: 0 })),
    { kind, key: id, day: date, value: doneOn !== null && doneOn <= date ? 1 : 0 },
  ];
}

/** What cases under a leader give to statistics (S-1, T-1); never anything about one petitioner. */
export const sponsoredFacts: FactSource<Sponsored, RecordedSponsoredEvent> = {
  id: 'case-sponsorship-sponsored',
  version: 1,
  streams: ['sponsored'],
  kinds: {
    'sponsored-case': {
      zh: '领导包案（数值 1 为核实化解）',
      en: 'case under a leader (value 1: resolved and verified)',
    },
    'sponsored-persons': { zh: '包案涉及人数', en: 'people concerned in cases under a leader' },
    'sponsored-open': { zh: '在办的领导包案', en: 'case under a leader that is open' },
    'sponsored-milestone': {
      zh: '包案节点到期（数值 1 为按期完成）',
      en: 'step of a case that falls due (value 1: done by its day)',
    },
  },
  evolve: evolveSponsored,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit, leader }) => ({ unit, leader: leader.userId }),
  facts: (sponsored) => {
    const { status, takenAt, openedAt, takenUpAgain, ending, persons, milestones } = sponsored;
    // A name that nobody has answered to, or that was declined, is no case yet.
    if (takenAt === null && takenUpAgain.length === 0) return [];
    const day: LocalDate = localDateOf(openedAt);
    const resolved = status === 'ended' && ending?.result === 'resolved';
    return [
      { kind: 'sponsored-case', day, value: resolved ? 1 : 0 },
      { kind: 'sponsored-persons', day, value: persons },
      ...(status === 'ended' ? [] : [{ kind: 'sponsored-open', day }]),
      ...milestones.flatMap(duesOf),
    ];
  },
};
