/**
 * Letters read by leaders and unit heads. This is the only door for other capabilities, besides
 * `events.ts`.
 */
export * from './commands/index.ts';
export * from './queries/index.ts';
export { letterReactions } from './reactions.ts';
export { letterRoutes } from './routes/index.ts';
export type { LetterPage, LetterView } from './view.ts';
