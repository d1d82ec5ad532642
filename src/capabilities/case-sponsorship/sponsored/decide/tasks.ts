import type { LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { TaskEvent } from '../events.ts';
import type { GivenPost, PostHolder, PostTask } from '../task.ts';
import { findWordsFault } from './explained.ts';

interface Commands {
  giveTask: {
    readonly caseId: string;
    readonly petitionId: string;
    readonly post: GivenPost;
    readonly holder: PostHolder;
    readonly task: SealedText;
    readonly dueDate: LocalDate;
  };
  moveTask: { readonly dueDate: LocalDate; readonly reason: SealedText };
  reportTask: { readonly words: SealedText };
  acceptTask: object;
  returnTask: { readonly words: SealedText };
  withdrawTask: { readonly reason: SealedText };
}

export type TaskCommandType = keyof Commands;
export type TaskCommand = {
  [T in TaskCommandType]: { readonly type: T } & Commands[T];
}[TaskCommandType];

type Decision = Result<readonly TaskEvent[], Refusal>;

const statuses: Readonly<Record<TaskCommandType, readonly PostTask['status'][]>> = {
  giveTask: [],
  moveTask: ['given'],
  reportTask: ['given'],
  acceptTask: ['reported'],
  returnTask: ['reported'],
  withdrawTask: ['given', 'reported'],
};

/** In which status of a task each step may come. */
export const isTaskThinkable = (
  command: TaskCommandType,
  { status }: Pick<PostTask, 'status'>,
): boolean => statuses[command].includes(status);

/**
 * Decides what a command does to the task of one of the seven (S-2).
 * @param task the state now; null when it is being given
 * @param userId who does it
 */
export function decideTask(
  task: PostTask | null,
  command: TaskCommand,
  { today, userId }: { readonly today: LocalDate; readonly userId: string },
): Decision {
  if (command.type === 'giveTask') {
    if (task !== null) return refuse('version-conflict');
    if (command.dueDate < today) return refuse('sponsored-date-past', {}, 'dueDate');
    const { type: _type, task: words, ...data } = command;
    return (
      findWordsFault(words, 'task') ?? ok([{ type: 'TaskGiven', data: { userId, words, ...data } }])
    );
  }
  if (task === null) return refuse('not-found');
  if (!isTaskThinkable(command.type, task)) {
    return refuse('sponsored-task-not-in-status', { status: task.status });
  }
  switch (command.type) {
    case 'moveTask': {
      const { dueDate: to, reason: words } = command;
      if (to < today) return refuse('sponsored-date-past', {}, 'dueDate');
      if (to === task.dueDate) return refuse('sponsored-same-date', {}, 'dueDate');
      const data = { userId, words, from: task.dueDate, to };
      return findWordsFault(words, 'reason') ?? ok([{ type: 'TaskDateMoved', data }]);
    }
    case 'acceptTask':
      return ok([{ type: 'TaskAccepted', data: { userId } }]);
    case 'reportTask':
    case 'returnTask': {
      const { words } = command;
      const type = command.type === 'reportTask' ? 'TaskReported' : 'TaskReturned';
      return findWordsFault(words, 'words') ?? ok([{ type, data: { userId, words } }]);
    }
    case 'withdrawTask': {
      const { reason: words } = command;
      return (
        findWordsFault(words, 'reason') ?? ok([{ type: 'TaskWithdrawn', data: { userId, words } }])
      );
    }
  }
}
