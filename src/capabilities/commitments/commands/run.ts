import { localDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  scopeOf,
  setStreams,
  type Tx,
} from '../../../platform/database/index.ts';
import { findCommand, loadEvents, lockStream } from '../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  insertSealed,
  newId,
  Sealer,
} from '../../../platform/vault/index.ts';
import {
  attachUploads,
  checkWords,
  dropStaged,
  keepFiles,
  openVisible,
  systemActor,
  type CommandOptions,
} from '../../petitions/index.ts';
import type { CommitmentCommand } from '../command.ts';
import type { StepInput, StepType } from '../contract.ts';
import type { EvidenceFile } from '../commitment.ts';
import { decideCommitment } from '../decide/index.ts';
import { foldCommitment } from '../evolve.ts';
import { limits } from '../limits.ts';
import { isCommitmentVisible, mayCommit } from '../policy.ts';
import { petitionFactsOf } from '../queries/petition-facts.ts';
import { findCommitment } from '../store.ts';
import { upcast } from '../upcast.ts';
import { commitCommitment } from './commit.ts';
import type { CommitmentDeps } from './deps.ts';
import { newsOf, tell } from './tell.ts';

/** What composing a typed step works with. */
interface Composing {
  readonly words: (value: string, field: string) => ReturnType<Sealer['text']>;
  readonly optionalWords: (
    value: string | undefined,
    field: string,
  ) => ReturnType<Sealer['text']> | null;
  readonly attach: (uploads: readonly string[]) => Promise<readonly EvidenceFile[]>;
}

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in StepType]: (
    input: StepInput<T>,
    with_: Composing,
  ) => CommitmentCommand | Promise<CommitmentCommand>;
} = {
  reportFulfilled: async (input, { words, optionalWords, attach }) => ({
    type: 'reportFulfilled',
    doneOn: localDate(input.doneOn),
    evidence: words(input.evidence, 'evidence'),
    withoutConfirmation: optionalWords(input.withoutConfirmation, 'withoutConfirmation'),
    files: await attach(input.uploads),
  }),
  verifyFulfilled: (input, { words }) => ({
    type: 'verifyFulfilled',
    reason: words(input.reason, 'reason'),
  }),
  returnReport: (input, { words }) => ({
    type: 'returnReport',
    reason: words(input.reason, 'reason'),
  }),
  changeDate: (input, { words }) => ({
    type: 'changeDate',
    dueDate: localDate(input.dueDate),
    reason: words(input.reason, 'reason'),
  }),
  withdrawCommitment: (input, { words }) => ({
    type: 'withdrawCommitment',
    reason: words(input.reason, 'reason'),
    cause: null,
  }),
  confirmFulfilled: (input, { optionalWords }) => ({
    type: 'confirmFulfilled',
    words: optionalWords(input.words, 'words'),
  }),
  denyFulfilled: (input, { words }) => ({
    type: 'denyFulfilled',
    words: words(input.words, 'words'),
  }),
};

export interface StepAnswer {
  /** Version of the promise after the step. */
  readonly version: number;
}

type Compose = (with_: Composing) => CommitmentCommand | Promise<CommitmentCommand>;

/** On which petition a promise hangs; asked by the system, told to nobody. */
const petitionOf = (
  deps: CommitmentDeps,
  id: string,
): Promise<{ readonly petitionId: string | null } | null> =>
  deps.db.withActor(scopeOf(systemActor('commitments')), 'read', (tx) => findCommitment(tx, id));

/** Passes the petition, or the promise's own row where it hangs on none (404, never 403). */
async function pass(
  tx: Tx,
  deps: CommitmentDeps,
  id: string,
  petitionId: string | null,
  { actor }: CommandOptions,
) {
  if (petitionId === null) {
    if ((await findCommitment(tx, id)) === null) throw new CommandRefused(refuse('not-found'));
    await setStreams(tx, [id]);
    return null;
  }
  const folder = await openVisible(tx, deps, actor, petitionId);
  if (folder === null) throw new CommandRefused(refuse('not-found'));
  await setStreams(tx, [id, petitionId]);
  return folder.petition;
}

async function take(
  deps: CommitmentDeps,
  id: string,
  type: CommitmentCommand['type'],
  compose: Compose,
  options: CommandOptions,
  bodyHash: Buffer,
): Promise<Result<StepAnswer, Refusal>> {
  const place = await petitionOf(deps, id);
  if (place === null) return refuse('not-found');
  return inTransaction(deps, options.actor, async (tx) => {
    const petition = await pass(tx, deps, id, place.petitionId, options);
    const head = await lockStream(tx, id);
    const done = await findCommand(tx, id, options.commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    const before = foldCommitment(id, (await loadEvents(tx, id)).map(upcast));
    const office = petition?.office ?? null;
    if (head === null || before === null || !isCommitmentVisible(options.actor, before, office)) {
      return refuse('not-found');
    }
    const { expectedVersion } = options;
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      return refuse('version-conflict');
    }
    if (!mayCommit(options.actor, type, before, office)) {
      return refuse('not-permitted', { verb: type });
    }
    const key = await caseKeyOf(tx, deps, id);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: id, nextId: newId });
    const uploads: string[] = [];
    const files: string[] = [];
    const words: Composing['words'] = (value, field) => {
      const checked = checkWords(value, field, limits.explanation);
      if (!checked.ok) throw new CommandRefused(checked);
      return sealer.text(checked.value);
    };
    const command = await compose({
      words,
      optionalWords: (value, field) =>
        value === undefined || value.trim() === '' ? null : words(value, field),
      attach: async (wanted) => {
        const moved = await attachUploads(tx, deps, {
          streamId: id,
          caseKey: key,
          sealer,
          uploads: wanted,
          owner: options.uploadOwner ?? '',
        });
        if (!moved.ok) throw new CommandRefused(moved);
        uploads.push(...wanted);
        return moved.value.map(({ attachment: { purpose: _purpose, ...file } }) => {
          files.push(file.address);
          return file;
        });
      },
    });
    const now = options.at ?? tx.openedAt.getTime();
    const decision = decideCommitment(before, command, {
      actor: options.actor,
      now,
      units: await deps.organisation(tx),
      petition: petitionFactsOf(petition),
    });
    if (!decision.ok) throw new CommandRefused(decision);
    await insertSealed(tx, id, deps.vault.keyVersion, sealer.rows);
    const after = await commitCommitment(tx, deps, {
      id,
      head,
      before,
      petition,
      events: decision.value,
      actor: options.actor,
      commandId: options.commandId,
      bodyHash,
      at: now,
    });
    await keepFiles(tx, id, files);
    await dropStaged(tx, uploads);
    const news = decision.value.flatMap((event) => newsOf(after, event, office));
    await tell(tx, deps, { commitment: after, petition }, news, options.commandId);
    return ok({ version: after.version });
  });
}

/**
 * Takes one step with a promise, in one transaction.
 * @param input of the contract's shape
 * @returns the new version, or a refusal with nothing changed: `not-found` (also out of
 * jurisdiction), `not-permitted`, `version-conflict`, `idempotency-key-reused`,
 * `commitment-not-in-status`, and those of the rule
 */
export function stepCommitment<T extends StepType>(
  deps: CommitmentDeps,
  id: string,
  type: T,
  input: StepInput<T>,
  options: CommandOptions,
): Promise<Result<StepAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const compose = composers[type] as (
    input: StepInput<T>,
    with_: Composing,
  ) => CommitmentCommand | Promise<CommitmentCommand>;
  return take(deps, id, type, (with_) => compose(input, with_), options, bodyHash);
}

/** Takes a step of the system, which needs no typed input; refusals as `stepCommitment`. */
export const stepCommitmentBySystem = (
  deps: CommitmentDeps,
  id: string,
  command: CommitmentCommand,
  options: CommandOptions,
): Promise<Result<StepAnswer, Refusal>> =>
  take(deps, id, command.type, () => command, options, bodyHashOf(deps.keys, command));
