/**
 * Reception days: leaders who receive, the days on which they do, from plan and notice
 * to what came of them. This is the only door for other capabilities, besides `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import type { RecordedEvent } from '../../platform/record/index.ts';
import { receptionDayFacts, receptionDutyFacts, type RecordedLeaderEvent } from './facts.ts';
import { ticketFacts } from './tickets/facts.ts';
import { upcastTicket } from './tickets/upcast.ts';
import { upcast } from './upcast.ts';

/** The facts of reception days, of leaders' duty and of the halls, as statistics hold them (T-1). */
export const receptionFactSources = [
  registerFacts(receptionDayFacts, upcast),
  registerFacts(
    receptionDutyFacts,
    // The record of leaders has had one version.
    (event: RecordedEvent) => event as unknown as RecordedLeaderEvent,
  ),
  registerFacts(ticketFacts, upcastTicket),
] as const;

export * from './commands/index.ts';
export { receptionJobs } from './jobs.ts';
export { receptionReactions } from './reactions.ts';
export { subscriptionKeys } from './subscription-store.ts';
export { receptionMeasures } from './measures.ts';
export * from './queries/index.ts';
export type {
  DayInput,
  DayInputType,
  DayPlanInput,
  LeaderInput,
  SettingsInput,
} from './contract.ts';
export { receptionPages } from './pages/routes.tsx';
export { rebuildReceptions } from './rebuild.ts';
export { usualSettings } from './settings.ts';
export { receptionRoutes } from './routes/index.ts';
export type { DayLine, DayView, LeaderView } from './view.ts';
export { receptionHallRoutes } from './hall/routes/index.ts';
export { prepareHall } from './hall/commands/prepare.ts';
export { changeHall, hallMadeIdOf } from './hall/commands/step.ts';
export { callNext } from './tickets/commands/next.ts';
export { carryEvening } from './tickets/commands/evening.ts';
export { registerFromTicket } from './tickets/commands/register.ts';
export { stepTicket } from './tickets/commands/step.ts';
export { supplyDesk, takeTicket, ticketIdOf } from './tickets/commands/take.ts';
export { screenPages } from './hall/pages/routes.tsx';
export { ticketPages } from './tickets/pages/routes.tsx';
export { stepByHolder } from './tickets/commands/holder.ts';
export { instructFromTicket } from './tickets/commands/instruct.ts';
export {
  takeSchema,
  type StaffStepInput,
  type StaffStepType,
  type TakeInput,
} from './tickets/contract.ts';
export type { GroupInput } from './hall/contract.ts';
