import type { FactSource } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { doneOf, totalOf, type PublicPromise } from './case.ts';
import type { RecordedPromiseEvent } from './events.ts';
import { evolvePromise } from './evolve.ts';

/**
 * What promises to many households give to statistics (T-1): how many, never which. On an accusation
 * they give nothing (L-5).
 */
export const publicPromiseFacts: FactSource<PublicPromise, RecordedPromiseEvent> = {
  id: 'public-promises',
  version: 1,
  streams: ['public-promise'],
  kinds: {
    'household-promised': {
      zh: '作出公开承诺的户（数值为户数）',
      en: 'households promised something (value: how many)',
    },
    'household-done': {
      zh: '公开承诺已办完的户（数值为户数）',
      en: 'households for which a public promise is done (value: how many)',
    },
    'household-late': {
      zh: '公开承诺到期未办完的户（数值为户数）',
      en: 'households not done on the promised day (value: how many)',
    },
  },
  evolve: evolvePromise,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit, leader, withheld }) => (withheld ? null : { unit, leader }),
  facts: (promise) => {
    const total = totalOf(promise);
    if (total === 0) return [];
    const day = localDateOf(promise.madeAt);
    const left = promise.status === 'withdrawn' ? 0 : total - doneOf(promise);
    return [
      { kind: 'household-promised', day, value: total },
      { kind: 'household-done', day, value: doneOf(promise) },
      ...(left === 0 ? [] : [{ kind: 'household-late', day: promise.dueDate, value: left }]),
    ];
  },
};
