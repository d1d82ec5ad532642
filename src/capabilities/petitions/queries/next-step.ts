import type { PublicCommandType } from '../contract.ts';
import type { Allowance, DeskTask } from '../view.ts';

/** What each task leads to, the usual step first; the first one that is allowed is the next. */
const stepsOfTask: Readonly<Record<DeskTask, readonly PublicCommandType[]>> = {
  'urgent-receipt': ['confirmUrgent'],
  'urgent-reply': ['replyUrgent'],
  'urgent-report': ['reportUrgent'],
  'opinion-approval': ['issuePaper', 'signPaper', 'checkPaper'],
  'extension-approval': ['issuePaper', 'signPaper', 'checkPaper'],
  'paper-approval': ['issuePaper', 'signPaper', 'checkPaper'],
  'paper-seal': ['sealPaper'],
  'decide-objection': ['decideObjection'],
  'decide-contest': ['decideContest'],
  'decide-competence': ['decideCompetence'],
  'decide-report': ['acceptReport'],
  suggestion: ['decideSuggestion', 'refer'],
  enquiry: ['answerBriefly', 'refer'],
  thanks: ['answerBriefly', 'fileOnly'],
  triage: ['classify', 'refer', 'handOver', 'redirect'],
  accept: ['accept'],
  'confirm-receipt': ['confirmReceipt'],
  route: ['recordRouteResult'],
  'supplement-arrived': ['noteMaterial'],
  task: ['completeTask'],
  handle: ['draftOpinion', 'giveTask', 'recordTalk'],
  'paper-serve': ['servePaper'],
  execution: ['completeExecution'],
  report: ['fileReport'],
  // Taken on the page of that record.
  'review-lateness': [],
  'review-accept': [],
  review: [],
  'rating-bad': ['noteRating'],
  'follow-up': ['recordFollowUp'],
};

/** Tasks in the order in which they come first where several wait. */
const order = Object.keys(stepsOfTask) as readonly DeskTask[];

/**
 * The one next step for a reader: the first task that waits at the reader's place and that the
 * reader may take.
 * @param classified whether purpose and category are known: until then triage begins with that
 */
export function nextStep(
  tasks: readonly DeskTask[],
  allowances: readonly Allowance[],
  classified: boolean,
): PublicCommandType | null {
  const allowed = new Set(
    allowances.filter((each) => each.allowed).map((allowance) => allowance.command),
  );
  for (const task of order.filter((each) => tasks.includes(each))) {
    const step = stepsOfTask[task].find(
      (each) => allowed.has(each) && !(each === 'classify' && classified),
    );
    if (step !== undefined) return step;
  }
  return null;
}
