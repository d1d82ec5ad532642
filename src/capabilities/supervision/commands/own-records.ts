import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import {
  beginOwnRecord,
  checkWords,
  runOwnRecord,
  runOwnRecordIn,
  type OwnRecordAnswer,
  type OwnRecordComposing,
  type OwnRecordDone,
  type OwnRecordKind,
} from '../../petitions/index.ts';
import type { OwnFile, OwnKind, OwnState } from '../own-kind.ts';
import { rowOfOwn } from '../own-row.ts';
import { findOwn, writeOwn } from '../own-store.ts';
import type { OwnOptions, SupervisionDeps } from './deps.ts';

/** What composing a command has at hand, under the record's lock. */
export interface OwnComposing<State> extends Omit<
  OwnRecordComposing<State>,
  'words' | 'optionalWords' | 'attach'
> {
  readonly deps: SupervisionDeps;
  /** The id of what the command makes: the same when it is sent again. */
  readonly madeId: string;
  /** Cleans and seals what was typed; what is empty is refused. */
  readonly words: (value: string, field: string, limit: number) => SealedText;
  readonly optionalWords: (value: string, field: string, limit: number) => SealedText | null;
  /** Cleans what stands open in the record: names of programmes, never of people. */
  readonly clean: (value: string, field: string, limit: number) => string;
  readonly attach: (uploads: readonly string[]) => Promise<readonly OwnFile[]>;
}

interface EventLike {
  readonly type: string;
  readonly data: object;
}

/** A kind of record with what its commands bring about in the same transaction. */
export interface OwnWork<
  State extends OwnState,
  Command extends { readonly type: string },
  Event extends EventLike,
> {
  readonly rules: OwnKind<State, Command, Event>;
  /** Told after the row is written; the record's stream is open. */
  readonly carry?: (
    tx: Tx,
    deps: SupervisionDeps,
    done: OwnRecordDone<State, Event>,
  ) => Promise<void>;
}

/** One command on its way: what was typed, and how it becomes a command under the lock. */
export interface OwnStep<State, Command extends { readonly type: string }> {
  readonly type: Command['type'];
  /** What a retry is compared by. */
  readonly input: unknown;
  readonly compose: (from: OwnComposing<State>) => Promise<Command> | Command;
}

/** The record's version after the step, and the id of what it made, if it made something. */
export interface OwnAnswer extends OwnRecordAnswer {
  readonly made: string;
}

/** Cleans words; a refusal leaves by exception and becomes the answer. */
function clean(value: string, field: string, limit: number): string {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  if (checked.value === '') {
    throw new CommandRefused(refuse('input-required', { field: '内容' }, field));
  }
  return checked.value;
}

function recordOf<S extends OwnState, C extends { readonly type: string }, E extends EventLike>({
  rules,
  carry,
}: OwnWork<S, C, E>): OwnRecordKind<S, C, E> {
  return {
    ...rules,
    passes: async (tx, id) => (await findOwn(tx, id))?.kind === rules.kind,
    // Who may begin one is asked before, where what it begins from is known.
    may: (actor, type, state) => state === null || rules.may(actor, type, state),
    project: async (tx, deps, done) => {
      writeOwn(tx, rowOfOwn(rules, done.after));
      await carry?.(tx, deps, done);
    },
  };
}

function askedOf<State, Command extends { readonly type: string }>(
  deps: SupervisionDeps,
  { type, input, compose }: OwnStep<State, Command>,
  madeId: string,
) {
  return {
    type,
    input,
    compose: (from: OwnRecordComposing<State>) => {
      const words: OwnComposing<State>['words'] = (value, field, limit) =>
        from.sealer.text(clean(value, field, limit));
      return compose({
        ...from,
        deps,
        madeId,
        clean,
        words,
        optionalWords: (value, field, limit) =>
          value.trim() === '' ? null : words(value, field, limit),
        attach: async (uploads) =>
          (await from.attach(uploads)).map((file) => {
            const { purpose: _, ...own } = file;
            return own;
          }),
      });
    },
  };
}

const answerOf = (
  done: Result<OwnRecordAnswer, Refusal>,
  made: string,
): Result<OwnAnswer, Refusal> => (done.ok ? ok({ ...done.value, made }) : done);

/**
 * Begins a record, in one transaction; sent again it is the same one.
 * @param id derived from who asks and their key
 * @returns its id, or a refusal with nothing changed
 */
export async function beginOwn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  deps: SupervisionDeps,
  work: OwnWork<S, C, E>,
  id: string,
  step: OwnStep<S, C>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  const { commandId } = options;
  const asked = askedOf(deps, step, commandId);
  return answerOf(await beginOwnRecord(deps, recordOf(work), id, asked, options), commandId);
}

/**
 * Does one step on a record.
 * @returns the new version, or a refusal with nothing changed: `not-found` (also out of sight),
 * `not-permitted`, `version-conflict`, `idempotency-key-reused`, and those of the rule
 */
export async function stepOwn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  deps: SupervisionDeps,
  work: OwnWork<S, C, E>,
  id: string,
  step: OwnStep<S, C>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  const { commandId } = options;
  const asked = askedOf(deps, step, commandId);
  return answerOf(await runOwnRecord(deps, recordOf(work), id, asked, options), commandId);
}

/**
 * The same inside a transaction of somebody else; afterwards the record's stream is open.
 * @throws CommandRefused with the refusals of composing and of the rule
 */
export async function stepOwnIn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  tx: Tx,
  deps: SupervisionDeps,
  work: OwnWork<S, C, E>,
  id: string,
  step: OwnStep<S, C>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  const { commandId } = options;
  const asked = askedOf(deps, step, commandId);
  return answerOf(await runOwnRecordIn(tx, deps, recordOf(work), id, asked, options), commandId);
}
