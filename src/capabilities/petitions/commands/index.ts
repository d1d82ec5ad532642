export { attachFilesFor } from './attach-files.ts';
export type { CaseComposing, CaseKind } from './case-kind.ts';
export { beginCase, runCase } from './case-run.ts';
export { rulesVersion } from './commit.ts';
export {
  beginOwnRecord,
  runOwnRecord,
  runOwnRecordIn,
  type OwnRecordAnswer,
  type OwnRecordComposing,
  type OwnRecordContext,
  type OwnRecordDone,
  type OwnRecordKind,
} from './own-record-run.ts';
export { openPetitionItems } from './petition-items.ts';
export { casePaperHost, type PaperHost } from './paper-host.ts';
export { documentItem, sealDocument, type PaperSealing, type Wording } from './paper-seal.ts';
export { runAll, StepRefused, systemActor } from './run-all.ts';
export type { Notice, OrganisationSnapshot, PetitionDeps } from './deps.ts';
export { draftPaperFor, type WantedPaper } from './draft-paper.ts';
export { findRegistered, type RegisteredBefore } from './find-registered.ts';
export { askForWord, makeWord, replaceLostCode, type LostCode } from './lost-code.ts';
export { mergePetition, splitPetition } from './joining.ts';
export { findListed, joinMany, type ListedMember } from './join-many.ts';
export { joinGroup, relatePetitions, undoMerge, undoRelation } from './relating.ts';
export type { CommandAnswer, CommandOptions } from './locked.ts';
export { compareItems, paperFiles, rebuildCases, writeItemsAgain } from './rebuild-cases.ts';
export { differencesOf } from './differences.ts';
export {
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from './rebuild-streams.ts';
export { succeedEach, type Succession } from './succeed.ts';
export { registerPetition, type Registered, type RegisterOptions } from './register.ts';
export {
  noteAgendaIn,
  settleByMeetingIn,
  suggestOverdue,
  type NotedAgenda,
  type SettledByMeeting,
} from './meeting.ts';
export { runCommand, runSystemCommand } from './run.ts';
export { tendRatings } from './tend-ratings.ts';
export { readingUnitsOf, scopeOf, unitOf } from '../../../platform/database/index.ts';
export { tellOfPetition } from './tell.ts';
export {
  attachUploads,
  dropStaged,
  stageUpload,
  unstageUpload,
  type StagedUpload,
} from './uploads.ts';
