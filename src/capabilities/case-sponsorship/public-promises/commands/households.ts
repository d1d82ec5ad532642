import type { StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import { newId, openItems } from '../../../../platform/vault/index.ts';
import { checkWords, type CommandOptions } from '../../../petitions/index.ts';
import type { HouseholdChange, HouseholdDetails, PromiseWords } from '../case.ts';
import { householdIdOf, normalReference } from '../codes.ts';
import type { HouseholdRowInput, MoveHouseholdsInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { findHouseholds, type HouseholdRow } from '../store.ts';
import type { PromiseDeps } from './deps.ts';
import { runPromise, type PromiseAnswer, type PromiseComposing } from './run.ts';

/** What became of one row; `unchanged` makes a list harmless twice. */
export interface TakenRow {
  readonly row: number;
  readonly reference: string;
  readonly outcome: 'added' | 'moved' | 'unchanged' | Refusal;
}

/** The opened details of some households. */
const detailsOf = async (
  deps: PromiseDeps,
  { tx, promise, key }: PromiseComposing,
  rows: Iterable<HouseholdRow>,
): Promise<ReadonlyMap<string, HouseholdDetails>> => {
  const list = [...rows];
  if (list.length === 0) return new Map();
  const items = list.map(({ details }) => details);
  const opened = await openItems(tx, deps, promise.id, key, items);
  return new Map(list.map(({ id, details }) => [id, opened.get(details) as HouseholdDetails]));
};

const wordsOf = async (
  deps: PromiseDeps,
  { tx, promise, key }: PromiseComposing,
): Promise<PromiseWords> =>
  (await openItems(tx, deps, promise.id, key, [promise.words.id])).get(
    promise.words.id,
  ) as PromiseWords;

interface ReadRow {
  readonly step: number;
  readonly details: HouseholdDetails;
}

const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** A step by its name or by its number, from 1. */
function stepOf(typed: string, { steps }: PromiseWords): number | null {
  const wanted = squeezed(typed);
  const byName = steps.findIndex(({ name }) => squeezed(name) === wanted);
  if (byName >= 0) return byName;
  const place = /^\d$/.test(wanted) ? Number(wanted) : 0;
  return place >= 1 && place <= steps.length ? place - 1 : null;
}

function readRow(row: HouseholdRowInput, words: PromiseWords): ReadRow | Refused {
  const texts = { reference: '', name: '', mobile: '', note: '' };
  for (const field of ['reference', 'name', 'mobile', 'note'] as const) {
    const checked = checkWords(row[field], field, limits[field]);
    if (!checked.ok) return checked;
    texts[field] = checked.value;
  }
  if (normalReference(texts.reference) === '') {
    return refuse('household-reference', { limit: limits.reference }, 'reference');
  }
  const step = stepOf(row.step, words);
  if (step === null) {
    const steps = words.steps.map(({ name }) => name).join('、');
    return refuse('household-step', { step: row.step.slice(0, limits.step), steps }, 'step');
  }
  return { step, details: texts };
}

/** What a list leaves out of name and mobile stays; the note belongs to the step and is as it says. */
const merged = (before: HouseholdDetails, row: HouseholdDetails): HouseholdDetails => ({
  reference: before.reference,
  name: row.name === '' ? before.name : row.name,
  mobile: row.mobile === '' ? before.mobile : row.mobile,
  note: row.note,
});

const alike = (left: HouseholdDetails, right: HouseholdDetails): boolean =>
  left.name === right.name && left.mobile === right.mobile && left.note === right.note;

interface Taken {
  readonly answers: TakenRow[];
  readonly changes: HouseholdChange[];
  readonly known: ReadonlyMap<string, HouseholdRow>;
}

async function takeRows(
  deps: PromiseDeps,
  with_: PromiseComposing,
  rows: readonly HouseholdRowInput[],
): Promise<Taken> {
  const { tx, promise, sealer } = with_;
  const words = await wordsOf(deps, with_);
  const read = rows.map((row) => {
    const answer = readRow(row, words);
    return { row, answer, id: householdIdOf(deps, promise.id, row.reference) };
  });
  const known = await findHouseholds(
    tx,
    promise.id,
    read.map(({ id }) => id),
  );
  const details = await detailsOf(deps, with_, known.values());
  const changes: HouseholdChange[] = [];
  const met = new Set<string>();
  const answers = read.map(({ row, answer, id }): TakenRow => {
    const told = { row: row.row, reference: row.reference };
    if ('ok' in answer) return { ...told, outcome: answer.refusal };
    if (met.has(id))
      return { ...told, outcome: refuse('household-twice', {}, 'reference').refusal };
    met.add(id);
    const [before, old] = [known.get(id), details.get(id)];
    if (before === undefined || old === undefined) {
      changes.push({ id, from: null, to: answer.step, details: sealer.item(answer.details) });
      return { ...told, outcome: 'added' };
    }
    const now = merged(old, answer.details);
    if (before.step === answer.step && alike(old, now)) return { ...told, outcome: 'unchanged' };
    const kept = alike(old, now) ? null : sealer.item(now);
    changes.push({ id, from: before.step, to: answer.step, details: kept });
    return { ...told, outcome: 'moved' };
  });
  return { answers, changes, known };
}

/**
 * Takes rows of a unit's list, all that are right in one transaction (S-4): what is wrong with one
 * keeps no other back, the same reference moves that household, and a list that is sent twice changes
 * nothing, which is why it needs no key of its own.
 * @param rows at most 200
 * @returns one answer for each row, in order; refusals `not-found`, `not-permitted`,
 * `promise-closed`, `household-too-many`; of a row `household-reference`, `household-step`,
 * `household-twice` and those of its words
 */
export async function takeHouseholdRows(
  deps: PromiseDeps,
  id: string,
  rows: readonly HouseholdRowInput[],
  options: { readonly actor: StaffActor; readonly at?: number | undefined },
): Promise<Result<readonly TakenRow[], Refusal>> {
  let answers: readonly TakenRow[] = [];
  const done = await runPromise(
    deps,
    id,
    {
      type: 'changeHouseholds',
      input: rows,
      compose: async (with_) => {
        const taken = await takeRows(deps, with_, rows);
        ({ answers } = taken);
        const { changes, known } = taken;
        return { command: { type: 'changeHouseholds', changes }, known };
      },
    },
    {
      actor: options.actor,
      commandId: newId(),
      ...(options.at === undefined ? {} : { at: options.at }),
    },
  );
  return done.ok ? ok(answers) : done;
}

/**
 * Moves one household or several to a step, with the same words to each.
 * @returns refusals `not-found`, `not-permitted`, `promise-closed`, `household-step`, and
 * `household-moved` where one of them is no longer where the sender saw it: then none is moved
 */
export function moveHouseholds(
  deps: PromiseDeps,
  id: string,
  input: MoveHouseholdsInput,
  options: CommandOptions,
): Promise<Result<PromiseAnswer, Refusal>> {
  return runPromise(
    deps,
    id,
    {
      type: 'changeHouseholds',
      input,
      compose: async (with_) => {
        const { tx, promise, sealer } = with_;
        if (input.to >= promise.counts.length) {
          const { steps } = await wordsOf(deps, with_);
          const named = steps.map(({ name }) => name).join('、');
          throw new CommandRefused(refuse('household-step', { step: input.to + 1, steps: named }));
        }
        const note = checkWords(input.note, 'note', limits.note);
        if (!note.ok) throw new CommandRefused(note);
        const asked = new Map(input.households.map((each) => [each.id, each.from]));
        const known = await findHouseholds(tx, promise.id, [...asked.keys()]);
        const details = await detailsOf(deps, with_, known.values());
        const changes = [...asked].flatMap(([household, from]): HouseholdChange[] => {
          const [before, old] = [known.get(household), details.get(household)];
          if (before === undefined || old === undefined) {
            throw new CommandRefused(refuse('not-found'));
          }
          if (before.step !== from) throw new CommandRefused(refuse('household-moved'));
          const now = { ...old, note: note.value };
          if (from === input.to && alike(old, now)) return [];
          const kept = alike(old, now) ? null : sealer.item(now);
          return [{ id: household, from, to: input.to, details: kept }];
        });
        return { command: { type: 'changeHouseholds', changes }, known };
      },
    },
    options,
  );
}

/**
 * Gives a household another code: the old one opens nothing any more.
 * @returns refusals `not-found`, `not-permitted`, `version-conflict`, `idempotency-key-reused`
 */
export function replaceHouseholdCode(
  deps: PromiseDeps,
  id: string,
  householdId: string,
  options: CommandOptions,
): Promise<Result<PromiseAnswer, Refusal>> {
  return runPromise(
    deps,
    id,
    {
      type: 'replaceHouseholdCode',
      input: householdId,
      compose: async ({ tx, promise }) => {
        const known = await findHouseholds(tx, promise.id, [householdId]);
        const before = known.get(householdId);
        if (before === undefined) throw new CommandRefused(refuse('not-found'));
        const version = before.codeVersion + 1;
        return { command: { type: 'replaceHouseholdCode', householdId, version }, known };
      },
    },
    options,
  );
}
