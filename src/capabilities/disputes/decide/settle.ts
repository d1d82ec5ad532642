import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { decided, event, findWordsFault, type Rule } from './context.ts';

/** Settled with what was agreed; it is asked after once more. */
export const settle: Rule<'settle'> = (_, { agreed }, { settings }) =>
  findWordsFault(agreed, 'agreed') ??
  decided(event('DisputeSettled', { agreed, limit: settings.limits.followUp }));

/** What was agreed and not kept is handled again. */
export const followUp: Rule<'followUp'> = (_, { kept, words }, { settings }) =>
  findWordsFault(words, 'words') ??
  decided(
    event('SettlementFollowedUp', {
      kept,
      words,
      limit: kept ? null : settings.limits.handling,
    }),
  );

/** D-1: only the wish of the person concerned makes a petition of it, and the record says so. */
export const promote: Rule<'promote'> = (_, { petitionId, way, saidOn, wish }, { now }) => {
  if (saidOn > localDateOf(now))
    return refuse('date-in-future', { field: '本人提出日期' }, 'saidOn');
  return (
    findWordsFault(wish, 'wish') ??
    decided(event('DisputePromoted', { petitionId, way, saidOn, wish }))
  );
};

export const endDispute: Rule<'endDispute'> = (_, { how, words }) =>
  findWordsFault(words, 'words') ?? decided(event('DisputeEnded', { how, words }));

/** O-1: what a merged or abolished unit looked after goes to its successor with its clock. */
export const succeedUnit: Rule<'succeedUnit'> = ({ line, passing, holder }, { from, to }) => {
  const concerned = [...line, holder, ...(passing === null ? [] : [passing.to, passing.from])];
  return concerned.some(({ unit }) => unit === from)
    ? decided(event('DisputeSucceeded', { from, to }))
    : decided();
};
