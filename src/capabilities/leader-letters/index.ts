/**
 * Letters read by leaders and unit heads. This is the only door for other capabilities, besides
 * `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { letterFacts } from './facts.ts';
import { asLetterEvent } from './queries/kind.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export { letterJobs } from './jobs.ts';
export { letterReactions } from './reactions.ts';
export { letterRoutes } from './routes/index.ts';
export type { LetterLine, LetterPage, LetterView } from './view.ts';

export { letterMeasures } from './measures.ts';

/** What letters before leaders and heads give to statistics (T-1). */
export const letterFactSource = registerFacts(letterFacts, asLetterEvent);
