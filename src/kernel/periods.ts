import type { LegalBasis, NextRight, PeriodRule, PeriodUnit } from './clocks.ts';

/** `seen`: read in the text of the rule; `secondary`: in a text about it; `practice`: assumed. */
export type Certainty = 'seen' | 'secondary' | 'practice';

export interface Period {
  /** `given`: a person sets it for each case. */
  readonly amount: number | 'given';
  readonly unit: PeriodUnit;
  readonly rollOver: boolean;
  readonly basis: LegalBasis;
  readonly certainty: Certainty;
  /** False for what was seen in the Regulation: an office may only be stricter (P-9). */
  readonly configurable: boolean;
  /**
   * Which way is stricter on the office. Time to act in is stricter when shorter; time that a
   * petitioner has, or must be given, is stricter when longer.
   */
  readonly stricter: 'shorter' | 'longer';
  /** A given amount must not be longer than this period. */
  readonly atMost?: 'handling' | 'review';
  /** What a petitioner is given must not be shorter than this period. */
  readonly atLeast?: 'review-request';
  readonly nextRight?: NextRight;
}

type BasisOf = (article: string) => LegalBasis;
const regulation: BasisOf = (article) => ({
  law: '信访工作条例',
  lawEn: 'Regulation on Petition Work',
  article,
});
const simpleProcedure: LegalBasis = {
  law: '信访事项简易办理办法',
  lawEn: 'Measures for the simple handling of petitions',
  article: '',
};
const local: LegalBasis = {
  law: '本地工作规定',
  lawEn: 'Local working rule of the office',
  article: '',
};

const DAYS = { unit: 'calendar-days', rollOver: true, stricter: 'shorter' } as const;
const PETITIONERS_DAYS = { unit: 'calendar-days', rollOver: true, stricter: 'longer' } as const;
// A number of working days ends on a working day by itself.
const WORKING_DAYS = { unit: 'working-days', rollOver: false, stricter: 'shorter' } as const;

const HOURS = { unit: 'hours', rollOver: false, stricter: 'shorter' } as const;

const STATUTE = { certainty: 'seen', configurable: false } as const;
const SECONDARY = { certainty: 'secondary', configurable: true } as const;
const PRACTICE = { certainty: 'practice', configurable: true } as const;

/** Every period that the software counts. The comment says what starts it and who must act. */
export const PERIODS = {
  // Registration → the petition office refers, assigns or reports.
  triage: { ...DAYS, ...STATUTE, amount: 15, basis: regulation('22'), nextRight: 'contest' },
  // Petition made to a body directly → that body's written notice.
  'direct-notice': {
    ...DAYS,
    ...STATUTE,
    amount: 15,
    basis: regulation('23(2)'),
    nextRight: 'contest',
  },
  // Receipt of a referral or assignment → the unit tells the petitioner that it has it.
  acceptance: { ...DAYS, ...STATUTE, amount: 15, basis: regulation('23(3)'), nextRight: 'contest' },
  // Receipt of a referral or assignment → the unit objects with detailed reasons.
  objection: { ...WORKING_DAYS, ...STATUTE, amount: 5, basis: regulation('23(3)') },
  // Objection → the referring office decides on it.
  'objection-decision': { ...WORKING_DAYS, ...PRACTICE, amount: 5, basis: local },
  // Acceptance → handling opinion; art. 31 way 6 only.
  handling: {
    ...DAYS,
    ...STATUTE,
    amount: 60,
    basis: regulation('34'),
    nextRight: 'request-review',
  },
  // How much the unit head may add to `handling`, once.
  extension: {
    ...DAYS,
    ...STATUTE,
    amount: 30,
    basis: regulation('34'),
    nextRight: 'request-review',
  },
  // Written opinion received → the petitioner asks for review.
  'review-request': {
    ...PETITIONERS_DAYS,
    ...STATUTE,
    amount: 30,
    basis: regulation('35'),
    nextRight: 'request-review',
  },
  // Request → review opinion.
  review: {
    ...DAYS,
    ...STATUTE,
    amount: 30,
    basis: regulation('35'),
    nextRight: 'request-re-examination',
  },
  // Review opinion received → the petitioner asks for re-examination.
  're-examination-request': {
    ...PETITIONERS_DAYS,
    ...STATUTE,
    amount: 30,
    basis: regulation('36'),
    nextRight: 'request-re-examination',
  },
  // Request → re-examination opinion; the only clock that pauses, on the days of its hearing.
  're-examination': {
    ...DAYS,
    ...STATUTE,
    amount: 30,
    basis: regulation('36'),
    nextRight: 'help-and-follow-up',
  },
  // Simple procedure: receipt → decision on acceptance.
  'simple-acceptance': {
    ...WORKING_DAYS,
    ...SECONDARY,
    amount: 3,
    basis: simpleProcedure,
    nextRight: 'contest',
  },
  // Simple procedure: acceptance → opinion.
  'simple-opinion': {
    ...WORKING_DAYS,
    ...SECONDARY,
    amount: 10,
    basis: simpleProcedure,
    nextRight: 'request-review',
  },
  // Simple procedure: each level in between passes it on.
  'simple-forward': { ...WORKING_DAYS, ...SECONDARY, amount: 1, basis: simpleProcedure },
  // Mediation agreement in force → both parties apply to the court; by analogy, so not a constant.
  'judicial-confirmation': {
    ...PETITIONERS_DAYS,
    certainty: 'seen',
    configurable: true,
    amount: 30,
    basis: { law: '人民调解法', lawEn: "People's Mediation Law", article: '33' },
    nextRight: 'judicial-confirmation',
  },
  // Notice served → the hearing may be held on the day after the last of these.
  'hearing-notice': {
    ...PETITIONERS_DAYS,
    ...PRACTICE,
    rollOver: false,
    amount: 7,
    basis: { law: '信访听证地方规定', lawEn: 'Local rules on petition hearings', article: '' },
  },
  // Notice of an open reception day is public → it may be held on the day after the last of these.
  'reception-notice': {
    ...PETITIONERS_DAYS,
    certainty: 'seen',
    configurable: true,
    rollOver: false,
    amount: 7,
    basis: {
      law: '领导干部接访下访公示制度（安徽，2022年报道）',
      lawEn: 'Public notice of reception days (Anhui, press report 2022)',
      article: '',
    },
  },
  // Contest of a step without an opinion → decision by a person who was not involved (P-19); an
  // office's own days stay within those that art. 35 gives a whole review.
  contest: { ...DAYS, ...PRACTICE, amount: 15, atMost: 'review', basis: local },
  // Enquiry received → answer.
  enquiry: { ...WORKING_DAYS, ...PRACTICE, amount: 3, basis: local },
  // Suggestion received → answer; art. 29 names no period.
  suggestion: { ...DAYS, ...PRACTICE, amount: 60, basis: local },
  // Thanks received → acknowledged; as long as the law gives for passing on what came in.
  thanks: { ...DAYS, ...PRACTICE, amount: 15, basis: local },
  // Only local profiles speak of the next three. Registered → whoever has it does something with it.
  take: { ...HOURS, ...PRACTICE, amount: 2, basis: local },
  // Registered → the petitioner is spoken to.
  contact: { ...HOURS, ...PRACTICE, amount: 24, basis: local },
  // Registered → answered; a profile's limit stays within the sixty days of art. 34.
  answer: { ...DAYS, ...PRACTICE, amount: 15, atMost: 'handling', basis: local },
  // Urgent report → the addressee has it; art. 25 says promptly and names no hours.
  'urgent-receipt': { ...HOURS, ...PRACTICE, amount: 2, basis: local },
  // Urgent report → the addressee says what it does.
  'urgent-reply': { ...HOURS, ...PRACTICE, amount: 24, basis: local },
  // Conclusion → the petitioner rates; beside the rating stands the right to ask for review (P-11),
  // so the page stays open at least as long as that right.
  'rating-window': {
    ...PETITIONERS_DAYS,
    ...PRACTICE,
    amount: 30,
    atLeast: 'review-request',
    basis: local,
    nextRight: 'rate',
  },
  // Conclusion → follow-up call or visit; not later than a matter may take from the beginning.
  'follow-up': { ...DAYS, ...PRACTICE, amount: 30, atMost: 'handling', basis: local },
  // Withdrawal → the petitioner may still revoke it (P-14).
  'withdrawal-revocation': {
    ...PETITIONERS_DAYS,
    ...PRACTICE,
    amount: 10,
    basis: { law: '本系统服务承诺', lawEn: 'Service promise of this system', article: '' },
    nextRight: 'revoke-withdrawal',
  },
  // Handed to an outside or taking-over body → it confirms that it has it.
  'confirm-receipt': { ...DAYS, ...PRACTICE, amount: 15, basis: local },
  // Request for more → what the petitioner is asked to bring; never stops another clock.
  supplement: { ...PETITIONERS_DAYS, ...PRACTICE, amount: 15, basis: local },
  // Art. 31 ways 3-5 started by the unit itself → end of that procedure; set for each route.
  route: { ...DAYS, ...PRACTICE, amount: 60, basis: local },
  // A supported demand → carried out; the opinion names the day.
  execution: { ...DAYS, ...PRACTICE, amount: 'given', basis: regulation('32') },
  // A promise → kept; whoever promises names the day (C-1).
  commitment: { ...DAYS, ...PRACTICE, amount: 'given', basis: local },
  // A dated step in the plan of a case under a leader; the plan names the day (S-1).
  milestone: { ...DAYS, ...PRACTICE, amount: 'given', basis: local },
  // A supervision item opened, or an answer sent back → the unit answers in writing (Reg. 40(1)).
  'supervision-answer': { ...WORKING_DAYS, ...PRACTICE, amount: 7, basis: local },
  // Dispute recorded, acknowledged or not kept → settled, or passed to another level (D-1); the office
  // sets the days of these three, and the record keeps which they were.
  'dispute-handling': { ...DAYS, ...PRACTICE, amount: 15, basis: local },
  // Dispute passed to another level → acknowledged there.
  'dispute-receipt': { ...DAYS, ...PRACTICE, amount: 3, basis: local },
  // Dispute settled → asked whether what was agreed is kept.
  'dispute-follow-up': { ...DAYS, ...PRACTICE, amount: 30, basis: local },
  // Convened → held; whoever convenes it names the day (S-4).
  meeting: { ...DAYS, ...PRACTICE, amount: 'given', basis: local },
  // Returned with consent after an objection → the office sends it to the right unit.
  're-referral': { ...WORKING_DAYS, ...PRACTICE, amount: 5, basis: local },
  // A lower office proposes to raise a matter → the office above takes it or refuses.
  'raise-decision': { ...WORKING_DAYS, ...PRACTICE, amount: 5, basis: local },
  // Second return → the common superior decides who is competent.
  adjudication: { ...DAYS, ...PRACTICE, amount: 15, basis: regulation('24') },
  // Announcement published → deemed served at the end of its last day. By analogy with civil
  // procedure, where thirty days pass; a period that passes by itself does not wait for a workday.
  announcement: {
    ...PETITIONERS_DAYS,
    ...PRACTICE,
    rollOver: false,
    amount: 30,
    basis: { law: '民事诉讼法', lawEn: 'Civil Procedure Law', article: '95' },
  },
  // Paper sealed → it reaches the petitioner.
  service: { ...DAYS, ...PRACTICE, amount: 10, basis: local },
  // Recommendation served → the body's written answer. The Regulation in force names no number; its
  // predecessor (信访条例 2005, art. 36) had thirty days.
  'recommendation-answer': {
    ...DAYS,
    ...SECONDARY,
    amount: 30,
    basis: { law: '信访条例（2005年）', lawEn: 'Petition Regulations of 2005', article: '36' },
  },
  // A sub-task of a co-handler; the main handler sets it.
  task: { ...DAYS, ...PRACTICE, amount: 'given', basis: local },
  // Letter of the three letters served → the addressee answers; days and source are the office's own.
  'letter-answer': { ...WORKING_DAYS, ...PRACTICE, amount: 7, basis: local },
  // A letter is to be written → it has reached its addressee; the office's own working time.
  'letter-draft': { ...WORKING_DAYS, ...PRACTICE, amount: 3, basis: local },
  // A unit was told of a consequence that is proposed → it says what it has to say.
  statement: { ...WORKING_DAYS, ...PRACTICE, amount: 5, basis: local },
  // A consequence is in force → what it asks for is done; the decision names the day.
  correction: { ...DAYS, ...PRACTICE, amount: 'given', basis: regulation('39') },
  // Conclusion report returned → handled again; the assigner sets it.
  redo: { ...DAYS, ...PRACTICE, amount: 'given', atMost: 'handling', basis: local },
  // Assigned → report back; the assigner sets it.
  assignment: {
    ...DAYS,
    certainty: 'seen',
    configurable: true,
    amount: 'given',
    atMost: 'handling',
    basis: regulation('22'),
  },
} as const satisfies Readonly<Record<string, Period>>;

export type PeriodId = keyof typeof PERIODS;

/** The ids of all periods, in the order of a petition's life. */
export const PERIOD_IDS = Object.keys(PERIODS) as readonly PeriodId[];

/** A period as data, by its id. */
export function getPeriod(id: PeriodId): Period {
  return PERIODS[id];
}

/**
 * The rule to count a period by, as the law or the default has it.
 *
 * @param given the amount a person has set, in the period's unit; only for periods that are given
 * @throws RangeError when an amount is missing, superfluous or longer than allowed
 */
export function ruleOf(id: PeriodId, given?: number): PeriodRule {
  const period = getPeriod(id);
  if ((period.amount === 'given') !== (given !== undefined)) {
    throw new RangeError(
      `period ${id}: the amount is ${given === undefined ? 'missing' : 'fixed'}`,
    );
  }
  const amount = period.amount === 'given' ? (given ?? 0) : period.amount;
  if (period.atMost !== undefined && amount > PERIODS[period.atMost].amount) {
    throw new RangeError(`period ${id}: ${amount} is longer than ${period.atMost}`);
  }
  return toRule(id, period, amount, period.unit);
}

export interface LocalStandard {
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly basis: LegalBasis;
}

/**
 * The rule to count a period by where an office has set its own standard (P-9).
 *
 * @param standard amount, unit and source of the office's own limit
 * @returns the rule; or `less-strict` when the Regulation fixes the period and the standard could
 * end later (for a petitioner's right: earlier) than the law, `not-a-period` for an amount that is
 * not a whole number from 1 to 3,650
 */
export function localRuleOf(
  id: PeriodId,
  standard: LocalStandard,
):
  | { readonly ok: true; readonly value: PeriodRule }
  | { readonly ok: false; readonly reason: 'less-strict' | 'not-a-period' } {
  const period = getPeriod(id);
  const { amount, unit, basis } = standard;
  if (!Number.isInteger(amount) || amount < 1 || amount > 3650) {
    return { ok: false, reason: 'not-a-period' };
  }
  if (!period.configurable && !isAsStrict(standard, period)) {
    return { ok: false, reason: 'less-strict' };
  }
  return { ok: true, value: toRule(id, { ...period, basis }, amount, unit) };
}

function toRule(id: PeriodId, period: Period, amount: number, unit: PeriodUnit): PeriodRule {
  const { basis, nextRight } = period;
  const rollOver = unit === 'calendar-days' && (period.rollOver || period.unit !== unit);
  return { id, amount, unit, rollOver, basis, ...(nextRight === undefined ? {} : { nextRight }) };
}

/**
 * Whether a standard can never end on the wrong side of the law, whatever the calendar. Hours are
 * never longer than as many days, and calendar days never longer than as many working days; the
 * other way round holidays may always come between.
 */
function isAsStrict(standard: LocalStandard, law: Period): boolean {
  if (law.amount === 'given') return true;
  if (standard.unit === law.unit) {
    return law.stricter === 'shorter'
      ? standard.amount <= law.amount
      : standard.amount >= law.amount;
  }
  const fineness: readonly PeriodUnit[] = ['hours', 'calendar-days', 'working-days'];
  const finer = fineness.indexOf(standard.unit) < fineness.indexOf(law.unit);
  if (law.stricter === 'shorter') {
    return finer && standard.amount <= law.amount * (standard.unit === 'hours' ? 24 : 1);
  }
  return !finer && standard.amount >= law.amount;
}
