import { isRunning, type ClockChange } from '../../kernel/case-clocks.ts';
import type { PeriodId } from '../../kernel/periods.ts';
import type { Petition } from './petition.ts';
import type { RaisedEvents } from './raised.ts';

/** What a unit owes for itself, whoever leads. */
const ownDuties: ReadonlySet<PeriodId> = new Set<PeriodId>([
  'task',
  'assignment',
  'urgent-receipt',
  'urgent-reply',
]);

const hand = (petition: Petition, from: string, to: string): readonly ClockChange[] =>
  petition.clocks
    .filter((clock) => isRunning(clock) && clock.holder === from && !ownDuties.has(clock.period))
    .map(({ period }) => ({ do: 'hand', period, holder: to, from }));

/** Assignments that the new office gave to the one before: it has taken the matter back itself. */
const takenBack = (petition: Petition, from: string, to: string): readonly ClockChange[] =>
  petition.chain.flatMap((link, place) =>
    link.mode === 'assign' && !link.returned && link.from === to && link.to === from
      ? [{ do: 'stop', period: 'assignment', about: String(place) } as const]
      : [],
  );

/** An assignment goes on with whoever handles it now, and keeps its day. */
function reassigned(petition: Petition, handler: string): readonly ClockChange[] {
  const last = petition.chain.findLastIndex(
    (link) => link.to === petition.holder && !link.returned,
  );
  const link = petition.chain[last];
  const stopped = petition.chain.flatMap((each, place) =>
    place >= last && last >= 0 && each.mode === 'assign' && !each.returned
      ? [{ do: 'stop', period: 'assignment', about: String(place) } as const]
      : [],
  );
  if (link?.mode !== 'assign' || link.dueDate === null) return stopped;
  return [
    ...stopped,
    {
      do: 'start',
      period: 'assignment',
      holder: handler,
      givenDue: link.dueDate,
      about: String(petition.chain.length),
    },
  ];
}

/** J-2: what runs goes on with whoever has it now; nothing begins anew. */
function moved(
  { from, to, handler }: RaisedEvents['PetitionLowered'],
  before: Petition,
): readonly ClockChange[] {
  return [
    { do: 'stop', period: 'raise-decision' },
    ...takenBack(before, from, to),
    ...hand(before, from, to),
    ...(handler === null
      ? []
      : [...reassigned(before, handler), ...hand(before, before.holder, handler)]),
  ];
}

/** What the steps between levels do to the clocks. */
export const raisedClockEffects = {
  // The upper office answers within a local limit; the petition's own clocks go on meanwhile.
  RaiseProposed: ({ to }: RaisedEvents['RaiseProposed']): readonly ClockChange[] => [
    { do: 'start', period: 'raise-decision', holder: to },
  ],
  RaiseRefused: (): readonly ClockChange[] => [{ do: 'stop', period: 'raise-decision' }],
  PetitionRaised: moved,
  PetitionLowered: moved,
};
