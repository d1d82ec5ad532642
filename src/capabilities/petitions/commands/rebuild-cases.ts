import type { Tx } from '../../../platform/database/index.ts';
import { listPapers } from '../../papers/index.ts';
import type { CaseItem, CaseProjection, CaseState, NamedAlone } from '../case.ts';
import {
  caseRowOf,
  findNamed,
  itemRowsOf,
  readCaseRow,
  readItemRows,
} from '../case-rebuild-store.ts';
import { writeCase, writeItems } from '../case-store.ts';
import { filesNamed, findKeptFor, keepFiles } from '../file-store.ts';
import type { CaseKind } from './case-kind.ts';
import type { PetitionDeps } from './deps.ts';
import { differencesOf } from './differences.ts';
import { rebuildStreams, type RebuildFault, type RebuildMode } from './rebuild-streams.ts';

interface Folded {
  readonly state: CaseState;
  readonly projection: CaseProjection;
  /** Addresses of its files. */
  readonly files: readonly string[];
  readonly named: NamedAlone;
}

/** Papers are no projection: their own rows say where they lie. */
export const paperFiles = async (tx: Tx, streamId: string): Promise<readonly string[]> =>
  (await listPapers(tx, streamId))
    .flatMap(({ pdfFile, docxFile }) => [pdfFile, docxFile])
    .filter((address) => address !== null);

/** Compares what waits at units in a record that keeps its own row elsewhere; its stream is open. */
export const compareItems = async (
  tx: Tx,
  kind: string,
  state: Pick<CaseState, 'id' | 'petitionId'>,
  items: readonly CaseItem[],
): Promise<readonly Omit<RebuildFault, 'streamId'>[]> =>
  differencesOf(
    { items: await readItemRows(tx, state.id) },
    { items: itemRowsOf(kind, state.petitionId, items) },
  );

/** Writes what waits in a record from nothing. */
export function writeItemsAgain(
  tx: Tx,
  kind: string,
  state: Pick<CaseState, 'id' | 'petitionId'>,
  items: readonly CaseItem[],
): void {
  writeItems(tx, kind, state, []);
  writeItems(tx, kind, state, items);
}

/**
 * Folds every record of a kind again (L-1) and compares or writes its row, what waits in it, and
 * which files it keeps.
 * @returns every difference and every broken chain
 */
export const rebuildCases = <
  State extends CaseState,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  deps: PetitionDeps,
  kind: CaseKind<State, Command, Event>,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<Folded>(
    deps,
    {
      kinds: [kind.kind],
      fold: async (tx, streamId, events) => {
        const state = events.reduce<State | null>(
          (before, event) => kind.evolve(streamId, before, event),
          null,
        );
        if (state === null) return null;
        const calendar = deps.calendar(state.calendarVersion);
        const files = [...events.flatMap(filesNamed), ...(await paperFiles(tx, streamId))];
        const named = await findNamed(tx, state.petitionId);
        return { state, projection: kind.project(state, calendar), files, named };
      },
      compare: async (tx, streamId, { state, projection, files, named }) => [
        ...differencesOf(
          { case: await readCaseRow(tx, streamId), files: await findKeptFor(tx, streamId, files) },
          {
            case: { ...caseRowOf(kind.kind, state, projection), named },
            files: [...new Set(files)].toSorted(),
          },
        ),
        ...(await compareItems(tx, kind.kind, state, projection.items)),
      ],
      write: async (tx, streamId, { state, projection, files, named }) => {
        writeItems(tx, kind.kind, state, []);
        writeCase(tx, kind.kind, state, projection, named);
        await keepFiles(tx, streamId, files);
      },
    },
    mode,
  );
