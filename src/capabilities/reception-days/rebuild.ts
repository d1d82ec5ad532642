import type { RecordedEvent } from '../../platform/record/index.ts';
import {
  differencesOf,
  findKeptFor,
  keepFiles,
  paperFiles,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../petitions/index.ts';
import type { ReceptionDeps } from './commands/deps.ts';
import {
  dayStreamKind,
  leaderStreamKind,
  type LeaderEvent,
  settingsStreamKind,
  type SettingsEvent,
} from './events.ts';
import { findSettings, writeSettings, type SettingRow } from './settings-store.ts';
import { fold } from './evolve.ts';
import { rebuildHalls } from './hall/rebuild.ts';
import type { ReceivingLeader } from './leader.ts';
import { findLeadersById, writeLeader } from './leaders-store.ts';
import type { ReceptionDay } from './reception-day.ts';
import { dayRowOf, findDay, writeDay } from './store.ts';
import { rebuildTickets } from './tickets/rebuild.ts';
import { upcast } from './upcast.ts';

interface FoldedDay {
  readonly day: ReceptionDay;
  /** Addresses of what it keeps: proofs of its notice, files of its minutes. */
  readonly files: readonly string[];
}

const days: StreamRebuild<FoldedDay> = {
  kinds: [dayStreamKind],
  fold: async (tx, streamId, events) => {
    const day = fold(streamId, events.map(upcast));
    if (day === null) return null;
    const proofs = day.channels.flatMap(({ file }) => file?.address ?? []);
    return {
      day,
      files: [...new Set([...proofs, ...(await paperFiles(tx, streamId))])].toSorted(),
    };
  },
  compare: async (tx, streamId, { day, files }) =>
    differencesOf(
      { reception: await findDay(tx, streamId), files: await findKeptFor(tx, streamId, files) },
      { reception: dayRowOf(day), files },
    ),
  write: async (tx, streamId, { day, files }) => {
    writeDay(tx, day);
    await keepFiles(tx, streamId, files);
  },
};

type LeaderListed = Omit<ReceivingLeader, 'id' | 'version'>;

/** The record keeps a leader as entered, and every change whole. */
const foldLeader = (id: string, events: readonly RecordedEvent[]): ReceivingLeader | null =>
  events.reduce<ReceivingLeader | null>((before, event) => {
    const leaderEvent = event as unknown as LeaderEvent;
    const { norm: _, ...data } = leaderEvent.data;
    if (leaderEvent.type === 'ReceivingLeaderListed') {
      return { ...(data as LeaderListed), id, version: event.seq };
    }
    return before === null ? null : { ...before, ...data, version: event.seq };
  }, null);

const leaders: StreamRebuild<ReceivingLeader> = {
  kinds: [leaderStreamKind],
  fold: (_tx, streamId, events) => Promise.resolve(foldLeader(streamId, events)),
  compare: async (tx, streamId, leader) =>
    differencesOf(
      { reception: (await findLeadersById(tx, [streamId]))[0] ?? null },
      { reception: leader },
    ),
  write: (tx, _streamId, leader) => Promise.resolve(writeLeader(tx, leader)),
};

const settings: StreamRebuild<SettingRow> = {
  kinds: [settingsStreamKind],
  fold: (_tx, streamId, events) => {
    const last = events.at(-1);
    if (last === undefined) return Promise.resolve(null);
    const { data } = last as unknown as SettingsEvent;
    return Promise.resolve({ ...data, streamId, version: last.seq });
  },
  compare: async (tx, _streamId, row) =>
    differencesOf({ reception: await findSettings(tx, row.unit) }, { reception: row }),
  write: (tx, _streamId, row) => Promise.resolve(writeSettings(tx, row)),
};

/**
 * Folds reception days and their leaders again from the record (L-1), and compares or writes what
 * follows.
 * @returns every difference and every broken chain
 */
export async function rebuildReceptions(
  deps: ReceptionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> {
  return [
    ...(await rebuildStreams(deps, days, mode)),
    ...(await rebuildStreams(deps, leaders, mode)),
    ...(await rebuildStreams(deps, settings, mode)),
    ...(await rebuildHalls(deps, mode)),
    ...(await rebuildTickets(deps, mode)),
  ];
}
