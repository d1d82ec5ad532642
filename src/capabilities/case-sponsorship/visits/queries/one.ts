import type { Actor, StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { commitmentIdOf } from '../../../commitments/index.ts';
import { findCases, openCase, openVisible, recordAccess } from '../../../petitions/index.ts';
import type { VisitDeps } from '../commands/deps.ts';
import { visitSteps } from '../contract.ts';
import { isThinkable } from '../lifecycle.ts';
import { mayVisit } from '../policy.ts';
import type { OwnVisit, VisitView } from '../view.ts';
import { visitKind } from './kind.ts';
import { filesOf, lineOf, named, notesOf, openVisits, type OpenedVisit } from './opened.ts';

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
}

/** Steps that say nothing where an accusation is at stake. */
const aboutNeighbours = new Set<string>(['noteConsent', 'withdrawConsent']);

/**
 * One visit with its plan, record and corrections; the look is recorded with the petition (L-4),
 * because it names whose home was visited.
 * @returns null when there is none for this reader (404, never 403)
 */
export function openVisit(
  deps: VisitDeps,
  actor: StaffActor,
  id: string,
): Promise<VisitView | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const petitionId = await openCase(tx, id);
    if (petitionId === null) return null;
    const [opened] = await openVisits(tx, deps, actor, [id]);
    const folder = opened === undefined ? null : await openVisible(tx, deps, actor, petitionId);
    if (opened === undefined || folder === null) return null;
    await recordAccess(tx, actor, petitionId, `home-visit:${id}`);
    const organisation = await deps.organisation(tx);
    const { visit, stream } = opened;
    const { number, content, purpose } = folder.petition;
    const { title = '' } = folder.words.open<Content>(content) ?? {};
    const accusation = purpose === 'accusation';
    const { plan, consent, record } = visit;
    const source = { kind: 'home-visit', id } as const;
    return {
      ...lineOf(opened, { number, title }, organisation),
      version: visit.version,
      office: named(organisation)(visit.office),
      plannedBy: organisation.userName(visit.plannedBy),
      companions: stream.field(plan.companions, 'text'),
      place: stream.field(plan.place, 'text'),
      purpose: stream.field(plan.purpose, 'text'),
      accusation,
      consent:
        consent === null
          ? null
          : {
              at: consent.at,
              by: organisation.userName(consent.userId),
              on: consent.on,
              way: consent.way,
            },
      record: record === null ? null : notesOf(record, stream, organisation),
      promise:
        record?.promise == null
          ? null
          : {
              text: stream.field(record.promise.text, 'text'),
              dueDate: record.promise.dueDate,
              id: commitmentIdOf(deps, { source }),
            },
      additions: visit.additions.map((each) => notesOf(each, stream, organisation)),
      corrections: visit.corrections.map(({ at, words }) => ({
        at,
        words: stream.field(words, 'text'),
      })),
      endedAt: visit.endedAt,
      steps: visitSteps.filter(
        (step) =>
          isThinkable(step, visit) &&
          mayVisit(actor, step, visit) &&
          !(accusation && aboutNeighbours.has(step)) &&
          (step !== 'noteConsent' || consent === null) &&
          (step !== 'withdrawConsent' || consent !== null),
      ),
    };
  });
}

/** A photograph or voice note on its way to a reader. */
export interface OpenedVisitFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
}

/** @returns null when there is no such file for this reader; a look of staff is recorded (L-4) */
export function openVisitFile(
  deps: VisitDeps,
  actor: Actor,
  id: string,
  fileId: string,
): Promise<OpenedVisitFile | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const petitionId = await openCase(tx, id);
    if (petitionId === null) return null;
    const [opened] = await openVisits(tx, deps, actor, [id]);
    const file = opened === undefined ? undefined : filesOf(opened.visit).find(isAsked(fileId));
    if (opened === undefined || file === undefined) return null;
    if ((await openVisible(tx, deps, actor, petitionId)) === null) return null;
    if (actor.kind === 'staff') await recordAccess(tx, actor, petitionId, `attachment:${fileId}`);
    return {
      name: opened.stream.field(file.name, 'name'),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.stream.key, file.address),
    };
  });
}

const isAsked =
  (fileId: string) =>
  ({ id }: { readonly id: string }): boolean =>
    id === fileId;

/** S-3: the petitioner reads the whole record; only a neighbour is not told on by name. */
function ownNotes(
  notes: Parameters<typeof notesOf>[0],
  from: OpenedVisit,
  organisation: Parameters<typeof notesOf>[2],
): OwnVisit['additions'][number] {
  const opened = notesOf(notes, from.stream, organisation);
  return {
    ...opened,
    talks: opened.talks.map(({ partner, name }) => ({
      partner,
      name: partner === 'neighbour' ? '' : name,
    })),
  };
}

/** The visits of a petition as its petitioner reads them, the latest first. */
export function listOwnVisits(deps: VisitDeps, petitionId: string): Promise<readonly OwnVisit[]> {
  const actor = { kind: 'petitioner', petitionId } as const;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = (await findCases(tx, petitionId)).filter(({ kind }) => kind === visitKind.kind);
    const ids = rows.toReversed().map(({ id }) => id);
    const opened = await openVisits(tx, deps, actor, ids);
    const organisation = await deps.organisation(tx);
    return opened.map((each): OwnVisit => {
      const { visit, stream } = each;
      const { plan, record } = visit;
      return {
        id: visit.id,
        status: visit.status,
        day: record?.visitedOn ?? plan.day,
        time: plan.time,
        unit: named(organisation)(visit.unit).name,
        visitors: plan.visitors.map(({ userId }) => organisation.userName(userId)),
        purpose: stream.field(plan.purpose, 'text'),
        neighbours: visit.consent !== null,
        record: record === null ? null : ownNotes(record, each, organisation),
        promise: record?.promise == null ? null : stream.field(record.promise.text, 'text'),
        additions: visit.additions.map((added) => ownNotes(added, each, organisation)),
        corrections: visit.corrections.map(({ at, words }) => ({
          at,
          words: stream.field(words, 'text'),
        })),
        mayDecline: isThinkable('declineVisit', visit),
        mayCorrect: record !== null && isThinkable('correctVisit', visit),
      };
    });
  });
}
