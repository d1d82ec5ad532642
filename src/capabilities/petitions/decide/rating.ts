import { lastRating, findRatingWindow, isBadUnnoted } from '../afterwards/rating.ts';
import type { RatingScale } from '../afterwards/practice.ts';
import type { CommandOf } from '../command.ts';
import type { Petition } from '../petition.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import {
  decided,
  event,
  findExplanationFault,
  no,
  ownDays,
  practiceOf,
  type Context,
  type Rule,
} from './context.ts';

/** Whoever holds it has seen what came; the next step of handling says the same. */
export const noteMaterial: Rule<'noteMaterial'> = (petition) =>
  petition.afterwards.supplementArrived ? decided(event('MaterialNoted', {})) : no('material-none');

/** An open window, or why there is none: too late is another sentence than never. */
function openWindow(petition: Petition, context: Context) {
  const window = findRatingWindow(petition, context.calendar);
  if (window === null) {
    return lastRating(petition) === null ? no('rating-none') : no('rating-late');
  }
  return context.now >= window.due.dueAt ? no('rating-late') : { ok: true as const, ...window };
}

function findLevelFault(scale: RatingScale, command: CommandOf<'rate'>): Refused | null {
  for (const field of ['office', 'unit'] as const) {
    if (!scale.levels.some(({ code }) => code === command[field])) {
      return no('rating-level', {}, field);
    }
  }
  return null;
}

/** Every demand once: a rating that leaves one out would hide what is unsolved. */
function findDemandsFault(petition: Petition, command: CommandOf<'rate'>): Refused | null {
  const said = new Set(command.demands.map(({ demandId }) => demandId));
  const complete =
    said.size === command.demands.length &&
    said.size === petition.demands.length &&
    petition.demands.every(({ id }) => said.has(id));
  return complete ? null : no('rating-demands', {}, 'demands');
}

/**
 * P-11: the petitioner alone rates, the office and the unit apart and each demand; a bad rating
 * needs no reason, silence is no rating. It may be changed within the window.
 */
export const rate: Rule<'rate'> = (petition, command, context) => {
  if (context.actor.kind !== 'petitioner') return no('rating-own');
  const open = openWindow(petition, context);
  if (!open.ok) return open;
  const { scale } = practiceOf(context);
  const fault = findLevelFault(scale, command) ?? findDemandsFault(petition, command);
  if (fault) return fault;
  const isBad = (code: string): boolean =>
    scale.levels.some((level) => level.code === code && level.bad);
  return decided(
    event('PetitionRated', {
      round: open.rating.round,
      scale: scale.id,
      office: command.office,
      unit: command.unit,
      demands: command.demands,
      reason: command.reason,
      bad: isBad(command.office) || isBad(command.unit),
      changes: open.rating.first !== null,
    }),
  );
};

/** P-4: after a merge each person keeps an own rating, when the petition that goes on is answered. */
export const openRating: Rule<'openRating'> = (petition, { office, unit }, context) => {
  const rating = lastRating(petition);
  const open = rating !== null && rating.round === petition.round;
  if (petition.conclusion?.form !== 'merged' || open) return decided();
  return decided(
    event('RatingOpened', {
      round: petition.round,
      office,
      unit,
      ...ownDays(petition, context, 'rating-window'),
    }),
  );
};

/** Reminded are only those who have not said anything, each time once. */
export const remindRating: Rule<'remindRating'> = (petition, command, context) => {
  const open = openWindow(petition, context);
  if (!open.ok) return open;
  const { first, reminders, round } = open.rating;
  if (first !== null || command.reminder <= reminders) return decided();
  return decided(event('RatingReminded', { round, reminder: command.reminder }));
};

/** The window is over: rated, or not a word. Silence is counted as silence (P-11). */
export const closeRating: Rule<'closeRating'> = (petition, _, context) => {
  const window = findRatingWindow(petition, context.calendar);
  if (window === null || context.now < window.due.dueAt) return no('rating-none');
  const { round, first } = window.rating;
  return decided(event('RatingWindowClosed', { round, rated: first !== null }));
};

/** Whoever speaks with a petitioner about a rating writes it down: nobody is talked round unseen. */
export const logRatingContact: Rule<'logRatingContact'> = (petition, command, context) => {
  if (lastRating(petition) === null) return no('rating-none');
  if (command.heldAt > context.now) return no('date-in-future', { field: '联系日期' }, 'heldOn');
  return (
    findExplanationFault(command.record, 'record') ??
    decided(event('RatingContactLogged', { record: command.record, heldAt: command.heldAt }))
  );
};

/** The head of the office looked at a bad rating and says what follows from it. */
export const noteRating: Rule<'noteRating'> = (petition, command) => {
  const rating = lastRating(petition);
  if (rating === null || !isBadUnnoted(petition)) return no('rating-not-bad');
  return (
    findExplanationFault(command.note, 'note') ??
    decided(event('BadRatingNoted', { round: rating.round, note: command.note }))
  );
};
