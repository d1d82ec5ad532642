import { endOfDay, localDateOf } from '../../../kernel/local-date.ts';
import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { dueDateOf, type SupervisionItem } from './case.ts';
import { itemKind, type RecordedItemEvent } from './events.ts';
import { evolveItem } from './evolve.ts';

/** Each day for an answer that came, kept or not; one that a new hit replaced in time owes nothing. */
function datesOf(item: SupervisionItem): readonly StatedFact[] {
  const dates = [
    ...item.formerDates.map(({ dueDate, answeredAt }) => ({ dueDate, answeredAt })),
    { dueDate: dueDateOf(item), answeredAt: item.clock.stoppedAt },
  ];
  return dates.map(({ dueDate, answeredAt }, place) => ({
    kind: 'supervision-answer-due',
    key: String(place + 1),
    day: dueDate,
    value: answeredAt !== null && answeredAt < endOfDay(dueDate).getTime() ? 1 : 0,
  }));
}

function factsOf(item: SupervisionItem): readonly StatedFact[] {
  const { check: detail, raised, closings, status } = item;
  const opened = raised.map((at, place): StatedFact => ({
    kind: place === 0 ? 'supervision-opened' : 'supervision-reopened',
    key: String(place + 1),
    day: localDateOf(at),
    detail,
  }));
  const closed = closings.map(({ at }, place): StatedFact => ({
    kind: 'supervision-closed',
    key: String(place + 1),
    day: localDateOf(at),
    detail,
  }));
  return [
    ...opened,
    ...closed,
    ...datesOf(item),
    ...(status === 'closed'
      ? []
      : [{ kind: 'supervision-open', day: localDateOf(item.raisedAt), detail }]),
  ];
}

/** What supervision items give to statistics (T-1); those on an accusation give nothing (L-5). */
export const supervisionFacts: FactSource<SupervisionItem, RecordedItemEvent> = {
  id: 'supervision-items',
  version: 1,
  streams: [itemKind],
  kinds: {
    'supervision-opened': { zh: '新立的督办件', en: 'supervision item opened' },
    'supervision-reopened': { zh: '再次立的督办件', en: 'supervision item opened again' },
    'supervision-closed': { zh: '核查办结的督办件', en: 'supervision item closed' },
    'supervision-open': { zh: '未办结的督办件', en: 'supervision item that is open' },
    'supervision-answer-due': {
      zh: '到期的督办答复（数值 1 为按期）',
      en: 'answer that came due (value 1: in time)',
    },
  },
  evolve: evolveItem,
  about: ({ petitionId }) => petitionId,
  // Beside a petition the place is the petition's; a unit as a whole has its own.
  dims: ({ petitionId, unit, office, regionCode }) =>
    petitionId === null ? { unit, office, region: regionCode } : { unit, office },
  facts: factsOf,
};
