import { DatabaseError } from 'pg';
import { actorId, type StaffActor, type SystemActor } from '../../../kernel/actor.ts';
import { localDate, localDateOf } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import { appendEvents, findCommand, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId, insertCase, newId, Sealer } from '../../../platform/vault/index.ts';
import { checkWords, unitOf, type PetitionDeps } from '../../petitions/index.ts';
import type { MemberChange, NewMember, NewShift } from '../contract.ts';
import { proceedingEventVersion, type RosterEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { mayKeepRoster } from '../policy.ts';
import {
  cancelShift as cancelRow,
  findMember,
  findShift,
  findShifts,
  insertShift,
  writeMember,
  type MemberRow,
} from '../roster-store.ts';
import { rulesVersion } from './commit.ts';

/** Sealed item under which a member's name and telephone lie; the same in every member's record. */
export const personItem = 'person';

export interface RosterOptions {
  readonly actor: StaffActor | SystemActor;
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number;
}

interface Writing {
  readonly streamId: string;
  readonly event: RosterEvent;
  readonly options: RosterOptions;
  readonly bodyHash: Buffer;
  readonly commandId: string;
}

/** One event of one member; the member's stream is open afterwards. */
async function write(tx: Tx, deps: PetitionDeps, writing: Writing): Promise<number> {
  const { streamId, event, options, bodyHash, commandId } = writing;
  await setStream(tx, streamId);
  const head = await lockStream(tx, streamId);
  const [recorded] = await appendEvents(tx, {
    streamId,
    kind: 'roster-member',
    head,
    events: [{ type: event.type, typeVersion: proceedingEventVersion, data: event.data }],
    stamp: {
      actor: actorId(options.actor),
      unitId: unitOf(options.actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId,
    },
    at: options.at ?? tx.openedAt.getTime(),
    bodyHash,
  });
  return recorded?.seq ?? 0;
}

const mayNot = ({ actor }: RosterOptions): boolean =>
  actor.kind === 'staff' && !mayKeepRoster(actor);

const findTermFault = (from: string, to: string | null | undefined) =>
  to !== null && to !== undefined && to < from ? refuse('member-dates', {}, 'to') : null;

/**
 * Puts somebody on the roster (M-1). Name and telephone are sealed.
 * @returns the member's id; the same one when the same key comes again
 * Refusals: `not-permitted`, `region-unknown`, `unit-unknown`, `member-dates`,
 * `idempotency-key-reused`, words.
 */
export async function listMember(
  deps: PetitionDeps,
  input: NewMember,
  options: RosterOptions,
): Promise<Result<{ readonly id: string }, Refusal>> {
  if (mayNot(options)) return refuse('not-permitted', { verb: 'roster.administer' });
  const id = deriveId(deps.keys, actorId(options.actor), 'roster-member', options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  const before = async (tx: Tx) => {
    await setStream(tx, id);
    return findCommand(tx, id, id);
  };
  try {
    return await inTransaction(deps, options.actor, async (tx) => {
      const done = await before(tx);
      if (done !== null) {
        return done.bodyHash.equals(bodyHash) ? ok({ id }) : refuse('idempotency-key-reused');
      }
      const name = checkWords(input.name, 'name', limits.name);
      if (!name.ok) return name;
      const organisation = await deps.organisation(tx);
      if (!organisation.knowsRegion(input.regionCode)) {
        return refuse('region-unknown', { code: input.regionCode }, 'regionCode');
      }
      if (input.affiliation !== undefined && organisation.find(input.affiliation) === undefined) {
        return refuse('unit-unknown', {}, 'affiliation');
      }
      const fault = findTermFault(input.from, input.to);
      if (fault) return fault;
      const caseKey = deps.vault.newCaseKey();
      const sealer = new Sealer({
        vault: deps.vault,
        key: caseKey.key,
        streamId: id,
        nextId: newId,
      });
      const person = sealer.item(
        { name: name.value, telephone: input.telephone?.trim() ?? '' },
        personItem,
      );
      const data = {
        keptBy: options.actor.kind === 'staff' ? options.actor.unitId : '',
        person,
        kinds: input.kinds,
        profession: input.profession.trim(),
        regionCode: input.regionCode,
        affiliation: input.affiliation ?? null,
        from: localDate(input.from),
        to: input.to === undefined ? null : localDate(input.to),
      };
      await insertCase(tx, id, caseKey.wrapped, caseKey.keyVersion, sealer.rows);
      const event = { type: 'MemberListed', data } as const;
      const version = await write(tx, deps, {
        streamId: id,
        event,
        options,
        bodyHash,
        commandId: id,
      });
      writeMember(tx, { ...data, id, version });
      return ok({ id });
    });
  } catch (error) {
    // The same form was sent at this very moment.
    if (error instanceof DatabaseError && error.code === '23505') return ok({ id });
    throw error;
  }
}

/** A member that the record knows, locked for one change. */
async function lockMember(tx: Tx, id: string): Promise<MemberRow> {
  await setStream(tx, id);
  await lockStream(tx, id);
  const row = await findMember(tx, id);
  if (row === null) throw new CommandRefused(refuse('not-found'));
  return row;
}

/** Whether a command was done before. */
async function wasDone(
  tx: Tx,
  streamId: string,
  commandId: string,
  bodyHash: Buffer,
): Promise<boolean> {
  const done = await findCommand(tx, streamId, commandId);
  if (done === null) return false;
  if (!done.bodyHash.equals(bodyHash)) throw new CommandRefused(refuse('idempotency-key-reused'));
  return true;
}

/**
 * Changes what a member is and until when; a term that ends takes the member off the roster, and
 * nobody disappears from what they sat on.
 * Refusals: `not-found`, `not-permitted`, `region-unknown`, `unit-unknown`, `member-dates`.
 */
export async function changeMember(
  deps: PetitionDeps,
  id: string,
  input: MemberChange,
  options: RosterOptions,
): Promise<Result<{ readonly version: number }, Refusal>> {
  if (mayNot(options)) return refuse('not-permitted', { verb: 'roster.administer' });
  const bodyHash = bodyHashOf(deps.keys, input);
  const commandId = deriveId(deps.keys, actorId(options.actor), id, options.commandKey);
  return inTransaction(deps, options.actor, async (tx) => {
    const row = await lockMember(tx, id);
    if (await wasDone(tx, id, commandId, bodyHash)) return ok({ version: row.version });
    const organisation = await deps.organisation(tx);
    if (!organisation.knowsRegion(input.regionCode)) {
      return refuse('region-unknown', { code: input.regionCode }, 'regionCode');
    }
    if (input.affiliation !== null && organisation.find(input.affiliation) === undefined) {
      return refuse('unit-unknown', {}, 'affiliation');
    }
    const fault = findTermFault(input.from, input.to);
    if (fault) return fault;
    const data = {
      kinds: input.kinds,
      profession: input.profession.trim(),
      regionCode: input.regionCode,
      affiliation: input.affiliation,
      from: localDate(input.from),
      to: input.to === null ? null : localDate(input.to),
    };
    const event = { type: 'MemberChanged', data } as const;
    const version = await write(tx, deps, { streamId: id, event, options, bodyHash, commandId });
    writeMember(tx, { ...row, ...data, version });
    return ok({ version });
  });
}

/** Two of them at one time: a day holds both halves. */
const overlaps = (one: string, other: string): boolean =>
  one === other || one === 'day' || other === 'day';

/**
 * Puts a lawyer, psychologist or mediator of the roster on duty in the hall (M-5).
 * Refusals: `not-permitted`, `member-unknown`, `shift-role`, `shift-taken`, `hearing-date-past`.
 */
export async function planShift(
  deps: PetitionDeps,
  input: NewShift,
  options: RosterOptions & { readonly actor: StaffActor },
): Promise<Result<{ readonly id: string }, Refusal>> {
  if (mayNot(options)) return refuse('not-permitted', { verb: 'roster.administer' });
  const { actor } = options;
  const bodyHash = bodyHashOf(deps.keys, input);
  const id = deriveId(deps.keys, actorId(actor), 'hall-shift', options.commandKey);
  return inTransaction(deps, actor, async (tx) => {
    await setStream(tx, input.memberId);
    await lockStream(tx, input.memberId);
    if (await wasDone(tx, input.memberId, id, bodyHash)) return ok({ id });
    const member = await findMember(tx, input.memberId);
    const on = localDate(input.on);
    const active = member !== null && member.from <= on && (member.to === null || on <= member.to);
    if (!active) return refuse('member-unknown', {}, 'memberId');
    if (!member.kinds.includes(input.role)) return refuse('shift-role', {}, 'role');
    if (on < localDateOf(options.at ?? tx.openedAt.getTime())) {
      return refuse('hearing-date-past', {}, 'on');
    }
    const shifts = await findShifts(tx, actor.unitId, on, on);
    const taken = shifts.some(
      (shift) => shift.memberId === input.memberId && overlaps(shift.part, input.part),
    );
    if (taken) return refuse('shift-taken', {}, 'part');
    const shift = { unit: actor.unitId, on, part: input.part, role: input.role };
    const event = { type: 'ShiftPlanned', data: { shiftId: id, ...shift } } as const;
    await write(tx, deps, { streamId: input.memberId, event, options, bodyHash, commandId: id });
    insertShift(tx, { id, memberId: input.memberId, ...shift });
    return ok({ id });
  });
}

/** Takes a shift out of the list; the record keeps it. Refusals: `not-permitted`, `not-found`. */
export async function cancelShift(
  deps: PetitionDeps,
  shiftId: string,
  options: RosterOptions & { readonly actor: StaffActor },
): Promise<Result<undefined, Refusal>> {
  if (mayNot(options)) return refuse('not-permitted', { verb: 'roster.administer' });
  const { actor } = options;
  const bodyHash = bodyHashOf(deps.keys, shiftId);
  const commandId = deriveId(deps.keys, actorId(actor), 'cancel-shift', shiftId);
  return inTransaction(deps, actor, async (tx) => {
    const shift = await findShift(tx, actor.unitId, shiftId);
    if (shift === null) return refuse('not-found');
    const event = { type: 'ShiftCancelled', data: { shiftId } } as const;
    await write(tx, deps, { streamId: shift.memberId, event, options, bodyHash, commandId });
    cancelRow(tx, actor.unitId, shiftId);
    return ok(undefined);
  });
}
