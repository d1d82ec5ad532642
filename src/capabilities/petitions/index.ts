/**
 * Petitions: the main job, from registration to an answer in the petitioner's hand. This is the
 * only door for other capabilities, besides `events.ts`.
 */
export * from './commands/index.ts';
export * from './queries/index.ts';
export type { CommandInput, PublicCommandType, RegistrationInput } from './contract.ts';
export { commandSchemas, registrationSchema } from './contract.ts';
export { limits } from './limits.ts';
export type { Channel, PaperKind, Petition, Purpose, Status } from './petition.ts';
export { petitionCommandRoutes } from './routes/index.ts';
