import { jointMeetingMinutes } from './joint-meeting.ts';
import { receptionMinutes } from './reception.ts';
import { aidApproval, meetingMinutes } from './sponsorship.ts';
import type { TemplatedKind } from '../kinds.ts';
import { acceptanceNotice, noLongerAccepted, redirection, refusal } from './acceptance.ts';
import { enquiryAnswer, suggestionAnswer } from './answers.ts';
import { contestDecision } from './contest.ts';
import { fileOnlyNote, proofOfService } from './forms.ts';
import { extension, oneTimeNotice, supplementRequest } from './handling.ts';
import { hearingConclusion, hearingNotice, mediationAgreement, settlement } from './hearings.ts';
import { homeVisitRecord } from './home-visits.ts';
import { opinion } from './opinion.ts';
import { assignment, handover, referral } from './passing-on.ts';
import { receipt } from './receipt.ts';
import { mergeNotice, splitNotice, withdrawalConfirmation } from './relations.ts';
import { reExaminationOpinion, reviewAcceptance, reviewOpinion, reviewRefusal } from './review.ts';
import { adjudication, conclusionReport, objectionDecision } from './reporting.ts';
import {
  circulatedNotice,
  interviewNotice,
  listingNotice,
  supervisionWarning,
} from './consequences.ts';
import {
  accountabilityRecommendation,
  reminder,
  supervisionLetter,
} from './supervision-letters.ts';
import { correctionOrder, recommendation } from './supervision.ts';
import { urgentReport } from './urgent.ts';

/** Every template by its kind; a kind without one does not compile. */
export const templates = {
  receipt,
  referral,
  assignment,
  handover,
  'acceptance-notice': acceptanceNotice,
  refusal,
  'no-longer-accepted': noLongerAccepted,
  redirection,
  extension,
  opinion,
  'one-time-notice': oneTimeNotice,
  'supplement-request': supplementRequest,
  'merge-notice': mergeNotice,
  'split-notice': splitNotice,
  'withdrawal-confirmation': withdrawalConfirmation,
  'conclusion-report': conclusionReport,
  'objection-decision': objectionDecision,
  adjudication,
  'proof-of-service': proofOfService,
  'contest-decision': contestDecision,
  'file-only-note': fileOnlyNote,
  'suggestion-answer': suggestionAnswer,
  'enquiry-answer': enquiryAnswer,
  'urgent-report': urgentReport,
  'hearing-notice': hearingNotice,
  'hearing-conclusion': hearingConclusion,
  'mediation-agreement': mediationAgreement,
  settlement,
  'review-acceptance': reviewAcceptance,
  'review-refusal': reviewRefusal,
  'review-opinion': reviewOpinion,
  're-examination-opinion': reExaminationOpinion,
  'home-visit-record': homeVisitRecord,
  'reception-minutes': receptionMinutes,
  reminder,
  'supervision-letter': supervisionLetter,
  'accountability-recommendation': accountabilityRecommendation,
  'interview-notice': interviewNotice,
  'circulated-notice': circulatedNotice,
  'supervision-warning': supervisionWarning,
  'listing-notice': listingNotice,
  'correction-order': correctionOrder,
  recommendation,
  'meeting-minutes': meetingMinutes,
  'aid-approval': aidApproval,
  'joint-meeting-minutes': jointMeetingMinutes,
} satisfies Record<TemplatedKind, unknown>;

export type Templates = typeof templates;
