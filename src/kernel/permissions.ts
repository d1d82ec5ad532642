import type { Verb } from './verbs.ts';

export { verbs, type Verb } from './verbs.ts';

/** Posts that a person can hold in a unit. */
export const roles = [
  'clerk',
  'case-officer',
  'office-head',
  'seal-keeper',
  'handler',
  'unit-head',
  'leader',
  'supervisor',
  'grid-member',
  'accusation-officer',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/**
 * How a person must stand to a petition for a verb to be theirs.
 * - `unit`: their unit is any unit (creation, own drafts)
 * - `office`: their unit is the petition office responsible for it
 * - `holder`: their unit holds it now
 * - `co-handler`: their unit has a sub-task in it
 * - `assigner`: their unit assigned it and awaits the report
 * - `superior`: their unit is the common superior that decides competence
 * - `reader`: their unit may read it
 * - `addressee`: their unit was told of it as an urgent matter (Reg. 25)
 * - `helping-office`: their office helps with it since it was raised above them
 * - `paper`: their unit issues the paper in question
 */
export type Jurisdiction =
  | 'unit'
  | 'office'
  | 'holder'
  | 'co-handler'
  | 'assigner'
  | 'superior'
  | 'reader'
  | 'addressee'
  | 'helping-office'
  | 'paper';

type Grants = Partial<Record<Verb, readonly Jurisdiction[]>>;

/**
 * The one permission table: role × verb × jurisdiction. `policy`, the SQL scope and row-level
 * security are three readings of it (O-3).
 */
export const permissions: Readonly<Record<Role, Grants>> = {
  clerk: {
    'joint-meeting.read': ['unit'],
    'hall.door': ['unit'],
    'hall.dispatch': ['unit'],
    'hall.hear': ['unit'],
    'reception.read': ['unit'],
    'reception.run': ['office'],
    'statistics.read': ['unit'],
    'roster.read': ['unit'],
    'petition.read': ['reader'],
    'petition.report-urgent': ['office', 'holder'],
    'petition.reveal': ['office', 'helping-office'],
    'petition.register': ['unit'],
    'petition.classify': ['office', 'holder'],
    'petition.material': ['office', 'holder', 'helping-office'],
    'petition.replace-code': ['office', 'holder', 'helping-office'],
    'review.request': ['reader'],
    'paper.serve': ['paper'],
  },
  'case-officer': {
    'supervision.answer': ['holder'],
    'petition.propose-raise': ['office'],
    'petition.suggest-agenda': ['office'],
    'joint-meeting.read': ['unit'],
    'joint-meeting.plan': ['office', 'reader'],
    'joint-meeting.decide': ['office', 'reader'],
    'sponsored.work': ['holder'],
    'sponsored.propose': ['office'],
    'sponsored.verify': ['office'],
    'report.draft': ['office'],
    'backlog.assign': ['office'],
    'backlog.verify': ['office'],
    'letter.lay': ['office'],
    'hall.door': ['unit'],
    'hall.dispatch': ['unit'],
    'hall.hear': ['unit'],
    'reception.read': ['unit'],
    'reception.plan': ['office'],
    'reception.run': ['office'],
    'commitment.verify': ['office', 'assigner', 'superior'],
    'statistics.read': ['unit'],
    'proceeding.begin': ['office', 'holder'],
    'proceeding.conduct': ['unit'],
    'roster.read': ['unit'],
    'roster.administer': ['unit'],
    'petition.read': ['reader'],
    'petition.report-urgent': ['office', 'holder'],
    'petition.answer-urgent': ['addressee'],
    'petition.reveal': ['office', 'holder', 'helping-office'],
    'petition.register': ['unit'],
    'petition.classify': ['office', 'holder'],
    'petition.material': ['office', 'holder', 'helping-office'],
    'petition.replace-code': ['office', 'holder', 'helping-office'],
    'petition.triage': ['office'],
    'petition.decide-objection': ['office'],
    'petition.decide-contest': ['office'],
    'petition.decide-report': ['assigner'],
    'petition.adjudicate': ['superior'],
    'review.request': ['reader'],
    'review.examine': ['holder'],
    'paper.check': ['paper'],
    'paper.serve': ['paper'],
    'petition.export': ['unit'],
    'petition.import': ['unit'],
  },
  'office-head': {
    'supervision.order': ['unit'],
    'supervision.answer': ['holder'],
    'supervision.verify': ['office'],
    'petition.propose-raise': ['office'],
    'petition.raise': ['reader'],
    'petition.lower': ['office'],
    'petition.suggest-agenda': ['office'],
    'joint-meeting.read': ['unit'],
    'joint-meeting.plan': ['office', 'reader'],
    'joint-meeting.decide': ['office', 'reader'],
    'joint-meeting.sign': ['unit'],
    'sponsored.work': ['holder'],
    'sponsored.propose': ['office'],
    'sponsored.verify': ['office'],
    'report.draft': ['office'],
    'report.finalise': ['office'],
    'backlog.assign': ['office'],
    'backlog.verify': ['office'],
    'letter.lay': ['office'],
    'hall.door': ['unit'],
    'hall.dispatch': ['unit'],
    'hall.hear': ['unit'],
    'reception.issue': ['office'],
    'reception.read': ['unit'],
    'reception.plan': ['office'],
    'reception.run': ['office'],
    'reception.administer': ['office'],
    'commitment.make': ['unit'],
    'commitment.fulfil': ['holder'],
    'commitment.verify': ['office', 'assigner', 'superior'],
    'commitment.change': ['assigner'],
    'statistics.read': ['unit'],
    'proceeding.begin': ['office', 'holder'],
    'proceeding.conduct': ['unit'],
    'roster.read': ['unit'],
    'roster.administer': ['unit'],
    'petition.read': ['reader'],
    'petition.note-rating': ['office'],
    'petition.report-urgent': ['office', 'holder'],
    'petition.answer-urgent': ['addressee'],
    'petition.reveal': ['office', 'holder'],
    'petition.register': ['unit'],
    'petition.classify': ['office', 'holder'],
    'petition.triage': ['office'],
    'petition.decide-objection': ['office'],
    'petition.decide-contest': ['office'],
    'petition.decide-report': ['assigner'],
    'petition.adjudicate': ['superior'],
    'petition.approve': ['office', 'holder'],
    'review.request': ['reader'],
    'review.examine': ['holder'],
    'review.approve': ['holder'],
    'paper.check': ['paper'],
    'paper.sign': ['paper'],
    'paper.seal': ['paper'],
    'paper.serve': ['paper'],
    'petition.export': ['unit'],
    'petition.import': ['unit'],
    'outbox.read': ['unit'],
    'template.edit': ['unit'],
  },
  'seal-keeper': {
    'reception.read': ['unit'],
    'petition.read': ['reader'],
    'paper.seal': ['paper'],
    'paper.serve': ['paper'],
  },
  handler: {
    'supervision.answer': ['holder'],
    'joint-meeting.read': ['unit'],
    'joint-meeting.plan': ['office', 'reader'],
    'joint-meeting.decide': ['office', 'reader'],
    'sponsored.work': ['holder'],
    'report.draft': ['office'],
    'backlog.report': ['holder'],
    'hall.door': ['unit'],
    'hall.hear': ['unit'],
    'reception.read': ['unit'],
    'commitment.fulfil': ['holder'],
    'statistics.read': ['unit'],
    'proceeding.begin': ['office', 'holder'],
    'proceeding.conduct': ['unit'],
    'roster.read': ['unit'],
    'petition.read': ['reader'],
    'petition.report-urgent': ['holder'],
    'petition.answer-urgent': ['addressee'],
    'petition.reveal': ['holder', 'co-handler'],
    'petition.register': ['unit'],
    'petition.classify': ['holder'],
    'petition.object': ['holder'],
    'petition.accept': ['holder'],
    'petition.handle': ['holder'],
    'petition.task': ['co-handler', 'holder'],
    'petition.report': ['holder'],
    'petition.decide-report': ['assigner'],
    'petition.material': ['holder'],
    'review.request': ['reader'],
    'review.examine': ['holder'],
    'paper.check': ['paper'],
    'paper.serve': ['paper'],
    'petition.export': ['unit'],
  },
  'unit-head': {
    'supervision.answer': ['holder'],
    'petition.suggest-agenda': ['holder', 'superior'],
    'joint-meeting.read': ['unit'],
    'joint-meeting.plan': ['office', 'reader'],
    'joint-meeting.decide': ['office', 'reader'],
    'joint-meeting.sign': ['unit'],
    'sponsored.lead': ['holder'],
    'sponsored.work': ['holder'],
    'report.draft': ['office'],
    'report.finalise': ['office'],
    'backlog.report': ['holder'],
    'letter.read': ['holder'],
    'letter.instruct': ['holder'],
    'hall.door': ['unit'],
    'hall.dispatch': ['unit'],
    'hall.hear': ['unit'],
    'reception.issue': ['office'],
    'reception.read': ['unit'],
    'reception.plan': ['office'],
    'reception.run': ['office'],
    'commitment.make': ['unit'],
    'commitment.fulfil': ['holder'],
    'commitment.verify': ['assigner', 'superior'],
    'commitment.change': ['assigner'],
    'statistics.read': ['unit'],
    'proceeding.begin': ['office', 'holder'],
    'proceeding.conduct': ['unit'],
    'roster.read': ['unit'],
    'petition.read': ['reader'],
    'petition.report-urgent': ['holder'],
    'petition.answer-urgent': ['addressee'],
    'petition.reveal': ['holder', 'co-handler'],
    'petition.object': ['holder'],
    'petition.accept': ['holder'],
    'petition.handle': ['holder'],
    'petition.task': ['co-handler', 'holder'],
    'petition.approve': ['holder'],
    'petition.report': ['holder'],
    'petition.decide-report': ['assigner'],
    'review.examine': ['holder'],
    'review.approve': ['holder'],
    'paper.check': ['paper'],
    'paper.sign': ['paper'],
    'paper.seal': ['paper'],
    'paper.serve': ['paper'],
    'petition.export': ['unit'],
  },
  leader: {
    'petition.suggest-agenda': ['superior'],
    'joint-meeting.read': ['unit'],
    'joint-meeting.sign': ['unit'],
    'sponsored.lead': ['holder'],
    'letter.read': ['holder'],
    'letter.instruct': ['holder'],
    'hall.hear': ['unit'],
    'reception.read': ['unit'],
    'commitment.make': ['unit'],
    'commitment.verify': ['assigner', 'superior'],
    'commitment.change': ['assigner'],
    'statistics.read': ['unit'],
    'petition.read': ['reader'],
    'petition.answer-urgent': ['addressee'],
    'petition.adjudicate': ['superior'],
  },
  supervisor: {
    'supervision.order': ['unit'],
    'supervision.verify': ['office'],
    'sponsored.verify': ['reader'],
    'petition.read': ['reader'],
    'statistics.read': ['unit'],
  },
  'grid-member': {
    'petition.read': ['reader'],
  },
  'accusation-officer': {
    'reception.read': ['unit'],
    'commitment.fulfil': ['holder'],
    'commitment.verify': ['office', 'assigner'],
    'petition.read': ['reader'],
    'petition.reveal': ['office', 'holder'],
    'petition.register': ['unit'],
    'petition.classify': ['office', 'holder'],
    'petition.triage': ['office'],
    'petition.decide-contest': ['office'],
    'petition.accept': ['holder'],
    'petition.handle': ['holder'],
    'petition.material': ['office', 'holder'],
    'petition.name-handler': ['office', 'holder'],
    'paper.check': ['paper'],
    'paper.serve': ['paper'],
    // Messages about accusations stand in the outbox for their named handlers alone (L-5).
    'outbox.read': ['unit'],
  },
  auditor: { 'access.audit': ['unit'] },
  administrator: {
    'sponsored.administer': ['unit'],
    'reception.read': ['unit'],
    'reception.administer': ['office'],
    'roster.read': ['unit'],
    'roster.administer': ['unit'],
    'organisation.administer': ['unit'],
    'calendar.import': ['unit'],
    'template.edit': ['unit'],
    'outbox.read': ['unit'],
  },
};

/**
 * Asks the table.
 * @param held the posts of the person
 * @param verb what they want to do
 * @param relations how they stand to the matter
 */
export function isGranted(
  held: readonly Role[],
  verb: Verb,
  relations: ReadonlySet<Jurisdiction>,
): boolean {
  return held.some((role) => permissions[role][verb]?.some((needed) => relations.has(needed)));
}

/** Roles to which the table gives a verb in any jurisdiction. */
export function rolesWith(verb: Verb): Role[] {
  return roles.filter((role) => permissions[role][verb] !== undefined);
}
