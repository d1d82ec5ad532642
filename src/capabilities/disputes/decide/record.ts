import { refuse } from '../../../kernel/refusals.ts';
import type { DisputeCommandOf } from '../command.ts';
import { decided, event, findWordsFault, liesWithin, type Decision } from './context.ts';
import type { DisputeContext, Rule } from './context.ts';

/** D-1: whoever is nearest records it, for a place of their own, and handles it first. */
export function recordDispute(
  { type: _type, ...recorded }: DisputeCommandOf<'recordDispute'>,
  { units, settings }: DisputeContext,
): Decision {
  const { kind, regionCode, recordedBy, line } = recorded;
  if (!settings.kinds.some(({ code }) => code === kind)) {
    return refuse('dispute-kind-unknown', {}, 'kind');
  }
  const own = units.find(recordedBy);
  if (own === undefined || !line.some(({ unit }) => unit === recordedBy)) {
    return refuse('dispute-no-line');
  }
  if (!liesWithin(regionCode, own.regionCode)) {
    return refuse('dispute-elsewhere', {}, 'regionCode');
  }
  return (
    findWordsFault(recorded.about, 'about') ??
    decided(event('DisputeRecorded', { ...recorded, limit: settings.limits.handling }))
  );
}

/** What else was tried, by whoever holds it. */
export const noteAttempt: Rule<'noteAttempt'> = ({ holder }, { words }) =>
  findWordsFault(words, 'words') ?? decided(event('AttemptNoted', { words, unit: holder.unit }));
