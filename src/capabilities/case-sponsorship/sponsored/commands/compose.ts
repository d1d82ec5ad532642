import { localDate } from '../../../../kernel/local-date.ts';
import type { CaseComposing } from '../../../petitions/index.ts';
import type { Sponsored } from '../case.ts';
import type { SponsoredCommand } from '../command.ts';
import type { SponsoredStep, StepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { leaderNamed } from './leaders.ts';

type With = CaseComposing<Sponsored>;

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in SponsoredStep]: (input: StepInput<T>, with_: With) => SponsoredCommand;
} = {
  acceptCharge: () => ({ type: 'acceptCharge' }),
  declineCharge: ({ reason }, { words }) => ({
    type: 'declineCharge',
    reason: words(reason, 'reason', limits.words),
  }),
  takeUpAgain: ({ leader, reason }, { words, organisation, petition }) => ({
    type: 'takeUpAgain',
    leader: leaderNamed(organisation, leader),
    reason: words(reason, 'reason', limits.words),
    unit: petition.holder,
  }),
  writePlan: ({ matterKnot, mindKnot, measures }, { words }) => ({
    type: 'writePlan',
    matterKnot: words(matterKnot, 'matterKnot', limits.words),
    mindKnot: words(mindKnot, 'mindKnot', limits.words),
    measures: measures.map(({ kind, words: how }, at) => ({
      kind,
      words: words(how, `measures.${at}.words`, limits.words),
    })),
  }),
  addMilestone: ({ what, responsible, date, told }, { words, optionalWords, nextId }) => ({
    type: 'addMilestone',
    id: nextId(),
    what: words(what, 'what', limits.task),
    responsible: words(responsible, 'responsible', limits.name),
    date: localDate(date),
    told: optionalWords(told, 'told', limits.public),
  }),
  moveMilestone: ({ milestone, date, reason }, { words }) => ({
    type: 'moveMilestone',
    milestone,
    date: localDate(date),
    reason: words(reason, 'reason', limits.words),
  }),
  reportMilestone: ({ milestone, outcome, doneOn, words: said }, { words }) => ({
    type: 'reportMilestone',
    milestone,
    outcome,
    doneOn: doneOn === undefined ? null : localDate(doneOn),
    words: words(said, 'words', limits.words),
  }),
  addNote: ({ words: said }, { words }) => ({
    type: 'addNote',
    words: words(said, 'words', limits.note),
  }),
  handOver: ({ leader, reason }, { words, organisation }) => ({
    type: 'handOver',
    leader: leaderNamed(organisation, leader),
    reason: words(reason, 'reason', limits.words),
  }),
  acknowledgeHandOver: () => ({ type: 'acknowledgeHandOver' }),
  refuseHandOver: ({ reason }, { words }) => ({
    type: 'refuseHandOver',
    reason: words(reason, 'reason', limits.words),
  }),
  withdrawHandOver: () => ({ type: 'withdrawHandOver' }),
  proposeEnding: ({ result, words: said }, { words }) => ({
    type: 'proposeEnding',
    result,
    words: words(said, 'words', limits.words),
  }),
  verifyEnding: ({ words: said }, { words }) => ({
    type: 'verifyEnding',
    words: words(said, 'words', limits.words),
  }),
  returnEnding: ({ words: said }, { words }) => ({
    type: 'returnEnding',
    words: words(said, 'words', limits.words),
  }),
};

/** The command of the rules that a typed step means. */
export function composeStep<T extends SponsoredStep>(
  type: T,
  input: StepInput<T>,
  with_: With,
): SponsoredCommand {
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const compose = composers[type] as (input: StepInput<T>, with_: With) => SponsoredCommand;
  return compose(input, with_);
}
