import { createHash } from 'node:crypto';
import type { PetitionDeps } from '../../src/capabilities/petitions/index.ts';
import { indexesOf, wordsOf } from '../../src/capabilities/petitions/commands/register.ts';
import { isAccusation, type Petition } from '../../src/capabilities/petitions/petition.ts';
import { project, type DeskRow } from '../../src/capabilities/petitions/projection.ts';
import type { Batch, Value } from './copy.ts';
import { addFacts } from './facts.ts';
import type { BenchLife } from './life.ts';
import { inputOf } from './petition.ts';

const farFuture = new Date('9999-12-31T00:00:00Z');
const desk = `stream_id, number, status, category, channel, urgency, region_code, office, holder,
  officer, registered_at, tasks, clock_period, clock_started_at, due_date, due_at, provisional`;

const deskRow = (petition: Petition, { tasks, clock }: DeskRow): readonly Value[] => [
  petition.id,
  petition.number,
  petition.status,
  petition.category?.first ?? null,
  petition.channel,
  petition.urgency,
  petition.regionCode,
  petition.office,
  petition.holder,
  petition.officer,
  new Date(petition.registeredAt),
  tasks,
  clock?.period ?? null,
  clock === null ? null : new Date(clock.startedAt),
  clock?.dueDate ?? null,
  clock === null ? farFuture : new Date(clock.dueAt),
  clock?.provisional ?? false,
];

/**
 * Adds every row of one petition, as its commands would have left them after the worker is done.
 * @param number of the bench's petition
 * @param leaf number of events placed in the feed before
 * @returns the number of events placed now
 */
export function addRows(
  batch: Batch,
  deps: PetitionDeps,
  life: BenchLife,
  number: number,
  leaf: number,
): number {
  const { id, petition, events, caseKey } = life;
  addRecord(batch, life, leaf);
  batch.add('case_key (stream_id, key_version, wrapped)', id, caseKey.keyVersion, caseKey.wrapped);
  for (const item of life.sealer.rows) {
    const row = [id, item.id, caseKey.keyVersion, item.ciphertext];
    batch.add('sealed (stream_id, id, key_version, ciphertext)', ...row);
  }
  addProjection(batch, deps, petition);
  addPapers(batch, life);
  addFacts(batch, deps, life);
  const input = inputOf(number);
  if (!isAccusation(petition)) {
    const words = deps.words.wordsOf(wordsOf(input)).map(String);
    batch.add('search_entry (stream_id, words)', id, words);
    for (const index of indexesOf(deps, input)) {
      const row = [index.value, index.kind, index.version, id];
      batch.add('blind_index (value, kind, key_version, stream_id)', ...row);
    }
  }
  return events.length;
}

function addRecord(batch: Batch, { id, events, commands, petition }: BenchLife, leaf: number) {
  const newest = events.at(-1)!;
  const at = new Date(newest.at);
  batch.add(
    'stream (stream_id, kind, seq, hash, last_at)',
    id,
    'petition',
    newest.seq,
    newest.hash,
    at,
  );
  for (const [place, event] of events.entries()) {
    batch.add(
      `event (stream_id, seq, type, type_version, data, hash, actor, unit_id, at,
              calendar_version, rules_version, command_id)`,
      id,
      event.seq,
      event.type,
      event.typeVersion,
      JSON.stringify(event.data),
      event.hash,
      event.actor,
      event.unitId,
      new Date(event.at),
      event.calendarVersion,
      event.rulesVersion,
      event.commandId,
    );
    batch.add('log_leaf (leaf_index, stream_id, seq)', leaf + place, id, event.seq);
  }
  for (const { commandId, lastSeq } of commands) {
    const hash = createHash('sha256').update(commandId).digest();
    const row = [id, commandId, hash, lastSeq];
    batch.add('command (stream_id, command_id, body_hash, last_seq)', ...row);
  }
  batch.add(
    `message (stream_id, message_id, unit_id, template, language, params, urgent, recipient_kind,
              status, channel, next_attempt_at, created_at)`,
    id,
    commands[0]!.commandId,
    petition.office,
    'registered',
    'zh-CN',
    JSON.stringify({ number: petition.number }),
    false,
    'petitioner',
    'held',
    'outbox',
    new Date(petition.registeredAt),
    new Date(petition.registeredAt),
  );
}

function addProjection(batch: Batch, deps: PetitionDeps, petition: Petition): void {
  const { id } = petition;
  const { clocks, byUnit, byHandler } = project(petition, deps.calendar());
  batch.add('petition_number (number, stream_id)', petition.number, id);
  batch.add(
    `petition (stream_id, number, status, purpose, accusation, channel, office, holder, region_code,
               reader_units, named, version, calendar_version, registered_at)`,
    id,
    petition.number,
    petition.status,
    petition.purpose,
    isAccusation(petition),
    petition.channel,
    petition.office,
    petition.holder,
    petition.regionCode,
    petition.readers,
    petition.named.map((user) => `staff:${user}`),
    petition.version,
    petition.calendarVersion,
    new Date(petition.registeredAt),
  );
  for (const clock of clocks) {
    batch.add(
      `petition_clock (stream_id, key, period, holder, started_at, due_date, due_at, provisional,
                       stopped_at)`,
      id,
      clock.key,
      clock.period,
      clock.holder,
      new Date(clock.startedAt),
      clock.dueDate,
      new Date(clock.dueAt),
      clock.provisional,
      clock.stoppedAt === null ? null : new Date(clock.stoppedAt),
    );
  }
  for (const row of byUnit) {
    const { purpose } = petition;
    batch.add(
      `desk_item (unit_id, purpose, ${desk})`,
      row.reader,
      purpose,
      ...deskRow(petition, row),
    );
  }
  for (const row of byHandler) {
    batch.add(`accusation_item (user_id, ${desk})`, row.reader, ...deskRow(petition, row));
  }
}

/** Only what has its number; the worker's rendering is not pretended. */
function addPapers(batch: Batch, { petition }: BenchLife): void {
  for (const paper of petition.papers) {
    if (paper.number === null) continue;
    batch.add(
      'paper (stream_id, paper_id, kind, stage, number, unit_id, created_at, issued_on)',
      petition.id,
      paper.id,
      paper.kind,
      paper.stage === 'served' ? 'served' : 'sealed',
      paper.number,
      paper.issuer,
      new Date(petition.registeredAt),
      new Date(petition.registeredAt),
    );
  }
}
