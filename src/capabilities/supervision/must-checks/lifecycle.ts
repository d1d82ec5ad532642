import type { ItemStatus } from './case.ts';
import type { ItemCommandType } from './command.ts';

/** In which status each command may come; an item is born by the first and the third. */
export const itemLifecycle: Readonly<Record<ItemCommandType, readonly ItemStatus[]>> = {
  recordHits: ['open', 'answered', 'closed'],
  noteEnded: ['open', 'answered', 'closed'],
  orderItem: [],
  answerItem: ['open'],
  returnAnswer: ['answered'],
  closeItem: ['answered'],
  succeedUnit: ['open', 'answered', 'closed'],
};

export const isThinkable = (
  command: ItemCommandType,
  { status }: { readonly status: ItemStatus },
): boolean => itemLifecycle[command].includes(status);
