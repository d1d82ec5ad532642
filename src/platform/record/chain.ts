import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RecordedEvent } from './event.ts';

/** What stands before the first event of every stream. */
export const emptyHash: Buffer = Buffer.alloc(32);

/**
 * The hash of one event: SHA-256 over the previous hash and the canonical JSON (RFC 8785).
 * @param previous hash of the event before, or `emptyHash`
 * @param event all that the record says of the event but its hash
 * @returns 32 bytes
 */
export function hashOf(previous: Buffer, event: Omit<RecordedEvent, 'hash'>): Buffer {
  const canonical = canonicalize({
    streamId: event.streamId,
    seq: event.seq,
    type: event.type,
    typeVersion: event.typeVersion,
    data: event.data,
    actor: event.actor,
    unitId: event.unitId,
    at: event.at,
    calendarVersion: event.calendarVersion,
    rulesVersion: event.rulesVersion,
    commandId: event.commandId,
  });
  if (canonical === undefined) throw new TypeError('An event must be JSON.');
  return createHash('sha256').update(previous).update(canonical, 'utf8').digest();
}

/**
 * Checks the chain of one stream.
 * @param events the whole stream in order
 * @returns the sequence number of the first event that does not verify, or null
 */
export function findBreak(events: readonly RecordedEvent[]): number | null {
  let previous = emptyHash;
  let expected = 1;
  for (const event of events) {
    if (event.seq !== expected || !hashOf(previous, event).equals(event.hash)) return expected;
    previous = event.hash;
    expected += 1;
  }
  return null;
}
