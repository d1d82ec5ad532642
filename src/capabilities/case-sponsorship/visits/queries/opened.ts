import type { Actor } from '../../../../kernel/actor.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import {
  openStreams,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import type { Visit, VisitNotes } from '../case.ts';
import type { VisitDeps } from '../commands/deps.ts';
import { isVisitVisible } from '../policy.ts';
import type { VisitLine, VisitNotesView } from '../view.ts';
import { foldVisit } from './kind.ts';

export interface OpenedVisit {
  readonly visit: Visit;
  readonly stream: OpenedStream;
}

/**
 * Visits whose rows were passed, in one packet; those that the actor may see. Beside an accusation
 * row-level security has shown the rows to named handlers alone (L-5).
 */
export async function openVisits(
  tx: Tx,
  deps: Pick<VisitDeps, 'vault'>,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly OpenedVisit[]> {
  const streams = await openStreams(tx, deps, ids);
  return ids.flatMap((id) => {
    const stream = streams.get(id);
    const visit = stream === undefined ? null : foldVisit(id, stream.events);
    if (stream === undefined || visit === null) return [];
    return isVisitVisible(actor, visit) ? [{ visit, stream }] : [];
  });
}

export const named = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

export function lineOf(
  { visit, stream }: OpenedVisit,
  matter: { readonly number: string; readonly title: string },
  organisation: OrganisationSnapshot,
): VisitLine {
  const { id, status, plan, unit, petitionId, record } = visit;
  return {
    id,
    status,
    day: record?.visitedOn ?? plan.day,
    time: plan.time,
    unit: named(organisation)(unit),
    visitors: plan.visitors.map(({ userId }) => ({
      id: userId,
      name: organisation.userName(userId),
    })),
    whom: stream.field(plan.whom, 'text'),
    petition: { id: petitionId, ...matter },
    promised: record?.promise != null,
  };
}

/** What one person wrote, opened. */
export const notesOf = (
  notes: VisitNotes & { readonly at: number; readonly visitedOn: string },
  stream: OpenedStream,
  organisation: OrganisationSnapshot,
): VisitNotesView => ({
  at: notes.at,
  by: organisation.userName(notes.userId),
  visitedOn: notes.visitedOn,
  talks: notes.talks.map(({ partner, name }) => ({ partner, name: stream.field(name, 'text') })),
  words: stream.field(notes.words, 'text'),
  files: notes.attachments.map(({ id, name, mediaType, size }) => ({
    id,
    name: stream.field(name, 'name'),
    mediaType,
    size,
  })),
});

/** Every file of a visit, of its record and of what was added. */
export const filesOf = ({ record, additions }: Visit) =>
  [...(record === null ? [] : [record]), ...additions].flatMap(({ attachments }) => attachments);
