/**
 * Reception days: leaders who receive, the days on which they do, from plan and notice
 * to what came of them. This is the only door for other capabilities, besides `events.ts`.
 */
export * from './commands/index.ts';
export * from './queries/index.ts';
export type { DayPlanInput, LeaderInput } from './contract.ts';
export { rebuildReceptions } from './rebuild.ts';
export { receptionRoutes } from './routes/index.ts';
export type { DayLine, DayView, LeaderView } from './view.ts';
