import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import {
  type Tx,
  end,
  nextPlace,
  placeBefore,
  scopeOf,
} from '../../../../platform/database/index.ts';
import { paperDocumentSchema, type PaperDocument } from '../../../papers/index.ts';
import {
  documentItem,
  findCases,
  findCasesOfKind,
  isAccusation,
  isPetitionVisible,
  openFolder,
  openStreams,
  openSummaries,
  systemActor,
  visibleNumbers,
  type CaseRow,
} from '../../../petitions/index.ts';
import { openCaseFolder } from '../../case-folder.ts';
import type { Consequence } from '../case.ts';
import type { ConsequencesDeps } from '../commands/deps.ts';
import type { ConsequencesQuery } from '../contract.ts';
import { isConsequenceVisible, mayPropose } from '../policy.ts';
import type {
  ConsequenceLine,
  ConsequencesOfPetition,
  ConsequencesPage,
  NoticeLine,
} from '../view.ts';
import { consequenceKind, consequenceReading, foldConsequence } from './kind.ts';
import { lineOf, namedIn } from './view.ts';

/** The lines of rows whose petitions the reader may see; of others nothing is told (L-5). */
async function linesOf(
  tx: Tx,
  deps: ConsequencesDeps,
  actor: StaffActor,
  rows: readonly CaseRow[],
  now: number,
): Promise<readonly ConsequenceLine[]> {
  const petitionIds = [...new Set(rows.map(({ petitionId }) => petitionId))];
  const [numbers, summaries, organisation] = await Promise.all([
    visibleNumbers(tx, petitionIds),
    openSummaries(tx, deps.vault, petitionIds),
    deps.organisation(tx),
  ]);
  const seen = rows.filter(({ petitionId }) => numbers.has(petitionId));
  const streams = await openStreams(
    tx,
    deps,
    seen.map(({ id }) => id),
  );
  return seen.flatMap(({ id, petitionId }) => {
    const stream = streams.get(id);
    const one = stream === undefined ? null : foldConsequence(id, stream.events);
    if (stream === undefined || one === null || !isConsequenceVisible(actor, one)) return [];
    const title = summaries.get(petitionId)?.title ?? '';
    const number = numbers.get(petitionId) ?? '';
    const calendar = deps.calendar(one.calendarVersion);
    const post = stream.field(one.post, 'text');
    return [lineOf(one, { number, title }, post, { organisation, calendar, now })];
  });
}

/**
 * Consequences as far as the reader sees them, newest first.
 * @param now epoch ms
 */
export function listConsequences(
  deps: ConsequencesDeps,
  actor: StaffActor,
  query: ConsequencesQuery,
  now: number,
): Promise<ConsequencesPage> {
  const { status = null, unit = null, limit } = query;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfKind(tx, {
      kind: consequenceKind.kind,
      state: status,
      holder: unit,
      subject: null,
      before: placeBefore(query.after),
      limit,
    });
    return {
      items: await linesOf(tx, deps, actor, rows, now),
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
    };
  });
}

/**
 * Consequences that one petition gave rise to, and about whom another may be proposed.
 * @param now epoch ms
 * @returns null when there is no such petition for this reader
 */
export function findConsequencesOfPetition(
  deps: ConsequencesDeps,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<ConsequencesOfPetition | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isPetitionVisible(actor, folder.petition)) return null;
    const { petition } = folder;
    const rows = (await findCases(tx, petitionId)).filter(
      ({ kind }) => kind === consequenceKind.kind,
    );
    const items = (await linesOf(tx, deps, actor, rows, now)).toReversed();
    if (!mayPropose(actor, petition) || isAccusation(petition)) return { items, units: null };
    const organisation = await deps.organisation(tx);
    const units = petition.readers
      .filter((id) => id !== petition.office && organisation.find(id)?.active === true)
      .map(namedIn(organisation));
    return { items, units };
  });
}

/** How many notices a page shows; an office circulates few in a year. */
const noticesAtOnce = 100;

const system = scopeOf(systemActor('notices'));

/** A notice that was sealed: from then on every unit may read it, whoever it is about. */
const noticeIn = (one: Consequence) =>
  one.kind === 'circulated-notice'
    ? one.papers.find(({ stage }) => stage === 'sealed' || stage === 'served')
    : undefined;

/**
 * Circulated notices, newest first, for every unit (通报): they name a unit and what it did, no
 * petitioner and no petition. Their records stay closed to who is not in them.
 */
export function listNotices(deps: ConsequencesDeps): Promise<readonly NoticeLine[]> {
  return deps.db.withActor(system, 'read', async (tx) => {
    const asked = { kind: consequenceKind.kind, state: null, holder: null, subject: null };
    const rows = await findCasesOfKind(tx, { ...asked, before: end, limit: noticesAtOnce });
    const organisation = await deps.organisation(tx);
    const streams = await openStreams(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }): NoticeLine[] => {
      const stream = streams.get(id);
      const one = stream === undefined ? null : foldConsequence(id, stream.events);
      const paper = one === null ? undefined : noticeIn(one);
      if (stream === undefined || one === null || paper?.sealedAt == null) return [];
      return [
        {
          id,
          paperId: paper.id,
          office: namedIn(organisation)(one.office),
          unit: namedIn(organisation)(one.unit),
          number: paper.number,
          title: stream.field({ id: documentItem(paper.id) }, 'title').replaceAll('\n', ''),
          issuedOn: localDateOf(paper.sealedAt),
        },
      ];
    });
  });
}

/** One circulated notice as it was sealed; null when there is no such notice. */
export function openNotice(deps: ConsequencesDeps, id: string): Promise<PaperDocument | null> {
  return deps.db.withActor(system, 'read', async (tx) => {
    const actor = systemActor('notices');
    const opened = await openCaseFolder(tx, deps, actor, consequenceReading, id);
    const paper = opened === null ? undefined : noticeIn(opened.state);
    if (opened === null || paper === undefined) return null;
    const document = opened.items.get(documentItem(paper.id));
    return document === undefined ? null : paperDocumentSchema.parse(document);
  });
}
