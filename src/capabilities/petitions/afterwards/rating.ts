import type { Due } from '../../../kernel/clocks.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock, isRunning } from '../../../kernel/case-clocks.ts';
import { isAccusation, type Conclusion, type Petition } from '../petition.ts';
import type { Rating, RatingExclusion } from './state.ts';

/** Conclusions after which a unit has handled the matter and can be rated for it. */
const handledForms: ReadonlySet<Conclusion['form']> = new Set<Conclusion['form']>([
  'opinion',
  'route-result',
  'answered',
]);

/** Whether people have said that it repeats an earlier petition (P-13). */
const isRepeat = ({ relations }: Petition): boolean =>
  relations.some(
    ({ kind, side, undone }) => kind === 'repeat-of' && side === 'from' && undone === null,
  );

/** Whether somebody handled the matter, so that there is something to ask after. */
export const isHandled = (petition: Petition, { form }: Pick<Conclusion, 'form'>): boolean =>
  handledForms.has(form) && petition.purpose !== 'thanks' && !isAccusation(petition);

/**
 * Why a conclusion is not rated; null when it is. Only matters registered for the first time, not
 * those sent to litigation, arbitration or reconsideration (国信发〔2022〕11号, secondary); accusations
 * are kept apart (Reg. 30). What was never handled is contested instead (P-19).
 */
export function findRatingExclusion(
  petition: Petition,
  conclusion: Pick<Conclusion, 'form' | 'reason'>,
): RatingExclusion | null {
  const { form, reason } = conclusion;
  if (isAccusation(petition)) return 'accusation';
  if (isRepeat(petition)) return 'repeat';
  if (form === 'redirected' || reason === 'legal-route') return 'legal-route';
  if (form === 'merged' || form === 'split') return 'continued';
  return isHandled(petition, conclusion) ? null : 'not-handled';
}

/** The window that is open now, or the last one. */
export const lastRating = (petition: Petition): Rating | null =>
  petition.afterwards.ratings.at(-1) ?? null;

/** The running window with its last moment; null when none is open. */
export function findRatingWindow(
  petition: Petition,
  calendar: Calendar,
): { readonly rating: Rating; readonly due: Due } | null {
  const rating = lastRating(petition);
  const clock = petition.clocks.findLast(
    (each) => each.period === 'rating-window' && isRunning(each),
  );
  if (rating === null || rating.closedAt !== null || clock === undefined) return null;
  return { rating, due: countClock(clock, calendar) };
}

/** A bad rating that nobody of the office has looked at yet. */
export const isBadUnnoted = (petition: Petition): boolean => {
  const rating = lastRating(petition);
  return rating?.current?.bad === true && !rating.noted;
};
