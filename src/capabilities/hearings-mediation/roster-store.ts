import type { LocalDate } from '../../kernel/local-date.ts';
import { run, send, type Tx } from '../../platform/database/index.ts';
import type { MemberKind, ShiftPart, ShiftRole } from './terms.ts';

/** A member of the roster without name and telephone, which lie sealed. */
export interface MemberRow {
  readonly id: string;
  readonly keptBy: string;
  readonly kinds: readonly MemberKind[];
  readonly profession: string;
  readonly regionCode: string;
  readonly affiliation: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly version: number;
}

const memberColumns = `member_id AS id, kept_by AS "keptBy", kinds, profession,
  region_code AS "regionCode", affiliation, active_from::text AS "from", active_to::text AS "to",
  version`;

export function writeMember(tx: Tx, row: MemberRow): void {
  send(tx, {
    name: 'roster.write',
    text: `INSERT INTO roster_member (member_id, kept_by, kinds, profession, region_code,
                                      affiliation, active_from, active_to, version)
           VALUES ($1, $2, $3::text[], $4, $5, $6, $7::date, $8::date, $9)
           ON CONFLICT (member_id) DO UPDATE
             SET kept_by = excluded.kept_by, kinds = excluded.kinds, profession = excluded.profession,
                 region_code = excluded.region_code, affiliation = excluded.affiliation,
                 active_from = excluded.active_from, active_to = excluded.active_to,
                 version = excluded.version`,
    values: [
      row.id,
      row.keptBy,
      row.kinds,
      row.profession,
      row.regionCode,
      row.affiliation,
      row.from,
      row.to,
      row.version,
    ],
  });
}

/** The whole roster: a few dozen people of a county. */
export const findMembers = (tx: Tx): Promise<readonly MemberRow[]> =>
  run<MemberRow>(tx, {
    name: 'roster.all',
    text: `SELECT ${memberColumns} FROM roster_member ORDER BY member_id LIMIT 2000`,
    values: [],
  });

export const findMember = async (tx: Tx, id: string): Promise<MemberRow | null> =>
  (
    await run<MemberRow>(tx, {
      name: 'roster.one',
      text: `SELECT ${memberColumns} FROM roster_member WHERE member_id = $1`,
      values: [id],
    })
  )[0] ?? null;

export interface ShiftRow {
  readonly id: string;
  readonly unit: string;
  readonly memberId: string;
  readonly on: LocalDate;
  readonly part: ShiftPart;
  readonly role: ShiftRole;
}

const shiftColumns = `shift_id AS id, unit_id AS unit, member_id AS "memberId",
  shift_on::text AS "on", part, role`;

export function insertShift(tx: Tx, shift: ShiftRow): void {
  send(tx, {
    name: 'roster.insert-shift',
    text: `INSERT INTO hall_shift (unit_id, shift_id, member_id, shift_on, part, role)
           VALUES ($1, $2, $3, $4::date, $5, $6)`,
    values: [shift.unit, shift.id, shift.memberId, shift.on, shift.part, shift.role],
  });
}

export function cancelShift(tx: Tx, unit: string, shiftId: string): void {
  send(tx, {
    name: 'roster.cancel-shift',
    text: 'UPDATE hall_shift SET cancelled = true WHERE unit_id = $1 AND shift_id = $2',
    values: [unit, shiftId],
  });
}

/** A shift, and whether it was taken out of the list. */
export interface KeptShift extends ShiftRow {
  readonly cancelled: boolean;
}

/** All shifts of a member, past and cancelled ones too; a transaction of the system. */
export const findShiftsOfMember = (tx: Tx, memberId: string): Promise<readonly KeptShift[]> =>
  run<KeptShift>(tx, {
    name: 'roster.shifts-of-member',
    text: `SELECT ${shiftColumns}, cancelled FROM hall_shift WHERE member_id = $1`,
    values: [memberId],
  });

/** Makes the shifts of a member again; a transaction of the system. */
export async function writeShiftsAgain(
  tx: Tx,
  memberId: string,
  shifts: readonly KeptShift[],
): Promise<void> {
  await run(tx, {
    name: 'roster.drop-shifts',
    text: 'DELETE FROM hall_shift WHERE member_id = $1 OR shift_id = ANY ($2::uuid[])',
    values: [memberId, shifts.map(({ id }) => id)],
  });
  for (const shift of shifts) {
    insertShift(tx, shift);
    if (shift.cancelled) cancelShift(tx, shift.unit, shift.id);
  }
}

/** Shifts of a unit from one day to another, by the index on day. */
export const findShifts = (
  tx: Tx,
  unit: string,
  from: string,
  to: string,
): Promise<readonly ShiftRow[]> =>
  run<ShiftRow>(tx, {
    name: 'roster.shifts',
    text: `SELECT ${shiftColumns} FROM hall_shift
            WHERE unit_id = $1 AND shift_on BETWEEN $2::date AND $3::date AND NOT cancelled
            ORDER BY shift_on, part, shift_id LIMIT 500`,
    values: [unit, from, to],
  });

export const findShift = async (tx: Tx, unit: string, id: string): Promise<ShiftRow | null> =>
  (
    await run<ShiftRow>(tx, {
      name: 'roster.shift',
      text: `SELECT ${shiftColumns} FROM hall_shift
              WHERE unit_id = $1 AND shift_id = $2 AND NOT cancelled`,
      values: [unit, id],
    })
  )[0] ?? null;
