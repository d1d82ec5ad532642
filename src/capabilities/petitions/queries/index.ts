export { recordAccess } from './access.ts';
export type { PetitionReads } from './deps.ts';
export {
  openAttachment,
  openPaperDocument,
  type OpenedAttachment,
  type OpenedPaper,
} from './documents.ts';
export { explain as explainClockOf, viewClock } from './clock-view.ts';
export { explainClock } from './explain-clock.ts';
export { openFolder, type Folder, type SealedWords } from './folder.ts';
export { openPetitionView } from './open-petition.ts';
export { listGroupMembers, openGroup } from './group.ts';
export { openServiceProof } from './service-proof.ts';
export { openPart } from './parts.ts';
export { openProgress, openPublicProgress, type OpenedProgress } from './progress.ts';
export { revealPeople, revealPerson } from './reveal.ts';
export { countOpenPetitions } from './holding.ts';
export { openLookupCode, openReceipt } from './receipt.ts';
export { openStagedScan, type StagedScan } from './staged-scan.ts';
export { openPaperFile, type PaperFile } from './paper-file.ts';
export { readOwnLooks, type OwnLook } from './looks.ts';
export { readAccessLog, type Look } from './access-log.ts';
export { openStreams, type OpenedStream } from './opened-streams.ts';
export { openVisible, seesAccusation, visibleHolders, visibleNumbers } from './visible.ts';
export { openSummaries, type Summaries, type Summary } from './summaries.ts';
export { foldPetition } from './fold.ts';
