import type { StaffActor } from '../../../../kernel/actor.ts';
import { type Tx, nextPlace, placeBefore, scopeOf } from '../../../../platform/database/index.ts';
import {
  findCases,
  findCasesOfKind,
  isAccusation,
  isPetitionVisible,
  openFolder,
  openStreams,
  openSummaries,
  visibleNumbers,
  type CaseRow,
} from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import type { LettersQuery } from '../contract.ts';
import { areLettersVisible, isOfOffice, mayBegin } from '../policy.ts';
import { usualSettings } from '../settings.ts';
import { findLettersSettings } from '../settings-store.ts';
import type { LettersLine, LettersOfPetition, LettersPage } from '../view.ts';
import { foldLetters, lettersKind } from './kind.ts';
import { lineOf, namedIn } from './lines.ts';

/** The lines of rows whose petitions the reader may see; of others nothing is told (L-5). */
async function linesOf(
  tx: Tx,
  deps: SupervisionDeps,
  actor: StaffActor,
  rows: readonly CaseRow[],
  now: number,
): Promise<readonly LettersLine[]> {
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
    const ladder = stream === undefined ? null : foldLetters(id, stream.events);
    if (ladder === null || !areLettersVisible(actor, ladder)) return [];
    const title = summaries.get(petitionId)?.title ?? '';
    const number = numbers.get(petitionId) ?? '';
    const calendar = deps.calendar(ladder.calendarVersion);
    const ofOffice = isOfOffice(actor, ladder);
    return [lineOf(ladder, { number, title }, { ofOffice, organisation, calendar, now })];
  });
}

/**
 * Ladders as far as the reader sees them, newest first; `to-answer` are those that wait for the
 * reader's own unit.
 * @param now epoch ms
 */
export function listLetters(
  deps: SupervisionDeps,
  actor: StaffActor,
  query: LettersQuery,
  now: number,
): Promise<LettersPage> {
  const { whose, status = null, unit = null, limit } = query;
  const mine = whose === 'to-answer';
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfKind(tx, {
      kind: lettersKind.kind,
      state: mine ? 'awaiting' : status,
      holder: mine ? actor.unitId : unit,
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
 * The ladders about one petition, newest first, and what may be begun.
 * @param now epoch ms
 * @returns null when there is no such petition for this reader
 */
export function findLettersOfPetition(
  deps: SupervisionDeps,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<LettersOfPetition | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isPetitionVisible(actor, folder.petition)) return null;
    const { petition } = folder;
    const rows = (await findCases(tx, petitionId)).filter(({ kind }) => kind === lettersKind.kind);
    const items = (await linesOf(tx, deps, actor, rows, now)).toReversed();
    if (!mayBegin(actor, petition) || isAccusation(petition)) return { items, begin: null };
    const organisation = await deps.organisation(tx);
    const settings = (await findLettersSettings(tx, petition.office))?.settings ?? usualSettings;
    const busy = new Set(rows.filter(({ open }) => open).map(({ holder }) => holder));
    const units = petition.readers
      .filter((id) => id !== petition.office && !busy.has(id))
      .filter((id) => organisation.find(id)?.active === true);
    return { items, begin: { steps: settings.steps, units: units.map(namedIn(organisation)) } };
  });
}

/** Names, order and limits of the letters of the reader's unit, with the version to change. */
export const readLettersSettings = (deps: SupervisionDeps, actor: StaffActor) =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findLettersSettings(tx, actor.unitId);
    return { version: row?.version ?? 0, steps: (row?.settings ?? usualSettings).steps };
  });
