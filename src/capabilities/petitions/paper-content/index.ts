import { composePaper, type PaperData, type PaperDocument } from '../../papers/index.ts';
import type { PaperKind } from '../petition.ts';
import { enquiryAnswer, suggestionAnswer } from './answers.ts';
import { contestDecision } from './contest.ts';
import {
  acceptanceNotice,
  fileOnlyNote,
  noLongerAccepted,
  redirection,
  refusal,
} from './decisions.ts';
import { frameOf } from './facts.ts';
import { extension, oneTimeNotice, supplementRequest } from './handling.ts';
import { mergeNotice, splitNotice, withdrawalConfirmation } from './joining.ts';
import {
  hearingConclusion,
  hearingNotice,
  mediationAgreement,
  settlement,
} from './other-records.ts';
import { conclusionReport, opinion } from './opinion.ts';
import { adjudication, assignment, handover, objectionDecision, referral } from './passing-on.ts';
import { progressUrl, receiptData } from './receipt.ts';
import type { PaperSource } from './source.ts';
import { urgentReport } from './urgent.ts';

export {
  attachmentsOf,
  common,
  demandsOf,
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
} from './facts.ts';
export type { CasePaperSource, PaperSource } from './source.ts';
export { serviceProofOf } from './service.ts';
export { progressUrl, receiptOf, type ReceiptSource } from './receipt.ts';

type Wording = Parameters<typeof composePaper>[3];

/** Base of the portal as the paper's own code names it; a draft has no code yet. */
const portalOf = (source: PaperSource): string =>
  new URL(source.verify?.url ?? 'https://draft.invalid').origin;

/** What each kind says of its petition; a kind without one does not compile. */
const contents: { readonly [K in PaperKind]: (source: PaperSource) => PaperData<K> } = {
  receipt: (source) => receiptData(source, progressUrl(portalOf(source), source.petition.number)),
  referral,
  assignment,
  handover,
  'acceptance-notice': acceptanceNotice,
  refusal,
  'no-longer-accepted': noLongerAccepted,
  redirection,
  'file-only-note': fileOnlyNote,
  'merge-notice': mergeNotice,
  'split-notice': splitNotice,
  'one-time-notice': oneTimeNotice,
  'supplement-request': supplementRequest,
  'objection-decision': objectionDecision,
  adjudication,
  extension,
  opinion,
  'conclusion-report': conclusionReport,
  'withdrawal-confirmation': withdrawalConfirmation,
  'contest-decision': contestDecision,
  'suggestion-answer': suggestionAnswer,
  'enquiry-answer': enquiryAnswer,
  'urgent-report': urgentReport,
  'hearing-notice': hearingNotice,
  'hearing-conclusion': hearingConclusion,
  'mediation-agreement': mediationAgreement,
  settlement,
};

const compose = <K extends PaperKind>(
  kind: K,
  source: PaperSource,
  wording: Wording,
): PaperDocument => composePaper(kind, contents[kind](source), frameOf(source), wording);

/**
 * What a paper says, from the petition's state and its opened items (G-1). Pure: the same source
 * gives the same document.
 * @param source the paper, the petition as it is, opened items; `verify` null makes a draft
 * @param wording the issuing unit's own passages, as `findTemplateTexts` returns them
 * @returns the document, to be sealed under the paper's id and given to `renderPaper`
 */
export function documentOf(source: PaperSource, wording: Wording = {}): PaperDocument {
  return compose(source.paper.kind, source, wording);
}
