import type { Backlog, BacklogStatus } from './backlog.ts';
import type { BacklogCommandType } from './command.ts';

/** In which status each command may come. */
export const backlogLifecycle: Readonly<Record<BacklogCommandType, readonly BacklogStatus[]>> = {
  assignBacklog: [],
  proposeClosing: ['open'],
  verifyClosing: ['proposed'],
  sendBack: ['proposed'],
  takeUpAgain: ['closed'],
  succeedUnit: ['open', 'proposed'],
};

export const isThinkable = (command: BacklogCommandType, { status }: Pick<Backlog, 'status'>) =>
  backlogLifecycle[command].includes(status);
