import {
  loadOrganisation,
  type Organisation,
} from '../../capabilities/identity-organisation/index.ts';
import {
  checkRegistration,
  findRegistered,
  registerPetition,
} from '../../capabilities/petitions/index.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Core } from '../core.ts';
import { fault, faultOf, type Fault, type ReadRow } from './fault.ts';
import { shapeRow, type ShapedRow, type ShapeWorld } from './shape.ts';

export interface ImportSummary {
  read: number;
  imported: number;
  /** Rows that an earlier run, or an earlier line, had brought. */
  already: number;
  refused: number;
  /** Rows from which invisible characters were taken. */
  cleaned: number;
  /** Rows whose answer from elsewhere was too long to be kept with them. */
  leftOut: number;
  readonly unknown: Set<string>;
}

export interface ImportOptions {
  readonly core: Core;
  readonly rows: AsyncIterable<ReadRow>;
  readonly source: string;
  readonly region: string | undefined;
  /** Checks everything and changes nothing. */
  readonly dryRun: boolean;
  /** Epoch ms. */
  readonly now: number;
  readonly onFault: (line: number, fault: Fault) => void;
  readonly onProgress: (summary: ImportSummary) => void;
}

interface Waiting {
  readonly line: number;
  readonly row: ShapedRow;
}

const actor: SystemActor = { kind: 'system', name: 'import' };
const together = 100;
const sideBySide = 8;

/**
 * Imports rows one by one: each good row is one petition in one transaction, registered exactly
 * once however often and however far the import runs; bad rows are told and passed over.
 */
export async function importRows(options: ImportOptions): Promise<ImportSummary> {
  const importing = new Importing(options, await readOrganisation(options.core));
  for await (const read of options.rows) await importing.take(read);
  await importing.flush();
  return importing.summary;
}

const readOrganisation = (core: Core): Promise<Organisation> =>
  core.db.withActor({ actor: 'system:import', units: [], roles: ['system'] }, 'read', (tx) =>
    loadOrganisation(tx),
  );

class Importing {
  readonly summary: ImportSummary = {
    read: 0,
    imported: 0,
    already: 0,
    refused: 0,
    cleaned: 0,
    leftOut: 0,
    unknown: new Set(),
  };
  readonly #options: ImportOptions;
  readonly #organisation: Organisation;
  readonly #world: ShapeWorld;
  readonly #waiting = new Map<string, Waiting>();

  constructor(options: ImportOptions, organisation: Organisation) {
    this.#options = options;
    this.#organisation = organisation;
    const { now, source, region } = options;
    const categoryOf = (names: readonly string[]) => findCategory(organisation, names);
    this.#world = { now, source, region, categoryOf };
  }

  async take(read: ReadRow): Promise<void> {
    this.summary.read += 1;
    if ('fault' in read) return this.#refuse(read.line, read.fault);
    const shaped = shapeRow(read.value, this.#world);
    if (!shaped.ok) return this.#refuse(read.line, shaped.fault);
    const { row } = shaped;
    // A row that comes twice in a file finds the first one done.
    if (this.#waiting.has(row.commandKey)) await this.flush();
    this.#waiting.set(row.commandKey, { line: read.line, row });
    if (this.#waiting.size >= together) await this.flush();
  }

  async flush(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    const before = await findRegistered(
      this.#options.core.petitions,
      actor,
      waiting.map(({ row }) => row),
    );
    const left = waiting.filter(({ line }, at) => {
      if (before[at] === 'same') this.summary.already += 1;
      if (before[at] === 'other') this.#refuse(line, usedBefore);
      return before[at] === 'new';
    });
    const worker = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await this.#one(next);
    };
    left.reverse();
    await Promise.all(Array.from({ length: sideBySide }, worker));
    this.#options.onProgress(this.summary);
  }

  async #one({ line, row }: Waiting): Promise<void> {
    const done = this.#options.dryRun ? this.#check(row) : await this.#register(row);
    if (!done.ok) return this.#refuse(line, faultOf(done.refusal));
    this.summary.imported += 1;
    if (row.cleaned > 0) this.summary.cleaned += 1;
    if (row.leftOut) this.summary.leftOut += 1;
    for (const field of row.unknown) this.summary.unknown.add(field);
  }

  #register({ input, at, commandKey }: ShapedRow) {
    return registerPetition(this.#options.core.petitions, input, {
      actor,
      commandKey,
      uploadOwner: '',
      ...(at === undefined ? {} : { at }),
    });
  }

  /** What registration would refuse, without registering. */
  #check({ input, at }: ShapedRow) {
    const organisation = this.#organisation;
    if (organisation.petitionOfficeOf(input.regionCode) === undefined) {
      return refuse('region-unknown', { code: input.regionCode }, 'regionCode');
    }
    const unknown = input.accusedUnits.some((id) => organisation.find(id) === undefined);
    if (unknown) return refuse('unit-unknown', {}, 'accusedUnits');
    return checkRegistration(input, {
      now: at ?? this.#options.now,
      knowsRegion: (code) => organisation.findRegion(code) !== undefined,
      // Names were turned into codes when the row was shaped.
      knowsCategory: () => true,
    });
  }

  #refuse(line: number, why: Fault): void {
    this.summary.refused += 1;
    this.#options.onFault(line, why);
  }
}

const usedBefore = fault(
  'id',
  '这个编号以前导入过另一份内容；原来的没有改动，请核对编号。',
  'This number was imported before with other content; that was left as it is. Check the number.',
);

/** Names or codes, each below the one before. */
function findCategory(organisation: Organisation, names: readonly string[]) {
  const codes: string[] = [];
  for (const name of names) {
    const parentCode = codes.at(-1) ?? null;
    const found = organisation.categories.find(
      (category) =>
        category.parentCode === parentCode && (category.name === name || category.code === name),
    );
    if (found === undefined) return undefined;
    codes.push(found.code);
  }
  const [first, second = null, third = null] = codes;
  return first === undefined ? undefined : { first, second, third };
}
