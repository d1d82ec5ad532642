import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { localDate, localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  scopeOf,
  setStreams,
  type Tx,
} from '../../../../platform/database/index.ts';
import {
  appendEvents,
  findCommand,
  loadEvents,
  lockStream,
  type StreamHead,
} from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  insertCase,
  insertSealed,
  newId,
  Sealer,
} from '../../../../platform/vault/index.ts';
import {
  checkWords,
  openCase,
  openVisible,
  systemActor,
  unitOf,
  type CommandAnswer,
} from '../../../petitions/index.ts';
import type { GiveTaskInput, TaskStep, TaskStepInput } from '../contract.ts';
import { decideTask, type TaskCommand } from '../decide/tasks.ts';
import { evolveTask } from '../evolve.ts';
import { sponsoredEventVersion } from '../events.ts';
import { limits } from '../limits.ts';
import { isSponsoredVisible, maySponsored } from '../policy.ts';
import { findPost, usualPosts } from '../posts.ts';
import { findPostSettings } from '../posts-store.ts';
import { foldSponsored, foldTask } from '../queries/kind.ts';
import type { Sponsored } from '../case.ts';
import type { PostHolder, PostTask } from '../task.ts';
import { findOwnOnlyCases, findTask, findTasksOf, rowOfTask, writeTask } from '../task-store.ts';
import { upcastTask } from '../upcast.ts';
import type { SponsoredDeps } from './deps.ts';

/** The reading of the rules that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

export interface TaskOptions {
  readonly actor: StaffActor;
  /** Chosen by the sender once per form: the same key does the command once. */
  readonly commandKey: string;
  readonly expectedVersion?: number;
  /** Epoch ms; of the demo. */
  readonly at?: number;
}

interface Writing {
  readonly id: string;
  readonly head: StreamHead | null;
  readonly before: PostTask | null;
  readonly commandId: string;
  readonly bodyHash: Buffer;
}

const typed = (value: string, field: string, limit: number): string => {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  return checked.value;
};

/** Decides and writes one command of a task; its own stream must be open. */
async function write(
  tx: Tx,
  deps: SponsoredDeps,
  { id, head, before, commandId, bodyHash }: Writing,
  compose: (sealer: Sealer) => TaskCommand,
  { actor, at }: TaskOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const made = before === null ? deps.vault.newCaseKey() : null;
  const key = made?.key ?? (await caseKeyOf(tx, deps, id));
  const sealer = new Sealer({ vault: deps.vault, key, streamId: id, nextId: newId });
  const command = compose(sealer);
  const now = at ?? tx.openedAt.getTime();
  const decided = decideTask(before, command, { today: localDateOf(now), userId: actor.userId });
  if (!decided.ok) throw new CommandRefused(decided);
  if (made === null) await insertSealed(tx, id, deps.vault.keyVersion, sealer.rows);
  else await insertCase(tx, id, made.wrapped, made.keyVersion, sealer.rows);
  const recorded = await appendEvents(tx, {
    streamId: id,
    kind: 'sponsored-task',
    head,
    events: decided.value.map(({ type, data }) => ({
      type,
      typeVersion: sponsoredEventVersion,
      data,
    })),
    stamp: {
      actor: actorId(actor),
      unitId: unitOf(actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId,
    },
    at: now,
    bodyHash,
  });
  const after = recorded.reduce<PostTask | null>(
    (state, event) => evolveTask(id, state, upcastTask(event)),
    before,
  );
  if (after === null) throw new Error('A command without events leaves no task');
  writeTask(tx, rowOfTask(after));
  return ok({ version: after.version });
}

/** Passes and locks the case, as somebody who may see it whole (404, never 403). */
async function passCase(
  tx: Tx,
  deps: SponsoredDeps,
  caseId: string,
  taskId: string,
  actor: StaffActor,
): Promise<Sponsored> {
  const petitionId = await openCase(tx, caseId);
  const folder = petitionId === null ? null : await openVisible(tx, deps, actor, petitionId);
  if (folder === null) throw new CommandRefused(refuse('not-found'));
  if (folder.petition.purpose === 'accusation') {
    throw new CommandRefused(refuse('sponsored-accusation'));
  }
  await setStreams(tx, [caseId, taskId]);
  await lockStream(tx, caseId);
  const sponsored = foldSponsored(caseId, await loadEvents(tx, caseId));
  const shut = await findOwnOnlyCases(tx, actorId(actor));
  if (sponsored === null || shut.has(caseId) || !isSponsoredVisible(actor, sponsored)) {
    throw new CommandRefused(refuse('not-found'));
  }
  return sponsored;
}

const doneBefore = async (
  tx: Tx,
  id: string,
  commandId: string,
  bodyHash: Buffer,
): Promise<Result<CommandAnswer, Refusal> | null> => {
  const done = await findCommand(tx, id, commandId);
  if (done === null) return null;
  return done.bodyHash.equals(bodyHash)
    ? ok({ version: done.lastSeq })
    : refuse('idempotency-key-reused');
};

/**
 * Gives one of the posts around a case its task (S-2): to a user, or to a name with a telephone.
 * @returns id and version; refusals `not-found`, `not-permitted`, `sponsored-not-in-status`,
 * `sponsored-post-unknown`, `sponsored-post-taken`, `sponsored-holder`, `sponsored-date-past`,
 * `explanation-required`, `idempotency-key-reused`
 */
export async function giveTask(
  deps: SponsoredDeps,
  caseId: string,
  input: GiveTaskInput,
  options: TaskOptions,
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const { actor, commandKey } = options;
  const id = deriveId(deps.keys, actorId(actor), `sponsored-task-${caseId}`, commandKey);
  const bodyHash = bodyHashOf(deps.keys, [caseId, input]);
  return inTransaction(deps, actor, async (tx) => {
    const sponsored = await passCase(tx, deps, caseId, id, actor);
    const before = await doneBefore(tx, id, id, bodyHash);
    if (before !== null) return before.ok ? ok({ id, ...before.value }) : before;
    // Whoever may plan a step may give a task.
    if (!maySponsored(actor, 'addMilestone', sponsored)) {
      return refuse('not-permitted', { verb: 'sponsored.work' });
    }
    if (sponsored.status !== 'open') {
      return refuse('sponsored-not-in-status', { status: sponsored.status });
    }
    const settings = (await findPostSettings(tx))?.settings ?? usualPosts;
    const post = findPost(settings, input.post);
    if (post === undefined) return refuse('sponsored-post-unknown', {}, 'post');
    const others = await findTasksOf(tx, [caseId]);
    if (others.length >= limits.tasks) return refuse('sponsored-too-many', { limit: limits.tasks });
    const open = others.filter(({ status }) => status === 'given' || status === 'reported');
    if (open.some((other) => other.post === post.code)) {
      return refuse('sponsored-post-taken', {}, 'post');
    }
    const organisation = await deps.organisation(tx);
    const { holder } = input;
    const userId = 'userId' in holder ? holder.userId : null;
    const name = 'userId' in holder ? organisation.userName(holder.userId) : holder.name;
    const unknown = userId !== null && organisation.postsOf(userId).length === 0;
    // Whoever leads the case reads all of it; such a post is somebody else's.
    const own = post.ownOnly && userId === sponsored.leader.userId;
    if (unknown || own) return refuse('sponsored-holder', {}, 'holder');
    const { code, label, ownOnly } = post;
    const written = await write(
      tx,
      deps,
      { id, head: null, before: null, commandId: id, bodyHash },
      (sealer) => {
        const kept: PostHolder = {
          userId,
          contact: sealer.item({
            name: typed(name, 'holder.name', limits.name),
            telephone:
              'telephone' in holder
                ? typed(holder.telephone, 'holder.telephone', limits.telephone)
                : '',
          }),
        };
        return {
          type: 'giveTask',
          caseId,
          petitionId: sponsored.petitionId,
          post: { code, label, ownOnly },
          holder: kept,
          task: sealer.text(typed(input.task, 'task', limits.task)),
          dueDate: localDate(input.dueDate),
        };
      },
      options,
    );
    return written.ok ? ok({ id, ...written.value }) : written;
  });
}

const composers: {
  readonly [T in TaskStep]: (input: TaskStepInput<T>, sealer: Sealer) => TaskCommand;
} = {
  reportTask: ({ words }, sealer) => ({
    type: 'reportTask',
    words: sealer.text(typed(words, 'words', limits.words)),
  }),
  acceptTask: () => ({ type: 'acceptTask' }),
  returnTask: ({ words }, sealer) => ({
    type: 'returnTask',
    words: sealer.text(typed(words, 'words', limits.words)),
  }),
  moveTask: ({ dueDate, reason }, sealer) => ({
    type: 'moveTask',
    dueDate: localDate(dueDate),
    reason: sealer.text(typed(reason, 'reason', limits.words)),
  }),
  withdrawTask: ({ reason }, sealer) => ({
    type: 'withdrawTask',
    reason: sealer.text(typed(reason, 'reason', limits.words)),
  }),
};

/** Whether the petition of a task has become an accusation since; asked by the system (L-5). */
export const isShut = (deps: SponsoredDeps, petitionId: string): Promise<boolean> => {
  const system = systemActor('case-sponsorship');
  return deps.db.withActor(scopeOf(system), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, system, petitionId);
    return folder === null || folder.petition.purpose === 'accusation';
  });
};

/** The holder reports the own task; what is judged or moved is the leader's. */
function mayStep(
  actor: StaffActor,
  step: TaskStep,
  holder: string | null,
  sponsored: Sponsored | null,
): boolean {
  if (step === 'reportTask' && holder === actorId(actor)) return true;
  if (sponsored === null) return false;
  // Somebody without an account is reported for by whoever may plan.
  if (step === 'reportTask') {
    return holder === null && maySponsored(actor, 'reportMilestone', sponsored);
  }
  return maySponsored(actor, 'moveMilestone', sponsored);
}

/**
 * Takes one step with the task of one of the seven: its holder reports it without reading anything
 * else; the leader accepts, returns, moves or withdraws it (S-2).
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `sponsored-task-not-in-status`, `explanation-required`, `sponsored-date-past`,
 * `sponsored-same-date`, `idempotency-key-reused`
 */
export async function stepTask<T extends TaskStep>(
  deps: SponsoredDeps,
  id: string,
  type: T,
  input: TaskStepInput<T>,
  options: TaskOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const { actor, commandKey, expectedVersion } = options;
  const system = systemActor('case-sponsorship');
  const place = await deps.db.withActor(scopeOf(system), 'read', (tx) => findTask(tx, id));
  if (place === null || (await isShut(deps, place.petitionId))) return refuse('not-found');
  const commandId = deriveId(deps.keys, actorId(actor), `${type}-${id}`, commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  const own = place.holder === actorId(actor);
  return inTransaction(deps, actor, async (tx) => {
    const mine = own && type === 'reportTask';
    const sponsored = mine ? null : await passCase(tx, deps, place.caseId, id, actor);
    await setStreams(tx, [id, ...(sponsored === null ? [] : [place.caseId])]);
    const head = await lockStream(tx, id);
    const done = await doneBefore(tx, id, commandId, bodyHash);
    if (done !== null) return done;
    const before = foldTask(id, await loadEvents(tx, id));
    if (head === null || before === null) return refuse('not-found');
    if (!mayStep(actor, type, place.holder, sponsored)) {
      return refuse('not-permitted', { verb: type });
    }
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      return refuse('version-conflict');
    }
    const compose = composers[type] as (input: TaskStepInput<T>, sealer: Sealer) => TaskCommand;
    return write(
      tx,
      deps,
      { id, head, before, commandId, bodyHash },
      (sealer) => compose(input, sealer),
      options,
    );
  });
}
