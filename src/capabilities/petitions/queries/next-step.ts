import type { PublicCommandType } from '../contract.ts';
import type { Petition } from '../petition.ts';
import type { Allowance, DeskTask } from '../view.ts';

/** What each task leads to, the usual step first; the first one that is allowed is the next. */
const stepsOfTask: Readonly<Record<DeskTask, readonly PublicCommandType[]>> = {
  'urgent-receipt': ['confirmUrgent'],
  'urgent-reply': ['replyUrgent'],
  'send-back': ['sendBackWorkOrder'],
  'urgent-report': ['reportUrgent'],
  'opinion-approval': ['issuePaper', 'signPaper', 'checkPaper'],
  'extension-approval': ['issuePaper', 'signPaper', 'checkPaper'],
  'paper-approval': ['issuePaper', 'signPaper', 'checkPaper'],
  'paper-seal': ['sealPaper'],
  'decide-objection': ['decideObjection'],
  'decide-contest': ['decideContest'],
  'decide-raise': ['raisePetition'],
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
  report: ['fileReport'],
  // Taken on the page of that record.
  'review-lateness': [],
  'review-accept': [],
  review: [],
  'rating-bad': ['noteRating'],
  'follow-up': ['recordFollowUp'],
  proceeding: [],
  confirmation: [],
  execution: [],
  commitment: [],
  'commitment-check': [],
  letter: [],
  backlog: [],
  'backlog-check': [],
  agenda: [],
  sponsored: [],
  'sponsored-answer': [],
  'sponsored-check': [],
  'supervision-answer': [],
  'supervision-verify': [],
  'home-visit': [],
  'letter-draft': [],
  'letter-answer': [],
  'letter-judge': [],
  'consequence-draft': [],
  'consequence-statement': [],
  'consequence-correct': [],
  'consequence-verify': [],
  meeting: [],
  'meeting-minutes': [],
  'way-out': [],
  'aid-approval': [],
  'aid-payment': [],
  'festival-visit': [],
};

/** Tasks in the order in which they come first where several wait. */
const order = Object.keys(stepsOfTask) as readonly DeskTask[];

/**
 * The one next step for a reader: the first task that waits at the reader's place and that the
 * reader may take.
 * @param petition without a purpose triage begins with that; a mixed one is split before anything else
 */
export function nextStep(
  tasks: readonly DeskTask[],
  allowances: readonly Allowance[],
  petition: Pick<Petition, 'purpose' | 'mixed'>,
): PublicCommandType | null {
  const allowed = new Set(
    allowances.filter((each) => each.allowed).map((allowance) => allowance.command),
  );
  if (petition.mixed && tasks.length > 0 && allowed.has('split')) return 'split';
  for (const task of order.filter((each) => tasks.includes(each))) {
    const step = stepsOfTask[task].find(
      (each) => allowed.has(each) && !(each === 'classify' && petition.purpose !== null),
    );
    if (step !== undefined) return step;
  }
  return null;
}
