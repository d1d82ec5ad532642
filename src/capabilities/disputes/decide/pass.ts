import { refuse } from '../../../kernel/refusals.ts';
import { disputeLevels, rankOf, type LinePost } from '../case.ts';
import { decided, event, findWordsFault, liesWithin, type Rule } from './context.ts';

/** What the level cannot settle goes one level up, with the reason; none is left out. */
export const passUp: Rule<'passUp'> = ({ line, holder }, { reason }, { settings }) => {
  const fault = findWordsFault(reason, 'reason');
  if (fault) return fault;
  const to = line
    .filter(({ level }) => rankOf(level) > rankOf(holder.level))
    .toSorted((left, right) => rankOf(left.level) - rankOf(right.level))[0];
  if (to === undefined) return refuse('dispute-no-level-above');
  const { receipt: limit } = settings.limits;
  return decided(event('DisputePassed', { from: holder, to, reason, limit }));
};

/** What a lower level can settle goes back down to a unit of that place, with the reason. */
export const passDown: Rule<'passDown'> = (dispute, { to, reason }, { settings, units }) => {
  const fault = findWordsFault(reason, 'reason');
  if (fault) return fault;
  const { holder, regionCode } = dispute;
  const unit = units.find(to);
  const level = disputeLevels.find((each) => each === unit?.level);
  const near =
    unit !== undefined &&
    unit.active &&
    (unit.kind === 'township' || unit.kind === 'village') &&
    liesWithin(regionCode, unit.regionCode);
  if (!near || level === undefined || rankOf(level) >= rankOf(holder.level)) {
    return refuse('dispute-not-below', {}, 'to');
  }
  const post: LinePost = { level, unit: to };
  const { receipt: limit } = settings.limits;
  return decided(event('DisputePassed', { from: holder, to: post, reason, limit }));
};

/** Whoever it was passed to says that they have it; from then on it is theirs. */
export const acknowledge: Rule<'acknowledge'> = (_, __, { settings }) =>
  decided(event('DisputeAcknowledged', { limit: settings.limits.handling }));

/** Until it is acknowledged the sender may take it back. */
export const takeBack: Rule<'takeBack'> = (_, { reason }, { settings }) =>
  findWordsFault(reason, 'reason') ??
  decided(event('PassingTakenBack', { reason, limit: settings.limits.handling }));
