import type { StepType } from './contract.ts';
import {
  deliberationStages,
  hearingStages,
  mediationStages,
  reEvaluationStages,
  type ProceedingKind,
  type ProceedingStage,
} from './terms.ts';

type Cell = 'yes' | 'no';
type Row<S extends readonly string[]> = { readonly [K in keyof S]: Cell };

const y = 'yes';
const n = 'no';

/** What the system alone does, by reaction or job. */
export type SystemStep = {
  hearing: 'recordService';
  mediation: 'recountWindow' | 'warnWindow' | 'missWindow';
  're-evaluation': never;
  deliberation: never;
};

type Steps<K extends ProceedingKind> = StepType<K> | SystemStep[K];

/** Which step is thinkable in which stage; a new stage does not compile until every step knows it. */
export const hearingLife = {
  // columns:            convened, noticed, open, closed, concluded, cancelled
  schedule: /*        */ [y, y, n, n, n, n],
  nameParty: /*       */ [y, y, y, n, n, n],
  drawPanel: /*       */ [y, n, n, n, n, n],
  replaceMember: /*   */ [y, y, n, n, n, n],
  rejectObjection: /* */ [y, y, n, n, n, n],
  objectToMember: /*  */ [y, y, n, n, n, n],
  // Who gave up the seven days still gets the notice.
  draftNotice: /*     */ [y, y, n, n, n, n],
  recordService: /*   */ [y, y, y, y, y, y],
  waiveNotice: /*     */ [y, y, n, n, n, n],
  addExhibit: /*      */ [y, y, y, n, n, n],
  open: /*            */ [n, y, n, n, n, n],
  close: /*           */ [n, n, y, n, n, n],
  vote: /*            */ [n, n, n, y, n, n],
  conclude: /*        */ [n, n, n, y, n, n],
  cancel: /*          */ [y, y, y, n, n, n],
} as const satisfies Record<Steps<'hearing'>, Row<typeof hearingStages>>;

export const mediationLife = {
  // columns:                proposed, agreed, settled, failed, refused
  recordConsent: /*       */ [y, n, n, n, n],
  answerProposal: /*      */ [y, n, n, n, n],
  nameMediator: /*        */ [y, y, n, n, n],
  holdSession: /*         */ [n, y, n, n, n],
  agree: /*               */ [n, y, n, n, n],
  fail: /*                */ [y, y, n, n, n],
  applyConfirmation: /*   */ [n, n, y, n, n],
  recordConfirmation: /*  */ [n, n, y, n, n],
  recountWindow: /*       */ [n, n, y, n, n],
  warnWindow: /*          */ [n, n, y, n, n],
  missWindow: /*          */ [n, n, y, n, n],
} as const satisfies Record<Steps<'mediation'>, Row<typeof mediationStages>>;

export const reEvaluationLife = {
  // columns:          requested, answered, explained
  recordAnswer: /*  */ [y, n, n],
  explain: /*       */ [n, y, n],
} as const satisfies Record<Steps<'re-evaluation'>, Row<typeof reEvaluationStages>>;

export const deliberationLife = {
  // columns:           proposed, agreed, held, refused
  recordConsent: /*  */ [y, n, n, n],
  answerProposal: /* */ [y, n, n, n],
  hold: /*           */ [n, y, n, n],
} as const satisfies Record<Steps<'deliberation'>, Row<typeof deliberationStages>>;

/** All four lives with the names of their stages. */
export const lives: Readonly<
  Record<
    ProceedingKind,
    {
      readonly stages: readonly ProceedingStage[];
      readonly steps: Readonly<Record<string, readonly Cell[]>>;
    }
  >
> = {
  hearing: { stages: hearingStages, steps: hearingLife },
  mediation: { stages: mediationStages, steps: mediationLife },
  're-evaluation': { stages: reEvaluationStages, steps: reEvaluationLife },
  deliberation: { stages: deliberationStages, steps: deliberationLife },
};

/** Whether the table lets a step come before the rules in this stage. */
export function isThinkable(kind: ProceedingKind, step: string, stage: ProceedingStage): boolean {
  const { stages, steps } = lives[kind];
  return steps[step]?.[stages.indexOf(stage)] === 'yes';
}
