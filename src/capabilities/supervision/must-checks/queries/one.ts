import type { StaffActor } from '../../../../kernel/actor.ts';
import { endOfDay } from '../../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../../platform/database/index.ts';
import {
  openStreams,
  openVisible,
  visibleNumbers,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import { dueDateOf, type Evidence, type SupervisionItem, type Written } from '../case.ts';
import type { MustCheckDeps } from '../commands/deps.ts';
import { itemSteps, type ItemStep } from '../contract.ts';
import { foldItem } from '../evolve.ts';
import { isThinkable } from '../lifecycle.ts';
import { isItemVisible, mayItem } from '../policy.ts';
import { readByAll, rowOf } from '../projection.ts';
import { findItems } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { EvidenceView, ItemLine, ItemView } from '../view.ts';
import { lineOf } from './list.ts';

export interface OpenedItem {
  readonly item: SupervisionItem;
  readonly stream: OpenedStream;
  readonly petition: ItemLine['petition'];
}

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
}

/**
 * An item as its record has it, for another record that hangs on it; its stream is open afterwards.
 * @returns null when there is none for this reader (404, never 403)
 */
export async function openItemIn(
  tx: Tx,
  deps: MustCheckDeps,
  actor: StaffActor,
  id: string,
): Promise<OpenedItem | null> {
  const [row] = await findItems(tx, [id]);
  if (row === undefined) return null;
  let petition: ItemLine['petition'] = null;
  if (row.petitionId !== null) {
    const folder = await openVisible(tx, deps, actor, row.petitionId);
    if (folder === null) return null;
    const { number, content } = folder.petition;
    const { title = '' } = folder.words.open<Content>(content) ?? {};
    petition = { id: row.petitionId, number, title };
  }
  const stream = (await openStreams(tx, deps, [id])).get(id);
  const item = stream === undefined ? null : foldItem(id, stream.events.map(upcast));
  const seen = item !== null && (row.accusation || isItemVisible(actor, item));
  return item === null || stream === undefined || !seen ? null : { item, stream, petition };
}

const outside = (actor: StaffActor, { unit, office, answers }: SupervisionItem): boolean =>
  unit === office ? answers.every(({ userId }) => userId !== actor.userId) : actor.unitId !== unit;

/** What a reader may do now, the next step first. */
export const stepsOf = (actor: StaffActor, item: SupervisionItem): readonly ItemStep[] =>
  itemSteps.filter(
    (step) =>
      isThinkable(step, item) &&
      mayItem(actor, step, item) &&
      (step === 'answerItem' || outside(actor, item)),
  );

const evidenceOf = (
  evidence: Evidence,
  stream: OpenedStream,
  numbers: ReadonlyMap<string, string>,
): EvidenceView => {
  switch (evidence.kind) {
    case 'ground':
    case 'finding':
      return { ...evidence, words: stream.field(evidence.words, 'text') };
    case 'repeat':
      return { ...evidence, number: numbers.get(evidence.by) ?? null };
    default:
      return evidence;
  }
};

/** Whether each answer came after its day. */
function lateAnswers(item: SupervisionItem): readonly boolean[] {
  const days = [...item.formerDates.map(({ dueDate }) => dueDate), dueDateOf(item)];
  const answered = [
    ...item.formerDates.map(({ answeredAt }) => answeredAt),
    item.clock.stoppedAt,
  ].flatMap((at, place) => (at === null ? [] : [{ at, day: days[place] ?? dueDateOf(item) }]));
  return item.answers.map(({ at }) => {
    const day = answered.find((each) => each.at === at)?.day ?? dueDateOf(item);
    return at >= endOfDay(day).getTime();
  });
}

function viewOf(
  { item, stream, petition }: OpenedItem,
  actor: StaffActor,
  organisation: OrganisationSnapshot,
  numbers: ReadonlyMap<string, string>,
  now: number,
): ItemView {
  const written = ({ at, userId, words }: Written) => ({
    at,
    by: organisation.userName(userId),
    words: stream.field(words, 'text'),
  });
  const late = lateAnswers(item);
  return {
    ...lineOf(rowOf(item, readByAll), petition, organisation, now),
    version: item.version,
    openedAt: item.openedAt,
    raised: item.raised,
    orderedBy: item.orderedBy === null ? '' : organisation.userName(item.orderedBy),
    occurrences: item.occurrences.map(({ number, foundAt, evidence, ended }) => ({
      number,
      foundAt,
      evidence: evidenceOf(evidence, stream, numbers),
      ended,
    })),
    answers: item.answers.map((each, at) => ({ ...written(each), late: late[at] ?? false })),
    returned: item.returned.map((each) => ({ ...written(each), dueDate: each.dueDate })),
    closings: item.closings.map(written),
    steps: stepsOf(actor, item),
  };
}

/**
 * One supervision item with what was found, answered and decided.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export const openItem = (
  deps: MustCheckDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<ItemView | null> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openItemIn(tx, deps, actor, id);
    if (opened === null) return null;
    const repeats = opened.item.occurrences.flatMap(({ evidence }) =>
      evidence.kind === 'repeat' ? [evidence.by] : [],
    );
    const numbers = await visibleNumbers(tx, repeats);
    return viewOf(opened, actor, await deps.organisation(tx), numbers, now);
  });
