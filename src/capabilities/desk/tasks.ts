import { isGranted, type Jurisdiction, type Role, type Verb } from '../../kernel/permissions.ts';
import type { DeskTask } from '../petitions/index.ts';

/** Which verbs of the permission table do what waits; any of them is enough to see it. */
const verbsOfTask: Readonly<Record<DeskTask, readonly Verb[]>> = {
  triage: ['petition.triage'],
  accept: ['petition.accept'],
  'decide-objection': ['petition.decide-objection'],
  'decide-competence': ['petition.adjudicate'],
  handle: ['petition.handle'],
  'opinion-approval': ['paper.check', 'paper.sign'],
  'extension-approval': ['paper.check', 'paper.sign', 'petition.approve'],
  'paper-approval': ['paper.check', 'paper.sign'],
  'paper-seal': ['paper.seal'],
  'paper-serve': ['paper.serve'],
  route: ['petition.handle'],
  'confirm-receipt': ['petition.accept', 'petition.triage'],
  task: ['petition.task'],
  execution: ['petition.handle'],
  report: ['petition.report', 'petition.decide-report'],
  'decide-report': ['petition.decide-report'],
  'urgent-report': ['petition.report-urgent'],
  'urgent-receipt': ['petition.answer-urgent'],
  'urgent-reply': ['petition.answer-urgent'],
  'send-back': ['petition.triage', 'petition.material'],
  suggestion: ['petition.triage', 'petition.accept', 'petition.handle'],
  enquiry: ['petition.triage', 'petition.accept', 'petition.handle'],
  thanks: ['petition.triage', 'petition.accept', 'petition.handle'],
  'review-lateness': ['review.approve'],
  'review-accept': ['review.examine'],
  review: ['review.examine'],
  'supplement-arrived': ['petition.handle', 'petition.triage', 'petition.accept'],
  'rating-bad': ['petition.note-rating'],
  'follow-up': ['petition.handle', 'petition.triage'],
  'decide-contest': ['petition.decide-contest'],
  proceeding: ['proceeding.conduct'],
  confirmation: ['proceeding.conduct'],
  commitment: ['commitment.fulfil'],
  'commitment-check': ['commitment.verify'],
  letter: ['letter.read'],
  'letter-draft': ['three-letters.write'],
  'letter-answer': ['three-letters.answer'],
  'letter-judge': ['three-letters.write'],
  'consequence-draft': ['consequence.propose'],
  'consequence-statement': ['consequence.state'],
  'consequence-correct': ['consequence.state'],
  'consequence-verify': ['consequence.verify'],
  backlog: ['backlog.report'],
  'backlog-check': ['backlog.verify'],
  'decide-raise': ['petition.raise'],
  agenda: ['joint-meeting.plan'],
  sponsored: ['sponsored.lead', 'sponsored.work'],
  'sponsored-answer': ['sponsored.lead'],
  'sponsored-check': ['sponsored.verify'],
  'supervision-answer': ['supervision.answer'],
  'supervision-verify': ['supervision.verify'],
  'home-visit': ['visit.record'],
  meeting: ['meeting.hold'],
  'meeting-minutes': ['meeting.issue'],
  'way-out': ['way-out.choose'],
  'aid-approval': ['aid.approve'],
  'aid-payment': ['aid.pay'],
  'festival-visit': ['festival-visit.plan'],
};

const everyRelation: ReadonlySet<Jurisdiction> = new Set<Jurisdiction>([
  'unit',
  'office',
  'holder',
  'co-handler',
  'assigner',
  'superior',
  'reader',
  'addressee',
  'helping-office',
  'paper',
]);

/**
 * The tasks that a person's posts can do, read from the permission table (O-3). The row tells the
 * relation: a task stands in the list of the unit that has to do it.
 */
export const tasksOf = (held: readonly Role[]): DeskTask[] =>
  (Object.keys(verbsOfTask) as DeskTask[]).filter((task) =>
    verbsOfTask[task].some((verb) => isGranted(held, verb, everyRelation)),
  );
