import type { Actor } from '../../../kernel/actor.ts';
import { isMovedSince } from '../../../kernel/paper-flow.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStreams,
  type Tx,
} from '../../../platform/database/index.ts';
import { loadEvents, type StreamHead } from '../../../platform/record/index.ts';
import {
  bodyHashOf,
  insertCase,
  insertSealed,
  loadCaseKeys,
  newId,
  unwrapCaseKey,
  type CaseKey,
} from '../../../platform/vault/index.ts';
import { updateStage } from '../../papers/index.ts';
import { namedAloneOf, type CaseState } from '../case.ts';
import { findCases, lockCase, writeCase } from '../case-store.ts';
import { fold } from '../evolve.ts';
import { isVisible } from '../policy.ts';
import { isAccusation, type Petition } from '../petition.ts';
import { lockPetition, openPetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { CaseComposing, CaseKind } from './case-kind.ts';
import type { PetitionDeps } from './deps.ts';
import type { CommandAnswer, CommandOptions } from './locked.ts';
import { enqueueCaseNotice } from './notices.ts';
import { appendDecided, findDone, gatherFor } from './record-steps.ts';

type AnyEvent = { readonly type: string; readonly data: object };
type AnyCommand = { readonly type: string };

interface Asked<State extends CaseState, Command extends AnyCommand> {
  /** Name of the command: asked of policy before anything is composed. */
  readonly type: Command['type'];
  /** What was typed; the same command id with another input is refused. */
  readonly input: unknown;
  readonly paperId?: string;
  readonly compose: (with_: CaseComposing<State>) => Promise<Command> | Command;
}

interface Working<State extends CaseState> {
  readonly caseId: string;
  readonly head: StreamHead | null;
  readonly state: State | null;
  readonly petition: Petition;
  readonly key: CaseKey;
  /** Writes the new case key with the first items; only at birth. */
  readonly begin: { readonly wrapped: Buffer; readonly keyVersion: number } | null;
  readonly bodyHash: Buffer;
}

/**
 * Does one command on a record beside a petition, in one transaction.
 * @param kind the record's rules
 * @param caseId its stream
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, and those of the rule
 */
export function runCase<
  State extends CaseState,
  Command extends AnyCommand,
  Event extends AnyEvent,
>(
  deps: PetitionDeps,
  kind: CaseKind<State, Command, Event>,
  caseId: string,
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [kind.kind, asked.type, asked.input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const locked = await lockCase(tx, caseId);
    if (locked === null) throw new CommandRefused(refuse('not-found'));
    const { head, petitionId } = locked;
    const petition = await readPetition(tx, petitionId, options.actor);
    await setStreams(tx, [caseId, petitionId]);
    const done = await findDone(tx, caseId, options.commandId, bodyHash);
    if (done !== null) return ok({ version: done });
    const [events, keys] = await Promise.all([loadEvents(tx, caseId), loadCaseKeys(tx, [caseId])]);
    const state = events.reduce<State | null>(
      (before, event) => kind.evolve(caseId, before, event),
      null,
    );
    // Beside an accusation whoever sees the petition sees the record (L-5).
    const seen = state !== null && (isAccusation(petition) || kind.isVisible(options.actor, state));
    if (!seen) return refuse('not-found');
    const { expectedVersion } = options;
    if (expectedVersion !== undefined && isMovedSince(events, expectedVersion)) {
      return refuse('version-conflict');
    }
    if (!kind.may(options.actor, asked.type, state, asked.paperId)) {
      return refuse('not-permitted', { verb: asked.type });
    }
    const key = unwrapCaseKey(deps, caseId, keys);
    const working = { caseId, head, state, petition, key, begin: null, bodyHash };
    return perform(tx, deps, kind, working, asked, options);
  });
}

/**
 * Opens a new record beside a petition. The petition's stream is locked meanwhile, so that two
 * people cannot open the same twice.
 * @param place.caseId derived from actor, route and key, so that a retry meets the same record
 * @param mayOpen whether the actor may, asked with the petition at hand
 * @returns id and version of the record
 */
export function beginCase<
  State extends CaseState,
  Command extends AnyCommand,
  Event extends AnyEvent,
>(
  deps: PetitionDeps,
  kind: CaseKind<State, Command, Event>,
  place: { readonly caseId: string; readonly petitionId: string },
  asked: Asked<State, Command> & {
    readonly mayOpen: (actor: Actor, petition: Petition) => boolean;
  },
  options: CommandOptions,
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const { caseId, petitionId } = place;
  const bodyHash = bodyHashOf(deps.keys, [kind.kind, asked.type, asked.input]);
  return inTransaction(deps, options.actor, async (tx) => {
    if ((await lockPetition(tx, petitionId)) === null) return refuse('not-found');
    const petition = await readPetition(tx, petitionId, options.actor);
    await setStreams(tx, [caseId, petitionId]);
    const done = await findDone(tx, caseId, options.commandId, bodyHash);
    if (done !== null) return ok({ id: caseId, version: done });
    if (!asked.mayOpen(options.actor, petition)) {
      return refuse('not-permitted', { verb: asked.type });
    }
    const made = deps.vault.newCaseKey();
    const working = {
      caseId,
      head: null,
      state: null,
      petition,
      key: made.key,
      begin: { wrapped: made.wrapped, keyVersion: made.keyVersion },
      bodyHash,
    };
    const answer = await perform(tx, deps, kind, working, asked, options);
    return answer.ok ? ok({ id: caseId, ...answer.value }) : answer;
  });
}

/** The petition beside which the record stands, as the actor may see it. */
async function readPetition(tx: Tx, petitionId: string, actor: Actor): Promise<Petition> {
  const passed = await openPetition(tx, petitionId);
  const petition = passed ? fold(petitionId, (await loadEvents(tx, petitionId)).map(upcast)) : null;
  if (petition === null || !isVisible(actor, petition)) {
    throw new CommandRefused(refuse('not-found'));
  }
  return petition;
}

async function perform<State extends CaseState, Command extends AnyCommand, Event extends AnyEvent>(
  tx: Tx,
  deps: PetitionDeps,
  kind: CaseKind<State, Command, Event>,
  working: Working<State>,
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const { caseId, state, petition } = working;
  const organisation = await deps.organisation(tx);
  const now = options.at ?? tx.openedAt.getTime();
  const { keep, ...gathering } = gatherFor(tx, deps, {
    streamId: caseId,
    key: working.key,
    owner: options.uploadOwner ?? '',
  });
  const command = await asked.compose({
    tx,
    state,
    petition,
    siblings: await findCases(tx, petition.id),
    organisation,
    now,
    actor: options.actor,
    key: working.key,
    nextId: newId,
    ...gathering,
  });
  const decision = kind.decide(state, command, {
    actor: options.actor,
    now,
    calendar: deps.calendar(),
    units: organisation,
    holdsPost: organisation.holdsPost,
    petition,
  });
  if (!decision.ok) throw new CommandRefused(decision);
  if (decision.value.length === 0) return ok({ version: state?.version ?? 0 });
  if (working.begin !== null) {
    const { wrapped, keyVersion } = working.begin;
    await insertCase(tx, caseId, wrapped, keyVersion, gathering.sealer.rows);
  } else {
    await insertSealed(tx, caseId, deps.vault.keyVersion, gathering.sealer.rows);
  }
  const after = await record(tx, deps, kind, working, decision.value, options, now);
  await keep();
  return ok({ version: after.version });
}

/** Events, projections, rendering and messages of one command. */
async function record<State extends CaseState, Command extends AnyCommand, Event extends AnyEvent>(
  tx: Tx,
  deps: PetitionDeps,
  kind: CaseKind<State, Command, Event>,
  { caseId, head, state, petition, bodyHash }: Working<State>,
  events: readonly Event[],
  options: CommandOptions,
  at: number,
): Promise<State> {
  const before = { streamId: caseId, head, state, bodyHash };
  const { recorded, after } = await appendDecided(tx, deps, kind, before, events, options, at);
  writeCase(tx, kind.kind, after, kind.project(after, deps.calendar()), namedAloneOf(petition));
  for (const { type, data } of recorded) {
    const paperId: unknown = 'paperId' in data ? data['paperId'] : undefined;
    if (typeof paperId !== 'string') continue;
    if (type === 'PaperServed') await updateStage(tx, caseId, paperId, 'served');
    if (type === 'PaperSealed') await deps.enqueueRendering(tx, caseId, paperId, kind.kind);
  }
  const templates = events
    .map((event) => kind.noticeOf(event, after))
    .filter((template) => template !== null);
  const template = templates.at(-1);
  if (template !== undefined)
    await enqueueCaseNotice(tx, deps, petition, template, options.commandId);
  return after;
}
