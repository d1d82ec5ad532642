import type { StaffActor } from '../../../kernel/actor.ts';
import { type Tx, nextPlace, placeBefore, scopeOf } from '../../../platform/database/index.ts';
import { listOfSource, type CommitmentLine } from '../../commitments/index.ts';
import {
  findCases,
  findCasesOfHolder,
  openCase,
  openStreams,
  openSummaries,
  openVisible,
  visibleHolders,
  type CaseRow,
  type Folder,
  type OrganisationSnapshot,
} from '../../petitions/index.ts';
import type { LetterDeps } from '../commands/deps.ts';
import { letterStepSchemas, type LetterStep } from '../contract.ts';
import type { Letter } from '../letter.ts';
import { isLetterVisible, mayLetter } from '../policy.ts';
import type { LetterLine, LetterPage, LetterView } from '../view.ts';
import { foldLetter } from './kind.ts';

const steps = Object.keys(letterStepSchemas) as LetterStep[];

interface Opened {
  readonly letter: Letter;
  readonly text: (item: { readonly id: string } | null) => string;
}

/** Letters whose rows were passed, in one packet; those that the actor may see. */
async function openLetters(
  tx: Tx,
  deps: LetterDeps,
  actor: StaffActor,
  ids: readonly string[],
): Promise<readonly Opened[]> {
  const streams = await openStreams(tx, deps, ids);
  return ids.flatMap((id) => {
    const stream = streams.get(id);
    const letter = stream === undefined ? null : foldLetter(id, stream.events);
    if (stream === undefined || letter === null || !isLetterVisible(actor, letter)) return [];
    return [{ letter, text: (item) => stream.field(item, 'text') }];
  });
}

/** Of the petition what a line shows. */
interface Matter {
  readonly number: string;
  readonly title: string;
  readonly holder: string;
}

function lineOf(
  { letter, text }: Opened,
  { number, title, holder }: Matter,
  organisation: OrganisationSnapshot,
): LetterLine {
  const name = (id: string) => ({ id, name: organisation.find(id)?.name ?? id });
  return {
    id: letter.id,
    status: letter.status,
    before: letter.before,
    unit: name(letter.unit),
    laidAt: letter.laidAt,
    petition: { id: letter.petitionId, number, title },
    holder: name(holder),
    readings: letter.readings.map(({ at, userId, mark, words }) => ({
      at,
      by: organisation.userName(userId),
      mark,
      words: text(words),
    })),
    instructed: letter.instructions.length,
  };
}

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
  readonly text?: string;
}

function viewOf(
  opened: Opened,
  { petition, words }: Folder,
  owed: readonly CommitmentLine[],
  actor: StaffActor,
  organisation: OrganisationSnapshot,
): LetterView {
  const { letter, text } = opened;
  const { number, holder } = petition;
  const { title = '', text: said = '' } = words.open<Content>(petition.content) ?? {};
  return {
    ...lineOf(opened, { number, title, holder }, organisation),
    version: letter.version,
    reason: letter.reason === null ? null : text(letter.reason),
    text: said,
    instructions: letter.instructions.map((given) => {
      const promise = owed.find(({ id }) => id === given.commitmentId);
      const unit = promise?.unit ?? {
        id: given.unit,
        name: organisation.find(given.unit)?.name ?? given.unit,
      };
      return {
        at: given.at,
        by: organisation.userName(given.userId),
        commitmentId: given.commitmentId,
        unit,
        dueDate: promise?.dueDate ?? given.dueDate,
        told: given.told,
        text: promise?.text ?? '',
        status: promise?.status ?? 'open',
        overdue: promise?.overdue ?? false,
      };
    }),
    steps: steps.filter((step) => mayLetter(actor, step, letter)),
  };
}

/**
 * One letter as a reader at the office or the unit may see it, with the letter's own words.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export async function openLetter(
  deps: LetterDeps,
  actor: StaffActor,
  letterId: string,
  now: number,
): Promise<LetterView | null> {
  const owed = await listOfSource(deps, actor, { kind: 'instruction', id: letterId }, now);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitionId = await openCase(tx, letterId);
    if (petitionId === null) return null;
    const [opened] = await openLetters(tx, deps, actor, [letterId]);
    if (opened === undefined) return null;
    // A petition that may not be seen hides its letters.
    const folder = await openVisible(tx, deps, actor, petitionId);
    return folder === null
      ? null
      : viewOf(opened, folder, owed, actor, await deps.organisation(tx));
  });
}

/**
 * The lines of rows whose petitions the reader may see; of others nothing is told (L-5). Two packets
 * for a page, all by primary key: 100 letters took 85 ms one after the other and take 17 ms so.
 */
async function linesOf(
  tx: Tx,
  deps: LetterDeps,
  actor: StaffActor,
  rows: readonly CaseRow[],
): Promise<readonly LetterLine[]> {
  const petitionIds = [...new Set(rows.map(({ petitionId }) => petitionId))];
  const [matters, summaries, organisation] = await Promise.all([
    visibleHolders(tx, petitionIds),
    openSummaries(tx, deps.vault, petitionIds),
    deps.organisation(tx),
  ]);
  const seen = rows.filter(({ petitionId }) => matters.has(petitionId));
  const opened = await openLetters(
    tx,
    deps,
    actor,
    seen.map(({ id }) => id),
  );
  return opened.flatMap((each) => {
    const { petitionId } = each.letter;
    const matter = matters.get(petitionId);
    const title = summaries.get(petitionId)?.title ?? '';
    return matter === undefined ? [] : [lineOf(each, { ...matter, title }, organisation)];
  });
}

/** Those of one petition, oldest first; null when there is no such petition for this reader. */
export function listOfPetition(
  deps: LetterDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<readonly LetterLine[] | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const rows = await findCases(tx, petitionId);
    return linesOf(
      tx,
      deps,
      actor,
      rows.filter(({ kind }) => kind === 'letter'),
    );
  });
}

/**
 * What lies before the readers of the actor's own unit, newest first; a page at a time. The rows come
 * by case_record_of_holder; with 200,000 records and a state that none of the unit's 3,334 has: 9 ms.
 */
export function listLetters(
  deps: LetterDeps,
  actor: StaffActor,
  query: {
    readonly status?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<LetterPage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfHolder(tx, {
      kind: 'letter',
      holder: actor.unitId,
      state: query.status ?? null,
      before: placeBefore(query.after),
      limit: query.limit,
    });
    const items = await linesOf(tx, deps, actor, rows);
    return { items, next: nextPlace(rows, query.limit, ({ openedAt }) => openedAt) };
  });
}
