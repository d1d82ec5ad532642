import { addDays, localDateOf, startOfDay } from '../../../../kernel/local-date.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { scopeOf, setStreams, type Tx } from '../../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  beginCase,
  openFolder,
  runCase,
  systemActor,
  type CommandOptions,
  type Folder,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import { areaOf } from '../../projection.ts';
import { settingsOf } from '../../queries/settings.ts';
import { kindOf } from '../../settings.ts';
import { findCandidates, findNear, findOrigin, hasDisputes } from '../../store.ts';
import type { WarningCommandOf } from '../command.ts';
import { mostMatches, scoreOf } from '../decide/score.ts';
import { foldWarning, warningIdOf, warningKind } from '../queries/kind.ts';

const actor = systemActor('disputes');
type Suggestion = WarningCommandOf<'suggestMatches'>;
type Found = Suggestion['matches'][number];

/** After these a petition may have grown out of a dispute, or be one matter with an earlier one. */
export const matchedTypes = [
  'PetitionRegistered',
  'PetitionClassified',
  'DisputePromoted',
] as const;

interface Content {
  readonly title: string;
  readonly text: string;
  readonly place?: string;
}

/** The matter in the petitioner's words; their name and contacts are not part of it. */
function textOf({ petition, words }: Folder): string {
  const content = words.open<Content>(petition.content);
  const demands = petition.demands.map(({ text }) => words.text(text) ?? '');
  return [content?.title, content?.text, content?.place, ...demands]
    .filter((part) => part !== undefined && part !== '')
    .join('\n');
}

/** Names of the petition's category, from the first level down. */
const topicsOf = ({ petition }: Folder, organisation: OrganisationSnapshot): readonly string[] => {
  const { category } = petition;
  return [category?.first, category?.second, category?.third].flatMap((code) =>
    code === null || code === undefined ? [] : [code, organisation.categoryName(code)],
  );
};

/** A village's code has twelve digits; where neither names one, they share no more than a township. */
const sameVillage = (one: string, other: string): boolean => one.length >= 12 && one === other;

/**
 * Earlier disputes of the same township with like words (D-2), the likest first; a transaction of the
 * system. 20,000 disputes in one township:
 * 22 to 166 ms (two cores busy with much other work).
 */
async function findMatches(
  tx: Tx,
  deps: DisputeDeps,
  folder: Folder,
  organisation: OrganisationSnapshot,
): Promise<readonly Found[]> {
  const { petition } = folder;
  const area = areaOf(petition.regionCode);
  if (!(await hasDisputes(tx, area, new Date(petition.registeredAt)))) return [];
  const { settings } = await settingsOf(tx, petition.office);
  const words = deps.words.wordsOf(textOf(folder));
  const day = localDateOf(petition.registeredAt);
  const candidates = await findCandidates(tx, {
    area,
    since: startOfDay(addDays(day, -30 * settings.lookBackMonths)),
    before: new Date(petition.registeredAt),
    words,
  });
  const topics = topicsOf(folder, organisation);
  return candidates
    .flatMap((candidate): Found[] => {
      const scored = scoreOf({
        sameVillage: sameVillage(candidate.regionCode, petition.regionCode),
        sameKind: kindOf(settings, candidate.kind).topics.some((topic) => topics.includes(topic)),
        words: { dispute: candidate.words, petition: words.length, shared: candidate.shared },
      });
      return scored === null ? [] : [{ disputeId: candidate.id, verdict: 'suggested', ...scored }];
    })
    .toSorted((left, right) => right.score - left.score)
    .slice(0, mostMatches);
}

/** What is to be suggested now; null where there is nothing, or an accusation (L-5). */
async function findSuggestion(
  tx: Tx,
  deps: DisputeDeps,
  petitionId: string,
): Promise<Suggestion | null> {
  const folder = await openFolder(tx, deps.vault, petitionId);
  if (folder === null || folder.petition.purpose === 'accusation') return null;
  const organisation = await deps.organisation(tx);
  const found = await findMatches(tx, deps, folder, organisation);
  const origin = await findOrigin(tx, petitionId);
  const grown: Found[] =
    origin === null
      ? []
      : [{ disputeId: origin.id, verdict: 'origin', score: 1, likenesses: ['township', 'words'] }];
  const matches = [...grown, ...found.filter(({ disputeId }) => disputeId !== origin?.id)];
  if (matches.length === 0) return null;
  const { office, registeredAt } = folder.petition;
  return { type: 'suggestMatches', petitionId, office, registeredAt, matches };
}

/**
 * Looks for earlier disputes that may be one matter with a petition, and suggests them to its office;
 * what was judged before stays judged. A second run suggests nothing twice.
 */
export async function suggestMatches(
  deps: DisputeDeps,
  petitionId: string,
  options: Pick<CommandOptions, 'commandId' | 'at'>,
): Promise<Result<unknown, Refusal>> {
  const caseId = warningIdOf(deps, petitionId);
  const { suggestion, exists } = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const found = await findSuggestion(tx, deps, petitionId);
    await setStreams(tx, [caseId]);
    const warning = foldWarning(caseId, await loadEvents(tx, caseId));
    return { suggestion: found, exists: warning !== null };
  });
  if (suggestion === null) return ok(undefined);
  const asked = {
    type: 'suggestMatches' as const,
    // Found anew each time: the same cause is done once, whatever is found then.
    input: null,
    compose: () => suggestion,
  };
  const by = { ...options, actor };
  return exists
    ? runCase(deps, warningKind, caseId, asked, by)
    : beginCase(deps, warningKind, { caseId, petitionId }, { ...asked, mayOpen: () => true }, by);
}

/** Which petition an event asks to be looked at, and where it lies; of a promoted one that is not told. */
const placeOf = ({ type, data, streamId }: RecordedEvent) =>
  type === 'DisputePromoted'
    ? { petitionId: String(Reflect.get(data, 'petitionId')), area: '' }
    : { petitionId: streamId, area: areaOf(String(Reflect.get(data, 'regionCode'))) };

/**
 * Looks again at every petition that came, was classified, or grew out of a dispute; bounded by the
 * batch of the feed.
 */
export async function suggestForAll(
  deps: DisputeDeps,
  events: readonly RecordedEvent[],
): Promise<Result<unknown, Refusal>> {
  if (events.length === 0) return ok(undefined);
  const near = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findNear(tx, events.map(placeOf)),
  );
  for (const event of events) {
    const { petitionId } = placeOf(event);
    if (!near.has(petitionId)) continue;
    const commandId = deriveId(
      deps.keys,
      'system:disputes',
      'suggest',
      `${event.streamId}/${event.seq}`,
    );
    const done = await suggestMatches(deps, petitionId, { commandId });
    if (!done.ok) return done;
  }
  return ok(undefined);
}
