import type { Consequence, ConsequenceStatus } from './case.ts';
import type { ConsequenceCommandType } from './command.ts';

const running: readonly ConsequenceStatus[] = [
  'proposed',
  'heard',
  'deciding',
  'in-force',
  'reported',
];
const paper: readonly ConsequenceStatus[] = ['deciding'];

/** In which status each command may come. */
export const consequenceLifecycle: Readonly<
  Record<ConsequenceCommandType, readonly ConsequenceStatus[]>
> = {
  propose: [],
  makeStatement: ['proposed'],
  declineStatement: ['proposed'],
  recordSilence: ['proposed'],
  draftDecision: ['heard', 'deciding'],
  recordCarriedOut: ['in-force'],
  reportCorrection: ['in-force'],
  returnCorrection: ['reported'],
  lift: ['reported'],
  drop: ['proposed', 'heard', 'deciding'],
  checkPaper: paper,
  signPaper: paper,
  sealPaper: paper,
  issuePaper: paper,
  returnPaper: paper,
  servePaper: paper,
  recordRendering: [...running, 'done', 'dropped'],
  recountClocks: running,
  succeedUnit: running,
};

/** Whether the table lets a command come before the rules in this status. */
export const isThinkable = (
  command: ConsequenceCommandType,
  { status }: Pick<Consequence, 'status'>,
): boolean => consequenceLifecycle[command].includes(status);
