import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf, setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import { listOfSource, type CommitmentLine } from '../../commitments/index.ts';
import {
  findCases,
  findCasesOfHolder,
  openCase,
  openVisible,
  type Folder,
} from '../../petitions/index.ts';
import type { LetterDeps } from '../commands/deps.ts';
import { letterStepSchemas, type LetterStep } from '../contract.ts';
import type { Letter } from '../letter.ts';
import { isLetterVisible, mayLetter } from '../policy.ts';
import type { LetterPage, LetterView } from '../view.ts';
import { foldLetter } from './kind.ts';

const steps = Object.keys(letterStepSchemas) as LetterStep[];

const textIn =
  (items: ReadonlyMap<string, unknown>) =>
  (item: { readonly id: string } | null): string => {
    const opened = item === null ? null : items.get(item.id);
    const text: unknown =
      typeof opened === 'object' && opened !== null ? Reflect.get(opened, 'text') : null;
    return typeof text === 'string' ? text : '';
  };

interface Opened {
  readonly letter: Letter;
  readonly folder: Folder;
  readonly text: (item: { readonly id: string } | null) => string;
}

/** Passes the letter's row and its petition's; a petition that may not be seen hides its letters. */
async function open(
  tx: Tx,
  deps: LetterDeps,
  actor: StaffActor,
  letterId: string,
): Promise<Opened | null> {
  const petitionId = await openCase(tx, letterId);
  if (petitionId === null) return null;
  const letter = foldLetter(letterId, await loadEvents(tx, letterId));
  if (letter === null || !isLetterVisible(actor, letter)) return null;
  const items = await openItems(tx, deps, letterId, await caseKeyOf(tx, deps, letterId));
  const folder = await openVisible(tx, deps, actor, petitionId);
  return folder === null ? null : { letter, folder, text: textIn(items) };
}

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
  readonly text?: string;
}

async function viewOf(
  tx: Tx,
  deps: LetterDeps,
  actor: StaffActor,
  { letter, folder, text }: Opened,
  owed: readonly CommitmentLine[],
  whole: boolean,
): Promise<LetterView> {
  const organisation = await deps.organisation(tx);
  const name = (id: string) => ({ id, name: organisation.find(id)?.name ?? id });
  const { petition, words } = folder;
  const content = words.open<Content>(petition.content);
  return {
    id: letter.id,
    version: letter.version,
    status: letter.status,
    before: letter.before,
    unit: name(letter.unit),
    laidAt: letter.laidAt,
    reason: letter.reason === null ? null : text(letter.reason),
    petition: { id: petition.id, number: petition.number, title: content?.title ?? '' },
    text: whole ? (content?.text ?? '') : null,
    holder: name(petition.holder),
    readings: letter.readings.map(({ at, userId, mark, words: said }) => ({
      at,
      by: organisation.userName(userId),
      mark,
      words: text(said),
    })),
    instructions: letter.instructions.map((given) => {
      const promise = owed.find(({ id }) => id === given.commitmentId);
      return {
        at: given.at,
        by: organisation.userName(given.userId),
        commitmentId: given.commitmentId,
        unit: name(given.unit),
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
    const opened = await open(tx, deps, actor, letterId);
    return opened === null ? null : viewOf(tx, deps, actor, opened, owed, true);
  });
}

/** Those of one petition, oldest first; null when there is no such petition for this reader. */
export function listOfPetition(
  deps: LetterDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<readonly LetterView[] | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const rows = await findCases(tx, petitionId);
    return viewsOf(
      tx,
      deps,
      actor,
      rows.filter(({ kind }) => kind === 'letter').map(({ id }) => id),
    );
  });
}

async function viewsOf(
  tx: Tx,
  deps: LetterDeps,
  actor: StaffActor,
  ids: readonly string[],
): Promise<readonly LetterView[]> {
  const views: LetterView[] = [];
  for (const id of ids) {
    await setStreams(tx, []);
    const opened = await open(tx, deps, actor, id);
    if (opened !== null) views.push(await viewOf(tx, deps, actor, opened, [], false));
  }
  return views;
}

const endOfTime = {
  at: new Date('9999-12-31T00:00:00Z'),
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

const placeOf = (after: string | undefined): typeof endOfTime => {
  if (after === undefined) return endOfTime;
  const [at = '', id = ''] = after.split('.');
  return { at: new Date(Number(at)), id };
};

/** What lies before the readers of the actor's own unit, newest first; a page at a time. */
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
      before: placeOf(query.after),
      limit: query.limit,
    });
    const last = rows.at(-1);
    const items = await viewsOf(
      tx,
      deps,
      actor,
      rows.map(({ id }) => id),
    );
    const full = last !== undefined && rows.length === query.limit;
    return { items, next: full ? `${last.openedAt}.${last.id}` : null };
  });
}
