/**
 * Petitions: the main job, from registration to an answer in the petitioner's hand. This is the
 * only door for other capabilities, besides `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { petitionFacts } from './facts.ts';
import { upcast } from './upcast.ts';

export * from './commands/index.ts';
export * from './queries/index.ts';
export { defaultPractice, parsePractice, type Practice } from './afterwards/practice.ts';
export type {
  CaseContext,
  CaseItem,
  CasePapers,
  CasePapersOf,
  CasePaperStep,
  CasePaperView,
  CaseProjection,
  CaseState,
} from './case.ts';
export type {
  CommandInput,
  PublicCommandType,
  RegistrationInput,
  SingleCommandType,
} from './contract.ts';
export {
  countCasesOfKind,
  findCases,
  findCasesOfKind,
  findCasesByOtherCalendar,
  findCasesOfHolder,
  findCasesWaiting,
  findOpenCasesOf,
  openCase,
  writeItems as writeCaseItems,
  type CaseCount,
  type CaseRow,
} from './case-store.ts';
export { commandSchemas, registrationSchema } from './contract.ts';
export { checkRegistration, checkWords } from './intake-check.ts';
export { maskName, maskTelephone } from './masking.ts';
export { isVisible as isPetitionVisible } from './policy.ts';
export { findSuggested } from './due-store.ts';
export { findKeptFor, keepFiles } from './file-store.ts';
export { limits } from './limits.ts';
export { isAccusation } from './petition.ts';
export type { Channel, PaperKind, Petition, Purpose, Status } from './petition.ts';
export { exampleScenes, petitionCommandRoutes, type ExampleScene } from './routes/index.ts';
export { petitionReadRoutes, type PetitionReadRoutesOptions } from './routes-read.ts';
export { paperViewSchema, petitionLineSchema, petitionPageSchema } from './view-schemas.ts';
export { petitionWords, statusNames } from './words.ts';
export { channelNames, purposeNames } from './code-names.ts';
export type { DeskTask, Page, PaperView, PetitionLine } from './view.ts';
export {
  followHeadKind,
  petitionJobs,
  recountClocksKind,
  renderPaperKind,
  succeedHolderKind,
  successionKind,
} from './jobs.ts';
export { petitionReactions, sendSuccession } from './reactions.ts';
export {
  attachmentsOf,
  common as paperFacts,
  demandsOf,
  documentOf,
  fit,
  frameBy,
  frameOf,
  linesOf,
  nameOf,
  personOf,
  petitionerOf,
  placeOf,
  printedDay,
  read,
  readOr,
  receiptOf,
  type CasePaperSource,
  type PaperSource,
  type ReceiptSource,
} from './paper-content/index.ts';
export { nextStreams } from './rebuild-store.ts';
export { rebuildPetitions } from './rebuild.ts';
export { petitionPages } from './pages/routes.ts';
export type { OpenedProgress as ProgressOfPetitioner, PetitionPagesDeps } from './pages/deps.ts';
export { openHere, provedHere, type ProgressDesk } from './pages/progress/open.tsx';
export type { Carried } from './pages/progress/look.tsx';
export { FileFields, UploadedFiles } from './pages/submit/question-files.tsx';
export { fileFaultsOf, receiveFiles } from './pages/submit/received.ts';
export { keyOf } from './pages/progress/typed.ts';
export { petitionCookies } from './pages/cookies.ts';
export type { PetitionReading } from './pages/reading.ts';
export { stagedKeys } from './staged-store.ts';
export { indexedValuesOfPerson } from './indexed-values.ts';
export { petitionMeasures } from './measures.ts';
export {
  countSteps,
  findClocksOver,
  findOverdueClocks,
  findWatched,
  type ClockOver,
  type OverdueClock,
  type UnitSteps,
  type Watched,
} from './watch-store.ts';

/** The facts of petitions as statistics hold them (T-1). */
export const petitionFactSource = registerFacts(petitionFacts, upcast);
