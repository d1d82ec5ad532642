import { createHash } from 'node:crypto';
import {
  factDimensions,
  historyOf,
  type Dims,
  type FactDay,
  type RegisteredFacts,
} from '../../../kernel/facts.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  loadStreams,
  type RecordedEvent,
  type WholeStream,
} from '../../../platform/record/index.ts';
import {
  findBeside,
  findFacts,
  lockFacts,
  nameOf,
  removeFacts,
  rowOf,
  writeBeside,
  writeDims,
  writeFacts,
  type FactRow,
} from '../facts-store.ts';
import { staleThirds } from '../stale.ts';
import { markThirds } from '../thirds-store.ts';
import { stockKinds, type StatisticsDeps } from './deps.ts';

/** Codes that are the same have the same id, in every database. */
export const dimsIdOf = (dims: Dims): string =>
  createHash('sha256')
    .update(JSON.stringify(factDimensions.map((name) => dims[name])))
    .digest()
    .readBigInt64BE()
    .toString();

/**
 * A fact of no petition lies where its unit does, or else the office that keeps it: who answers for a
 * place sees what is done there, whatever it is about.
 */
async function placesOf(tx: Tx, deps: StatisticsDeps): Promise<(dims: Dims) => Dims> {
  const units = await deps.organisation(tx);
  return (dims) => {
    const at = dims.unit ?? dims.office;
    return dims.region !== null || at === null
      ? dims
      : { ...dims, region: units.find(at)?.regionCode ?? null };
  };
}

/** What some streams give to statistics, worked out from the record alone. */
interface Folded {
  readonly rows: readonly FactRow[];
  readonly dims: ReadonlyMap<string, Dims>;
  readonly beside: ReadonlyMap<string, string>;
}

type Source = RegisteredFacts<RecordedEvent>;

const sourceOf = (sources: readonly Source[], kind: string): Source | undefined =>
  sources.find(({ streams }) => streams.includes(kind));

/** The days of each stream, and of the petitions that they are about. */
async function daysOf(
  tx: Tx,
  deps: StatisticsDeps,
  streams: ReadonlyMap<string, WholeStream>,
): Promise<ReadonlyMap<string, readonly FactDay[]>> {
  const days = new Map<string, readonly FactDay[]>();
  const fold = ({ streamId, kind, events }: WholeStream): void => {
    const source = sourceOf(deps.sources, kind);
    if (source !== undefined) days.set(streamId, source.days(streamId, events, deps));
  };
  for (const stream of streams.values()) fold(stream);
  const about = [...days.values()].flatMap((each) => each.at(-1)?.about ?? []);
  const missing = [...new Set(about)].filter((id) => !days.has(id));
  if (missing.length > 0) {
    const petitions = await loadStreams(tx, missing, kindsOf(deps));
    for (const petition of petitions.values()) fold(petition);
  }
  return days;
}

const kindsOf = ({ sources }: StatisticsDeps): readonly string[] =>
  sources.flatMap(({ streams }) => streams);

/**
 * Works out the facts of some streams from the record.
 * @param tx a transaction of the system
 */
export async function foldStreams(
  tx: Tx,
  deps: StatisticsDeps,
  streamIds: readonly string[],
): Promise<Folded> {
  const streams = await loadStreams(tx, streamIds, kindsOf(deps));
  const days = await daysOf(tx, deps, streams);
  const placed = await placesOf(tx, deps);
  const rows: FactRow[] = [];
  const dims = new Map<string, Dims>();
  const beside = new Map<string, string>();
  for (const { streamId, kind } of streams.values()) {
    const own = days.get(streamId) ?? [];
    const about = own.at(-1)?.about ?? null;
    if (about !== null) beside.set(streamId, about);
    const petition = about === null ? null : (days.get(about) ?? []);
    const petitionId = kind === 'petition' ? streamId : about;
    for (const each of historyOf(own, petition)) {
      const fact = petitionId === null ? { ...each, dims: placed(each.dims) } : each;
      const dimsId = dimsIdOf(fact.dims);
      dims.set(dimsId, fact.dims);
      rows.push(rowOf(streamId, petitionId, dimsId, fact));
    }
  }
  return { rows, dims, beside };
}

const sameRow = (one: FactRow, other: FactRow): boolean =>
  one.to === other.to &&
  one.day === other.day &&
  one.value === other.value &&
  one.detail === other.detail &&
  one.dimsId === other.dimsId &&
  one.petitionId === other.petitionId;

/** What is to be written and removed so that what lies there is what follows from the record. */
export function differenceOf(found: readonly FactRow[], expected: readonly FactRow[]) {
  const known = new Map(found.map((row) => [nameOf(row), row]));
  const wanted = new Set(expected.map(nameOf));
  const changed = expected.filter((row) => {
    const before = known.get(nameOf(row));
    return before === undefined || !sameRow(before, row);
  });
  const gone = found.filter((row) => !wanted.has(nameOf(row)));
  // A changed row is counted anew where it was and where it is.
  const before = [...changed.flatMap((row) => known.get(nameOf(row)) ?? []), ...gone];
  return { changed, gone, before };
}

/**
 * Folds some streams again, and those beside them, and writes the difference; harmless when it
 * happens twice. About seven statements whatever their number.
 * @param tx a write transaction of the system
 * @returns how many rows of facts changed
 */
export async function refoldStreams(
  tx: Tx,
  deps: StatisticsDeps,
  streamIds: readonly string[],
): Promise<number> {
  await lockFacts(tx);
  const beside = await findBeside(tx, streamIds);
  const all = [...new Set([...streamIds, ...beside])];
  const folded = await foldStreams(tx, deps, all);
  const { changed, gone, before } = differenceOf(await findFacts(tx, all), folded.rows);
  const needed = new Set(changed.map(({ dimsId }) => dimsId));
  writeDims(tx, new Map([...folded.dims].filter(([id]) => needed.has(id))));
  writeBeside(tx, folded.beside);
  removeFacts(tx, gone);
  writeFacts(tx, changed);
  markThirds(tx, staleThirds(before, changed, stockKinds(deps)));
  return changed.length + gone.length;
}
