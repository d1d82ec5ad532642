/**
 * Papers: kinds, templates, GB/T 9704 layout, registers of numbers, rendering and hashes (G-1).
 * What a paper says is decided by the capability that issues it, inside its own transaction; the
 * content is sealed by that capability under the paper's id. This is the only door.
 */
export {
  paperKinds,
  paperKindSchema,
  paperStages,
  templatedKinds,
  type PaperKind,
  type PaperKindEntry,
  type PaperStage,
  type TemplatedKind,
} from './kinds.ts';
export {
  paperDocumentSchema,
  type Block,
  type PaperDocument,
  type PaperDocumentInput,
} from './document.ts';
export {
  checkTemplateText,
  composePaper,
  slotsOf,
  type PaperData,
  type SlotEntry,
} from './compose.ts';
export type { PaperFrame } from './template.ts';
export type { Slots } from './slots.ts';
export { sampleData, sampleFrame } from './samples.ts';
export { articleOf } from './wording.ts';
export { documentNumber, registerOf } from './number.ts';
export { parseVerifyCode, verifyCodeFrom } from './verify-code.ts';
export { renderPaper, type PaperFormat, type RenderedPaper } from './render.ts';
export {
  findPaper,
  insertPaper,
  listPapers,
  recordRendering,
  updateStage,
  type PaperRow,
  type RenderedFile,
} from './store.ts';
export { recordVoid, takeNumber, type VoidNumber } from './numbering-store.ts';
export { findByVerifyCode, recordVerification, type Verification } from './verification-store.ts';
export { findTemplateTexts, removeTemplateText, type TemplateText } from './wording-store.ts';
export { changeWording, restoreWording } from './commands.ts';
export { paperRoutes, type PaperRoutesOptions } from './routes.ts';
export { verifyPaper, type VerifiedPaper } from './queries.ts';
