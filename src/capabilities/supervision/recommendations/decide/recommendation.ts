import type { Calendar } from '../../../../kernel/calendar.ts';
import { dueOf } from '../../../../kernel/clocks.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import {
  decidePaper,
  isPaperCommand,
  isUnsealed,
  type PaperHouse,
} from '../../../../kernel/paper-flow.ts';
import { ruleOf } from '../../../../kernel/periods.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { OwnRecommendationCommand, RecommendationCommand } from '../command.ts';
import type { RecommendationEvent } from '../events.ts';
import { isRecommendationThinkable } from '../lifecycle.ts';
import {
  dueOf as dueDayOf,
  isHidden,
  isWithheld,
  isLate,
  type Recommendation,
  type RecommendationPaper,
} from '../recommendation.ts';
import { dataOf, today, type Context, type Decided } from './context.ts';

type Decision = Decided<RecommendationEvent>;
type Of<T extends OwnRecommendationCommand['type']> = Extract<
  OwnRecommendationCommand,
  { readonly type: T }
>;

/** The last day of an answer: the days that were written down with the recommendation. */
export const answerByOf = (
  { days }: Recommendation['period'],
  servedOn: number,
  calendar: Calendar,
): LocalDate =>
  localDateOf(
    dueOf(
      { ...ruleOf('recommendation-answer'), amount: days },
      { startedAt: servedOn, pauses: [], extensions: [] },
      calendar,
    ).dueAt - 1,
  );

const drafted = (
  { office, reasons }: Pick<Recommendation, 'office' | 'reasons'>,
  paperId: string,
): RecommendationEvent => ({
  type: 'PaperDrafted',
  data: { paperId, kind: 'recommendation', issuer: office, text: reasons, effect: 'recommend' },
});

/** A body is recommended something about its work; an office recommends nothing to itself. */
function draft({ paperId, ...command }: Of<'draftRecommendation'>, context: Context): Decision {
  // Reg. 40 gives recommendations to the petition offices.
  if (context.organisation.find(command.office)?.kind !== 'petition-office') {
    return refuse('not-permitted', { verb: 'recommendation.draft' });
  }
  const unit = context.organisation.find(command.unit);
  if (unit === undefined || !unit.active) return refuse('unit-unknown', {}, 'unit');
  if (command.unit === command.office) return refuse('recommendation-own-unit', {}, 'unit');
  const { petitions, itemId, inspectionId } = command;
  return petitions.length === 0 && itemId === null && inspectionId === null
    ? refuse('recommendation-basis', {}, 'numbers')
    : ok([{ type: 'RecommendationDrafted', data: dataOf(command) }, drafted(command, paperId)]);
}

const house = (
  { papers, period }: Recommendation,
  servedOn: number,
  context: Context,
): PaperHouse<RecommendationPaper, RecommendationEvent> => ({
  papers,
  automatic: new Set(),
  electronicService: false,
  findEffectFault: () => null,
  effectsOfSeal: () => [],
  effectsOfService: () => [
    {
      type: 'RecommendationServed',
      data: {
        servedOn: localDateOf(servedOn),
        answerBy: answerByOf(period, servedOn, context.calendar),
      },
    },
  ],
});

/** Reg. 40: the body answers in writing whether it adopts it; what is adopted has a day. */
function answer(command: Of<'answerRecommendation'>, context: Context): Decision {
  const { adoption, doneBy } = command;
  if ((adoption === 'not') !== (doneBy === null)) {
    return refuse('recommendation-done-by', {}, 'doneBy');
  }
  return doneBy !== null && doneBy < today(context)
    ? refuse('recommendation-day-past', {}, 'doneBy')
    : ok([{ type: 'RecommendationAnswered', data: dataOf(command) }]);
}

/** A day that is over is told of once, to the body and to the office. */
function remind(recommendation: Recommendation, context: Context): Decision {
  const dueOn = dueDayOf(recommendation);
  if (dueOn === null || isHidden(recommendation) || !isLate(recommendation, today(context))) {
    return refuse('recommendation-not-due');
  }
  return ok(
    recommendation.remindedOf === dueOn ? [] : [{ type: 'RecommendationOverdue', data: { dueOn } }],
  );
}

/** Judges a command on a recommendation, or the one that makes it. */
export function decideRecommendation(
  recommendation: Recommendation | null,
  command: RecommendationCommand,
  context: Context,
): Decision {
  if (command.type === 'draftRecommendation') return draft(command, context);
  if (recommendation === null) return refuse('not-found');
  if (!isRecommendationThinkable(command.type, recommendation.status)) {
    return refuse('recommendation-not-in-status', { status: recommendation.status });
  }
  if (isPaperCommand(command)) {
    const servedOn = command.type === 'servePaper' ? command.servedOn : context.now;
    return decidePaper(house(recommendation, servedOn, context), command, {
      actor: context.by,
      now: context.now,
    });
  }
  switch (command.type) {
    case 'redraft': {
      const { paperId, type: _, ...words } = command;
      return recommendation.papers.some(isUnsealed)
        ? refuse('order-on-its-way')
        : ok([
            { type: 'RecommendationReworded', data: words },
            drafted({ ...recommendation, ...words }, paperId),
          ]);
    }
    case 'dropDraft':
      return ok([{ type: 'RecommendationDropped', data: { reason: command.reason } }]);
    case 'withdrawDraft':
      return ok(recommendation.withdrawn ? [] : [{ type: 'RecommendationWithdrawn', data: {} }]);
    case 'withholdBasis': {
      const { petitionId } = command;
      const known = isWithheld(recommendation, petitionId);
      return ok(known ? [] : [{ type: 'RecommendationBasisWithheld', data: dataOf(command) }]);
    }
    case 'restoreBasis': {
      const { petitionId } = command;
      const known = isWithheld(recommendation, petitionId);
      return ok(known ? [{ type: 'RecommendationBasisRestored', data: { petitionId } }] : []);
    }
    case 'remind':
      return remind(recommendation, context);
    case 'answerRecommendation':
      return answer(command, context);
    case 'reportAdoption':
      return ok([{ type: 'AdoptionReported', data: dataOf(command) }]);
    case 'verifyAdoption':
      return ok([{ type: 'AdoptionVerified', data: dataOf(command) }]);
    case 'sendBackAdoption':
      return command.doneBy < today(context)
        ? refuse('recommendation-day-past', {}, 'doneBy')
        : ok([{ type: 'AdoptionSentBack', data: dataOf(command) }]);
    case 'succeedUnit': {
      const { from, to } = command;
      const stands = [recommendation.office, recommendation.unit].includes(from);
      return ok(stands ? [{ type: 'RecommendationSucceeded', data: { from, to } }] : []);
    }
  }
}
