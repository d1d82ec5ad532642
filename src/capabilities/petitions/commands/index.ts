export type { Notice, OrganisationSnapshot, PetitionDeps } from './deps.ts';
export { findRegistered, type RegisteredBefore } from './find-registered.ts';
export { mergePetition, splitPetition } from './joining.ts';
export type { CommandAnswer, CommandOptions } from './locked.ts';
export { registerPetition, type Registered, type RegisterOptions } from './register.ts';
export { runCommand, runSystemCommand } from './run.ts';
export { readingUnitsOf, scopeOf, unitOf } from '../../../platform/database/index.ts';
export { stageUpload, unstageUpload, type StagedUpload } from './uploads.ts';
