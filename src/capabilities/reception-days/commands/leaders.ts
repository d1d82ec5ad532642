import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  unitOf,
  type Tx,
} from '../../../platform/database/index.ts';
import {
  appendEvents,
  findCommand,
  lockStream,
  type StreamHead,
} from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../platform/vault/index.ts';
import type { LeaderInput } from '../contract.ts';
import { leaderStreamKind, receptionEventVersion, type LeaderEvent } from '../events.ts';
import { normOf, type LeaderFacts } from '../leader.ts';
import { findLeaders, findLeadersById, writeLeader } from '../leaders-store.ts';
import { limits } from '../limits.ts';
import { mayAtUnit } from '../policy.ts';
import { findSettings } from '../settings-store.ts';
import { usualSettings, type DutyNorm } from '../settings.ts';
import { rulesVersion } from './commit.ts';
import type { CommandOptions, ReceptionDeps } from './deps.ts';
import { checkCodes, clean } from './plan-input.ts';

type Options = CommandOptions & { readonly actor: StaffActor };

async function factsOf(tx: Tx, deps: ReceptionDeps, input: LeaderInput): Promise<LeaderFacts> {
  const organisation = await deps.organisation(tx);
  checkCodes(organisation, input);
  if (organisation.find(input.unitId) === undefined) {
    throw new CommandRefused(refuse('unit-unknown', {}, 'unitId'));
  }
  if (input.userId !== null && organisation.userName(input.userId) === '') {
    throw new CommandRefused(refuse('reception-user-unknown', {}, 'userId'));
  }
  if (input.to !== null && input.to < input.from) {
    throw new CommandRefused(refuse('member-dates', {}, 'to'));
  }
  return {
    unitId: input.unitId,
    userId: input.userId,
    name: clean(input.name, 'name', limits.name),
    post: clean(input.post, 'post', limits.post),
    portfolio: clean(input.portfolio, 'portfolio', limits.theme),
    topics: [...new Set(input.topics)],
    regions: [...new Set(input.regions)],
    fields: [...new Set(input.fields.map((field) => clean(field, 'fields', limits.field)))],
    from: localDate(input.from),
    to: input.to === null ? null : localDate(input.to),
  };
}

/** How often a leader of that unit must receive, by the sheet of the unit that keeps the entry. */
async function dutyOf(tx: Tx, deps: ReceptionDeps, unitId: string, keptBy: string) {
  const organisation = await deps.organisation(tx);
  const { norms } = (await findSettings(tx, keptBy))?.settings ?? usualSettings;
  return normOf(norms, organisation.find(unitId)?.level);
}

interface Writing {
  readonly id: string;
  readonly head: StreamHead | null;
  readonly event: LeaderEvent;
  readonly options: Options;
  readonly commandId: string;
  readonly bodyHash: Buffer;
}

async function write(tx: Tx, deps: ReceptionDeps, writing: Writing): Promise<number> {
  const [recorded] = await appendEvents(tx, {
    streamId: writing.id,
    kind: leaderStreamKind,
    head: writing.head,
    events: [{ ...writing.event, typeVersion: receptionEventVersion }],
    stamp: {
      actor: actorId(writing.options.actor),
      unitId: unitOf(writing.options.actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId: writing.commandId,
    },
    at: writing.options.at ?? tx.openedAt.getTime(),
    bodyHash: writing.bodyHash,
  });
  return recorded?.seq ?? 0;
}

const mayNot = ({ actor }: Options): boolean =>
  !mayAtUnit(actor, 'reception.administer', actor.unitId);

/**
 * Puts a leader on the list of those who receive: post, portfolio for the notice, coverage.
 * @returns the leader's id; the same one when the same key comes again
 * Refusals: `not-permitted`, `unit-unknown`, `region-unknown`, `category-unknown`,
 * `reception-user-unknown`, `member-dates`, `idempotency-key-reused`, words.
 */
export async function listLeader(
  deps: ReceptionDeps,
  input: LeaderInput,
  options: Options,
): Promise<Result<{ readonly id: string }, Refusal>> {
  if (mayNot(options)) return refuse('not-permitted', { verb: 'reception.administer' });
  const id = deriveId(deps.keys, actorId(options.actor), 'receiving-leader', options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  return inTransaction(deps, options.actor, async (tx) => {
    await setStream(tx, id);
    if ((await lockStream(tx, id)) !== null) {
      const done = await findCommand(tx, id, id);
      return done?.bodyHash.equals(bodyHash) === true
        ? ok({ id })
        : refuse('idempotency-key-reused');
    }
    const facts = await factsOf(tx, deps, input);
    const keptBy = options.actor.unitId;
    const norm = await dutyOf(tx, deps, facts.unitId, keptBy);
    const event = { type: 'ReceivingLeaderListed', data: { ...facts, keptBy, norm } } as const;
    const version = await write(tx, deps, {
      id,
      head: null,
      event,
      options,
      commandId: id,
      bodyHash,
    });
    writeLeader(tx, { ...facts, id, keptBy, version });
    return ok({ id });
  });
}

/**
 * Changes what a leader is in charge of and answers for, and until when. Notices that are out stay
 * what they are. Refusals: `not-found`, and those of `listLeader`.
 */
export async function changeLeader(
  deps: ReceptionDeps,
  id: string,
  input: LeaderInput,
  options: Options,
): Promise<Result<{ readonly version: number }, Refusal>> {
  if (mayNot(options)) return refuse('not-permitted', { verb: 'reception.administer' });
  const bodyHash = bodyHashOf(deps.keys, input);
  const commandId = deriveId(deps.keys, actorId(options.actor), id, options.commandKey);
  return inTransaction(deps, options.actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const [before] = await findLeadersById(tx, [id]);
    if (before === undefined || before.keptBy !== options.actor.unitId) return refuse('not-found');
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    const data = await factsOf(tx, deps, input);
    const norm = await dutyOf(tx, deps, data.unitId, before.keptBy);
    const event = { type: 'ReceivingLeaderChanged', data: { ...data, norm } } as const;
    const version = await write(tx, deps, { id, head, event, options, commandId, bodyHash });
    writeLeader(tx, { ...before, ...data, version });
    return ok({ version });
  });
}

/**
 * Writes a changed duty onto the records of the leaders whom it concerns: statistics read a leader's
 * duty from there. The settings are written already, in the same transaction.
 * @param before the norms until now
 */
export async function renewDuty(
  tx: Tx,
  deps: ReceptionDeps,
  change: { readonly unit: string; readonly before: readonly DutyNorm[]; readonly cause: string },
  options: Options,
): Promise<void> {
  const organisation = await deps.organisation(tx);
  const leaders = (await findLeaders(tx)).filter(({ keptBy }) => keptBy === change.unit);
  for (const leader of leaders) {
    const { id, keptBy, version: _, ...data } = leader;
    const was = normOf(change.before, organisation.find(leader.unitId)?.level);
    const norm = await dutyOf(tx, deps, leader.unitId, keptBy);
    if (was?.days === norm?.days && was?.per === norm?.per) continue;
    await setStream(tx, id);
    const version = await write(tx, deps, {
      id,
      head: await lockStream(tx, id),
      event: { type: 'ReceivingLeaderChanged', data: { ...data, norm } },
      options,
      commandId: deriveId(deps.keys, actorId(options.actor), id, change.cause),
      bodyHash: bodyHashOf(deps.keys, change.cause),
    });
    writeLeader(tx, { ...leader, version });
  }
}
