import { dueOf } from '../../../kernel/clocks.ts';
import type { PeriodId } from '../../../kernel/periods.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import {
  actingUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  findKindFault,
  no,
  type Context,
  type Rule,
} from './context.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import { isRunning } from '../../../kernel/case-clocks.ts';
import type { CommandType } from '../command.ts';
import { findPendingDecision, type Petition } from '../petition.ts';
import type { SimpleGround } from '../short-paths.ts';

/**
 * What is complex, and so never simple. The measures of 2022 do not count it out: practice, to be
 * confirmed by each office.
 */
const simpleLimits = { persons: 4, demands: 3 } as const;

function isComplex({ personCount, demands, tasks, urgency }: Petition): boolean {
  return (
    personCount > simpleLimits.persons ||
    demands.length > simpleLimits.demands ||
    tasks.length > 0 ||
    urgency === 'major'
  );
}

/** From a superior: by its channel, or assigned with a period and a report. */
const isAssigned = ({ channel, chain }: Petition): boolean =>
  channel === 'superior' || chain.some((link) => link.mode === 'assign' && !link.returned);

const isFirstTime = ({ round, splitFrom }: Petition): boolean => round === 1 && splitFrom === null;

/** Which grounds fit the matter; what is only the officer's to judge is left to the officer. */
function fits(petition: Petition, ground: SimpleGround): boolean {
  const { purpose, urgency } = petition;
  switch (ground) {
    case 'enquiry':
    case 'suggestion':
    case 'thanks':
      return purpose === ground;
    case 'daily-life':
      return urgency === 'urgent' && purpose === 'appeal';
    case 'first-clear':
      return isFirstTime(petition) && (purpose === 'appeal' || purpose === 'other');
    case 'earlier-promise':
      return purpose === 'appeal' || purpose === 'other';
  }
}

/** The ground that fits a matter by itself; what probes and forms begin with. */
export const simpleGroundOf = (petition: Petition): SimpleGround =>
  (['enquiry', 'suggestion', 'thanks', 'daily-life', 'first-clear'] as const).find((ground) =>
    fits(petition, ground),
  ) ?? 'earlier-promise';

/** Clocks of which one began when whoever has it now got it. */
const receipts: readonly PeriodId[] = ['triage', 're-referral', 'acceptance', 'direct-notice'];

/** When whoever has it now got it: from then the simple days count. */
const gotAt = (petition: Petition): number =>
  petition.clocks.findLast((clock) => isRunning(clock) && receipts.includes(clock.period))
    ?.startedAt ?? petition.registeredAt;

function isTooLate(petition: Petition, context: Context): boolean {
  const passesOn = petition.status === 'registered' && petition.shortPath === null;
  const rule = ruleOf(passesOn ? 'simple-forward' : 'simple-acceptance');
  const run = { startedAt: gotAt(petition), pauses: [], extensions: [] };
  return context.now >= dueOf(rule, run, context.calendar).dueAt;
}

/**
 * 简易办理 (2022): first-time matters that are clear and easy, enquiries, suggestions, thanks, urgent
 * daily-life matters, matters with an earlier promise; not for art. 31(1)-(5), not assigned by a
 * superior, not complex.
 */
export const startSimple: Rule<'startSimple'> = (petition, command, context) => {
  if (petition.purpose === null) return no('not-classified');
  const kind = findKindFault(petition);
  if (kind) return kind;
  if (petition.simple !== null) return no('simple-running', { command: 'startSimple' });
  if (isAssigned(petition)) return no('simple-assigned');
  if (isComplex(petition)) return no('simple-complex', { ...simpleLimits });
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  if (isTooLate(petition, context)) return no('simple-late');
  if (!command.noLegalRoute) return no('simple-legal-route', {}, 'noLegalRoute');
  if (!fits(petition, command.ground)) return no('simple-ground', {}, 'ground');
  return decided(
    event('SimpleStarted', {
      ground: command.ground,
      onPaper: command.onPaper,
      since: gotAt(petition),
    }),
  );
};

/**
 * Back to the ordinary procedure; the petitioner is told. Its periods count from where they began,
 * and an acceptance that was told by message alone is now told in writing (Reg. 23(3)).
 */
export const switchToOrdinary: Rule<'switchToOrdinary'> = (petition, command, context) => {
  if (petition.simple === null) return no('simple-none');
  const fault = findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  const unwritten = petition.status === 'handling' && !petition.simple.onPaper;
  return decided(
    event('SimpleEnded', { reason: command.reason }),
    ...(unwritten
      ? [draft(command.paperId, 'acceptance-notice', actingUnit(context, petition))]
      : []),
  );
};

/** Steps that a simple matter does not know: it goes over to the ordinary procedure first. */
const ordinaryOnly = new Set<CommandType>([
  'assign',
  'handOver',
  'redirect',
  'startRoute',
  'object',
  'giveTask',
  'requestExtension',
  'classify',
]);

/** Refuses in the simple procedure what only the ordinary one has. */
export const findSimpleFault = (petition: Petition, command: CommandType): Refused | null =>
  petition.simple !== null && ordinaryOnly.has(command) ? no('simple-running', { command }) : null;
