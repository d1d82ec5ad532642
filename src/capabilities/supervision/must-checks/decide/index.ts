import type { Actor } from '../../../../kernel/actor.ts';
import type { Calendar } from '../../../../kernel/calendar.ts';
import { dueOf } from '../../../../kernel/clocks.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { ruleOf } from '../../../../kernel/periods.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../../kernel/units.ts';
import { dueDateOf, findingKeyOf, type Hit, type SupervisionItem } from '../case.ts';
import type { ItemCommand, ItemCommandOf, ItemPlace } from '../command.ts';
import type { ItemEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';

/** What the rules are told besides the item. */
export interface ItemContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  /** Null where it is about no petition. */
  readonly petition: { readonly accusation: boolean; readonly readers: readonly string[] } | null;
}

type Decision = Result<readonly ItemEvent[], Refusal>;

/** Reasons shorter than this tell nobody anything. */
const shortestExplanation = 5;

const findWordsFault = ({ length }: SealedText): Refused | null =>
  length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, 'words');

const findDateFault = (dueDate: LocalDate, now: number): Refused | null =>
  dueDate < localDateOf(now) ? refuse('supervision-date-past', {}, 'dueDate') : null;

/** Until when a unit answers what was found just now. */
const answerBy = ({ now, calendar }: ItemContext): LocalDate =>
  dueOf(ruleOf('supervision-answer'), { startedAt: now, pauses: [], extensions: [] }, calendar)
    .dueDate;

/** U-2: one item for what was found; what it knows already is no news. */
function recordHits(
  item: SupervisionItem | null,
  { check, place, hits }: ItemCommandOf<'recordHits'>,
  context: ItemContext,
): Decision {
  // L-5: of an accusation nothing is found that others would read of.
  if (context.petition?.accusation === true) return ok([]);
  const known = new Set(item?.occurrences.map(({ key }) => key));
  const fresh = hits.filter(
    ({ key }, at) => !known.has(key) && hits.findIndex((hit) => hit.key === key) === at,
  );
  if (fresh.length === 0) return ok([]);
  if (item === null) {
    const data = { ...place, check, hits: fresh, dueDate: answerBy(context), orderedBy: null };
    return ok([{ type: 'ItemOpened', data }]);
  }
  const reopens = item.status !== 'open';
  const dueDate = reopens ? answerBy(context) : dueDateOf(item);
  return ok([{ type: 'ItemRecurred', data: { hits: fresh, reopens, dueDate } }]);
}

function findPlaceFault({ unit, office }: ItemPlace, context: ItemContext): Refused | null {
  if (context.petition?.accusation === true) return refuse('supervision-accusation');
  if (context.units.find(unit)?.active !== true) return refuse('unit-unknown', {}, 'unit');
  if (unit === office) return refuse('supervision-own-unit', {}, 'unit');
  const inside = context.petition === null || context.petition.readers.includes(unit);
  return inside ? null : refuse('supervision-unit-outside', {}, 'unit');
}

/** Reg. 40(1): a person orders it, with a day for the answer. */
function order(command: ItemCommandOf<'orderItem'>, context: ItemContext): Decision {
  const { place, on, words, dueDate } = command;
  const fault =
    findPlaceFault(place, context) ?? findWordsFault(words) ?? findDateFault(dueDate, context.now);
  if (fault !== null) return fault;
  const hits: readonly Hit[] =
    typeof on === 'string'
      ? [{ key: `ground:${on}`, evidence: { kind: 'ground', ground: on, words } }]
      : [{ key: findingKeyOf(on.findingId), evidence: { kind: 'finding', ...on, words } }];
  const orderedBy = context.actor.kind === 'staff' ? context.actor.userId : null;
  return ok([{ type: 'ItemOpened', data: { ...place, check: 'order', hits, dueDate, orderedBy } }]);
}

/**
 * Nobody verifies the own unit's answer. Where no office stands above the one that is supervised, it
 * is at least another person than whoever answered.
 */
function findInsideFault(item: SupervisionItem, { actor }: ItemContext): Refused | null {
  if (actor.kind !== 'staff') return refuse('supervision-verifier-inside');
  const outside =
    item.unit === item.office
      ? item.answers.every(({ userId }) => userId !== actor.userId)
      : actor.unitId !== item.unit;
  return outside ? null : refuse('supervision-verifier-inside');
}

/**
 * Decides what a command does to a supervision item.
 * @param item the state now; null when it is being opened
 * @returns the events to record, or a refusal; no event where everything is known
 */
export function decideItem(
  item: SupervisionItem | null,
  command: ItemCommand,
  context: ItemContext,
): Decision {
  if (command.type === 'recordHits') return recordHits(item, command, context);
  if (command.type === 'orderItem') {
    return item === null ? order(command, context) : refuse('version-conflict');
  }
  if (item === null) return refuse('not-found');
  if (!isThinkable(command.type, item)) {
    return refuse('supervision-not-in-status', { status: item.status });
  }
  // Who answers and who verifies does so in person.
  const userId = context.actor.kind === 'staff' ? context.actor.userId : '';
  switch (command.type) {
    case 'noteEnded': {
      const live = new Set(
        item.occurrences.filter(({ ended }) => ended === null).map(({ key }) => key),
      );
      const ended = command.ended.filter(({ key }) => live.has(key));
      return ok(ended.length === 0 ? [] : [{ type: 'CausesEnded', data: { ended } }]);
    }
    case 'answerItem': {
      const { words } = command;
      return findWordsFault(words) ?? ok([{ type: 'ItemAnswered', data: { userId, words } }]);
    }
    case 'returnAnswer': {
      const { words, dueDate } = command;
      const fault =
        findInsideFault(item, context) ??
        findWordsFault(words) ??
        findDateFault(dueDate, context.now);
      return fault ?? ok([{ type: 'AnswerReturned', data: { userId, words, dueDate } }]);
    }
    case 'closeItem': {
      const { words } = command;
      const fault = findInsideFault(item, context) ?? findWordsFault(words);
      return fault ?? ok([{ type: 'ItemClosed', data: { userId, words } }]);
    }
    case 'succeedUnit': {
      const { from, to } = command;
      const concerned = item.unit === from || item.office === from;
      return ok(concerned ? [{ type: 'ItemSucceeded', data: { from, to } }] : []);
    }
  }
}
