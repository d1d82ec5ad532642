import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  openCase,
  openStreams,
  openSummaries,
  openVisible,
  visibleNumbers,
  type CaseRow,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../petitions/index.ts';
import type { SponsorshipDeps } from '../commands/deps.ts';

/** A record beside a petition whose row was passed, with what the reader may know of the petition. */
export interface OpenedCase<State> {
  readonly state: State;
  readonly stream: OpenedStream;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
}

/** How a kind of record is folded, and whether somebody sees it. */
export interface CaseReading<State> {
  readonly fold: (id: string, events: OpenedStream['events']) => State | null;
  readonly isVisible: (actor: StaffActor, state: State) => boolean;
}

/** The records of rows whose petitions the reader may see; of others nothing is told (L-5). */
export async function openCaseRows<State>(
  tx: Tx,
  deps: SponsorshipDeps,
  actor: StaffActor,
  rows: readonly Pick<CaseRow, 'id' | 'petitionId'>[],
  { fold, isVisible }: CaseReading<State>,
): Promise<readonly OpenedCase<State>[]> {
  const petitionIds = [...new Set(rows.map(({ petitionId }) => petitionId))];
  const [numbers, summaries] = await Promise.all([
    visibleNumbers(tx, petitionIds),
    openSummaries(tx, deps.vault, petitionIds),
  ]);
  const seen = rows.filter(({ petitionId }) => numbers.has(petitionId));
  const streams = await openStreams(
    tx,
    deps,
    seen.map(({ id }) => id),
  );
  return seen.flatMap(({ id, petitionId }) => {
    const stream = streams.get(id);
    const state = stream === undefined ? null : fold(id, stream.events);
    if (stream === undefined || state === null || !isVisible(actor, state)) return [];
    const number = numbers.get(petitionId) ?? '';
    const title = summaries.get(petitionId)?.title ?? '';
    return [{ state, stream, petition: { id: petitionId, number, title } }];
  });
}

/**
 * One record for staff, passed by its petition, also in a transaction that writes its trace.
 * @returns null when there is none for this reader (404, never 403)
 */
export async function passCase<State>(
  tx: Tx,
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
  { fold, isVisible }: CaseReading<State>,
): Promise<OpenedCase<State> | null> {
  const petitionId = await openCase(tx, id);
  if (petitionId === null) return null;
  const folder = await openVisible(tx, deps, actor, petitionId);
  const stream = folder === null ? undefined : (await openStreams(tx, deps, [id])).get(id);
  const state = stream === undefined ? null : fold(id, stream.events);
  if (folder === null || stream === undefined || state === null) return null;
  if (!isVisible(actor, state)) return null;
  const { number, content } = folder.petition;
  const { title = '' } = folder.words.open<{ readonly title?: string }>(content) ?? {};
  return { state, stream, petition: { id: petitionId, number, title } };
}

/** A unit as views name it. */
export const namedBy = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});
