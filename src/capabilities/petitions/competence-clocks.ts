import type { ClockEffect } from './clocks.ts';
import type { PeriodId } from '../../kernel/periods.ts';
import type { PetitionEventOf } from './events.ts';
import { linkBack } from './holding.ts';
import { pathGoesTo } from './path-clocks.ts';
import type { Petition } from './petition.ts';

/* What a quarrel about competence does to the clocks (Reg. 23(3), 24); it stops none of art. 34. */

const start = (period: PeriodId, holder: string): ClockEffect => ({ do: 'start', period, holder });

const stop = (period: PeriodId, about?: string): ClockEffect =>
  about === undefined ? { do: 'stop', period } : { do: 'stop', period, about };

/** What a superior assigned to the office goes on; what the office assigned is undone. */
const undoneAssignments = (before: Petition, office: string): readonly ClockEffect[] =>
  before.chain.flatMap((link, index) =>
    link.mode === 'assign' && index >= linkBack(before.chain, office)
      ? [stop('assignment', String(index))]
      : [],
  );

/**
 * The chosen unit has its own fifteen days; one that has the matter already keeps those that run. A
 * joint meeting may decide before anybody objected.
 */
function decided(
  { unit }: PetitionEventOf<'CompetenceDecided'>['data'],
  before: Petition,
): readonly ClockEffect[] {
  const settled = [stop('adjudication'), stop('objection-decision'), stop('objection')];
  const open = before.status === 'referred' || before.status === 'objected';
  if (open && before.holder === unit) return settled;
  return [
    ...settled,
    stop('triage'),
    stop('re-referral'),
    stop('direct-notice'),
    stop('acceptance'),
    ...(open ? undoneAssignments(before, before.office) : []),
    ...pathGoesTo(unit),
    start('acceptance', unit),
  ];
}

export const competenceClockEffects = {
  // The office decides on an objection within its own limit; the fifteen days go on meanwhile.
  ObjectionRaised: (
    _: PetitionEventOf<'ObjectionRaised'>['data'],
    before: Petition,
  ): readonly ClockEffect[] => [stop('objection'), start('objection-decision', before.office)],
  ObjectionRejected: (): readonly ClockEffect[] => [stop('objection-decision')],
  ObjectionUpheld: (
    { superior, returnTo }: PetitionEventOf<'ObjectionUpheld'>['data'],
    before: Petition,
  ): readonly ClockEffect[] => [
    stop('objection-decision'),
    stop('acceptance'),
    ...pathGoesTo(superior ?? returnTo),
    ...undoneAssignments(before, returnTo),
    superior === null ? start('re-referral', returnTo) : start('adjudication', superior),
  ],
  // J-3: as a return, but without waiting for anybody's consent.
  ObjectionClimbed: (
    { superior, returnTo }: PetitionEventOf<'ObjectionClimbed'>['data'],
    before: Petition,
  ): readonly ClockEffect[] => [
    stop('objection-decision'),
    stop('acceptance'),
    ...pathGoesTo(superior),
    ...undoneAssignments(before, returnTo),
    start('adjudication', superior),
  ],
  // It is with the office again, which passes it on within the limit of a returned petition.
  HandOverReturned: ({
    superior,
    returnTo,
  }: PetitionEventOf<'HandOverReturned'>['data']): readonly ClockEffect[] => [
    stop('confirm-receipt'),
    ...pathGoesTo(superior ?? returnTo),
    superior == null ? start('re-referral', returnTo) : start('adjudication', superior),
  ],
  CompetenceDecided: decided,
};
