import { CommandRefused, scopeOf, type Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { bodyHashOf, caseKeyOf, deriveId, newId, Sealer } from '../../../platform/vault/index.ts';
import type { AgendaQuestion, AgendaStage } from '../agenda.ts';
import type { Command } from '../command.ts';
import { findOverAdjudications, type FoundClock } from '../due-store.ts';
import { may } from '../policy.ts';
import type { PetitionDeps } from './deps.ts';
import { openForCommand, type CommandOptions } from './locked.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';
import { decideAndCommit, runSystemCommand } from './run.ts';
import { openFolder } from '../queries/folder.ts';

/** One command of a joint meeting on a petition, inside the meeting's own transaction. */
async function commandIn(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  asked: {
    readonly input: unknown;
    readonly type: Command['type'];
    readonly compose: (sealer: Sealer) => Command;
  },
  options: CommandOptions,
): Promise<void> {
  const bodyHash = bodyHashOf(deps.keys, [asked.type, asked.input]);
  const opened = await openForCommand(tx, deps, petitionId, options, bodyHash);
  if ('done' in opened) return;
  if (!may(options.actor, asked.type, opened.petition)) {
    throw new CommandRefused(refuse('not-permitted', { verb: asked.type }));
  }
  const key = await caseKeyOf(tx, deps, petitionId);
  const sealer = new Sealer({ vault: deps.vault, key, streamId: petitionId, nextId: newId });
  await decideAndCommit(tx, deps, opened, asked.compose(sealer), sealer, options, bodyHash);
}

/** What a joint meeting decided on who handles a petition. */
export interface SettledByMeeting {
  readonly meetingId: string;
  /** The office that prepared the meeting and issues the paper. */
  readonly office: string;
  readonly unit: string;
  /** YYYY-MM-DD */
  readonly coHandlers: readonly { readonly unit: string; readonly dueDate: string }[];
  readonly words: string;
}

/**
 * Reg. 24: puts a joint meeting's decision on competence into force in the petition's record, inside
 * the meeting's transaction. Afterwards the petition's stream is the one that is open.
 * @throws CommandRefused with `not-found`, `not-permitted`, or what the petition's rules say
 */
export const settleByMeetingIn = (
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  settled: SettledByMeeting,
  options: CommandOptions,
): Promise<void> =>
  commandIn(
    tx,
    deps,
    petitionId,
    {
      type: 'settleByMeeting',
      input: settled,
      compose: (sealer) => ({
        type: 'settleByMeeting',
        meetingId: settled.meetingId,
        office: settled.office,
        unit: settled.unit,
        coHandlers: settled.coHandlers.map(({ unit, dueDate }) => ({
          taskId: newId(),
          unit,
          text: sealer.text(settled.words),
          dueDate: localDate(dueDate),
        })),
        reasons: sealer.text(settled.words),
        paperId: newId(),
      }),
    },
    options,
  );

/** Where a petition stands before a joint meeting. */
export interface NotedAgenda {
  readonly unit: string;
  readonly meetingId: string | null;
  readonly stage: AgendaStage;
  readonly question: AgendaQuestion;
  readonly words: string | null;
}

/**
 * Notes in the petition what a joint meeting does with it, inside the meeting's transaction.
 * Afterwards the petition's stream is the one that is open.
 * @throws CommandRefused with `not-found`, `not-permitted`, `agenda-already`, `agenda-accusation`
 */
export const noteAgendaIn = (
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  noted: NotedAgenda,
  options: CommandOptions,
): Promise<void> =>
  commandIn(
    tx,
    deps,
    petitionId,
    {
      type: 'noteAgenda',
      input: noted,
      compose: (sealer) => ({
        type: 'noteAgenda',
        unit: noted.unit,
        meetingId: noted.meetingId,
        stage: noted.stage,
        question: noted.question,
        text: noted.words === null ? null : sealer.text(noted.words),
      }),
    },
    options,
  );

const system = systemActor('joint-meeting');

/** What may have happened since the clock was read, or what no office is there for. */
const overtaken = [
  'petition-not-in-status',
  'petition-concluded',
  'agenda-already',
  'agenda-accusation',
  'joint-meeting-none',
];

/**
 * J-3: what the common superior has not decided in its period comes before the joint meeting of the
 * place by itself (Reg. 24, last step).
 * @param at epoch ms; now unless told
 * @param signal aborted when the worker stops
 */
export async function suggestOverdue(
  deps: PetitionDeps,
  signal: AbortSignal,
  at?: number,
): Promise<void> {
  await runAll<FoundClock>(
    (after) =>
      deps.db.withActor(scopeOf(system), 'read', (tx) =>
        findOverAdjudications(tx, at === undefined ? tx.openedAt : new Date(at), after),
      ),
    async ({ streamId, key }) => {
      const unit = await deps.db.withActor(scopeOf(system), 'read', async (tx) => {
        const folder = await openFolder(tx, deps.vault, streamId);
        const organisation = await deps.organisation(tx);
        const { superior, office, regionCode } = folder?.petition ?? {};
        const place = organisation.find(superior ?? office ?? '')?.regionCode ?? regionCode ?? '';
        return organisation.unitOfKind('joint-meeting-office', place) ?? null;
      });
      const answer = await runSystemCommand(
        deps,
        streamId,
        { type: 'suggestAgenda', unit, cause: 'overdue', question: 'competence', text: null },
        {
          actor: system,
          commandId: deriveId(deps.keys, 'system:joint-meeting', 'overdue', `${streamId}:${key}`),
          ...(at === undefined ? {} : { at }),
        },
      );
      if (!answer.ok && !overtaken.includes(answer.refusal.code)) {
        throw new StepRefused(answer.refusal);
      }
    },
    signal,
  );
}
