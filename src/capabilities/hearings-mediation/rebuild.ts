import type { RecordedEvent } from '../../platform/record/index.ts';
import {
  compareItems,
  differencesOf,
  rebuildStreams,
  writeItemsAgain,
  type PetitionDeps,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../petitions/index.ts';
import { fold } from './evolve.ts';
import { foldMember, type KeptMember } from './commands/member.ts';
import { itemsOf } from './projection.ts';
import type { Proceeding } from './proceeding.ts';
import { findMember, findShiftsOfMember, writeMember, writeShiftsAgain } from './roster-store.ts';
import { proceedingRowOf, readProceedingRows, writeProceedingAgain } from './store.ts';
import { upcast } from './upcast.ts';

type CaseItems = ReturnType<typeof itemsOf>;

/** The calendar by which the last command counted. */
const calendarOf = (events: readonly RecordedEvent[]): string =>
  events.at(-1)?.calendarVersion ?? '';

const proceedings = (
  deps: PetitionDeps,
): StreamRebuild<{ readonly state: Proceeding; readonly items: CaseItems }> => ({
  kinds: ['hearing', 'mediation', 're-evaluation', 'deliberation'],
  fold: (_tx, streamId, events) => {
    const state = fold(streamId, events.map(upcast));
    const items = state === null ? [] : itemsOf(state, deps.calendar(calendarOf(events)));
    return Promise.resolve(state === null ? null : { state, items });
  },
  compare: async (tx, streamId, { state, items }) => [
    ...differencesOf(
      { proceeding: oneOf(await readProceedingRows(tx, streamId)) },
      { proceeding: proceedingRowOf(state) },
    ),
    ...(await compareItems(tx, state.kind, state, items)),
  ],
  write: async (tx, _streamId, { state, items }) => {
    await writeProceedingAgain(tx, state);
    writeItemsAgain(tx, state.kind, state, items);
  },
});

/** Two rows of one proceeding are as wrong as none. */
const oneOf = (rows: readonly unknown[]): unknown => (rows.length === 1 ? rows[0] : undefined);

const byId = (shifts: KeptMember['shifts']) =>
  Object.fromEntries(shifts.map((shift) => [shift.id, shift]));

/** Who is on the roster, and on duty when; names lie sealed and are nobody's projection. */
const roster: StreamRebuild<KeptMember> = {
  kinds: ['roster-member'],
  fold: (_tx, streamId, events) => Promise.resolve(foldMember(streamId, events)),
  compare: async (tx, streamId, { member, shifts }) =>
    differencesOf(
      {
        member: await findMember(tx, streamId),
        shifts: byId(await findShiftsOfMember(tx, streamId)),
      },
      { member, shifts: byId(shifts) },
    ),
  write: async (tx, streamId, { member, shifts }) => {
    writeMember(tx, member);
    await writeShiftsAgain(tx, streamId, shifts);
  },
};

/**
 * Folds hearings, mediations, re-evaluations, deliberations and the roster again from the record
 * (L-1), and compares or writes what follows.
 * @returns every difference and every broken chain
 */
export async function rebuildProceedings(
  deps: PetitionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> {
  return [
    ...(await rebuildStreams(deps, proceedings(deps), mode)),
    ...(await rebuildStreams(deps, roster, mode)),
  ];
}
