import {
  differencesOf,
  findKeptFor,
  keepFiles,
  paperFiles,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
} from '../petitions/index.ts';
import type { SupervisionDeps } from './commands/deps.ts';
import { findDrawsOf, writeDraw } from './inspections/draw-store.ts';
import type { Inspection } from './inspections/inspection.ts';
import { publishedDrawOf } from './inspections/published-draw.ts';
import type { Programme } from './inspections/programme.ts';
import { inspectionKind, programmeKind } from './inspections/queries/kind.ts';
import { gapKind, recommendationKind, repairKind } from './recommendations/queries/kind.ts';
import type { Recommendation } from './recommendations/recommendation.ts';
import { foldOwn, type OwnKind, type OwnState } from './own-kind.ts';
import { rowOfOwn } from './own-row.ts';
import { findOwn, writeOwn } from './own-store.ts';

interface Folded<S> {
  readonly state: S;
  /** Addresses of what it keeps. */
  readonly files: readonly string[];
}

/** Through JSON, as the row has it. */
const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const rebuildOwn = <
  S extends OwnState,
  C extends { readonly type: string },
  E extends { readonly type: string; readonly data: object },
>(
  deps: SupervisionDeps,
  mode: RebuildMode,
  kind: OwnKind<S, C, E>,
  filesOf: (state: S) => readonly string[],
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<Folded<S>>(
    deps,
    {
      kinds: [kind.kind],
      fold: async (tx, id, events) => {
        const state = foldOwn(kind, id, events);
        if (state === null) return null;
        const files = [...new Set([...filesOf(state), ...(await paperFiles(tx, id))])].toSorted();
        return { state, files };
      },
      compare: async (tx, id, { state, files }) =>
        differencesOf(
          { supervision: await findOwn(tx, id), files: await findKeptFor(tx, id, files) },
          { supervision: asStored(rowOfOwn(kind, state)), files },
        ),
      write: async (tx, id, { state, files }) => {
        writeOwn(tx, rowOfOwn(kind, state));
        await keepFiles(tx, id, files);
      },
    },
    mode,
  );

const inspectionFiles = ({ findings }: Inspection): readonly string[] =>
  findings
    .flatMap(({ photographs, answers }) => [
      ...photographs,
      ...answers.flatMap(({ files }) => files),
    ])
    .map(({ address }) => address);

const recommendationFiles = ({ reports }: Recommendation): readonly string[] =>
  reports.flatMap(({ files }) => files).map(({ address }) => address);

/** What is published of draws follows from the programmes. */
const rebuildDraws = (deps: SupervisionDeps, mode: RebuildMode): Promise<readonly RebuildFault[]> =>
  rebuildStreams<Programme>(
    deps,
    {
      kinds: [programmeKind.kind],
      fold: (_tx, id, events) => Promise.resolve(foldOwn(programmeKind, id, events)),
      compare: async (tx, id, programme) =>
        differencesOf(
          { supervision: await findDrawsOf(tx, id) },
          {
            supervision: asStored(programme.draws.map((draw) => publishedDrawOf(programme, draw))),
          },
        ),
      write: (tx, id, programme) => {
        for (const draw of programme.draws) writeDraw(tx, id, publishedDrawOf(programme, draw));
        return Promise.resolve();
      },
    },
    mode,
  );

/**
 * Folds the records of supervision that hang on no petition again (L-1), and compares or writes what
 * follows.
 * @returns every difference and every broken chain
 */
export async function rebuildOwnRecords(
  deps: SupervisionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> {
  return [
    ...(await rebuildOwn(deps, mode, programmeKind, () => [])),
    ...(await rebuildDraws(deps, mode)),
    ...(await rebuildOwn(deps, mode, inspectionKind, inspectionFiles)),
    ...(await rebuildOwn(deps, mode, recommendationKind, recommendationFiles)),
    ...(await rebuildOwn(deps, mode, gapKind, () => [])),
    ...(await rebuildOwn(deps, mode, repairKind, () => [])),
  ];
}
