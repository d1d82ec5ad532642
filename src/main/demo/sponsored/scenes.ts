import type { EndingResult, MeasureKind } from '../../../capabilities/case-sponsorship/index.ts';

/** One step of a case in the demo, so many days ago. */
export type CaseStep =
  | { readonly do: 'begin'; readonly ago: number; readonly by: 'office' | 'leader' }
  | { readonly do: 'accept' | 'plan' | 'note' | 'ack' | 'verify' | 'return'; readonly ago: number }
  | { readonly do: 'milestone'; readonly ago: number; readonly due: number; readonly told?: string }
  | { readonly do: 'done' | 'missed'; readonly ago: number; readonly place: number }
  | { readonly do: 'move'; readonly ago: number; readonly place: number; readonly due: number }
  | { readonly do: 'handOver'; readonly ago: number; readonly to: string }
  | { readonly do: 'ending'; readonly ago: number; readonly result: EndingResult }
  | { readonly do: 'again'; readonly ago: number }
  | {
      readonly do: 'task';
      readonly ago: number;
      readonly post: string;
      readonly who: string | null;
      readonly due: number;
    }
  | {
      readonly do: 'reported' | 'accepted';
      readonly ago: number;
      readonly post: string;
      readonly who: string;
    };

export interface CaseScene {
  readonly leader: string;
  readonly steps: readonly CaseStep[];
}

const taken: readonly CaseStep[] = [{ do: 'begin', ago: 25, by: 'leader' }];
const named: readonly CaseStep[] = [
  { do: 'begin', ago: 26, by: 'office' },
  { do: 'accept', ago: 25 },
];
const planned: readonly CaseStep[] = [...taken, { do: 'plan', ago: 24 }];
const underway: readonly CaseStep[] = [
  ...planned,
  { do: 'milestone', ago: 23, due: 8, told: '工作人员上门当面说明办理方案' },
  { do: 'milestone', ago: 23, due: 25 },
];
const around: readonly CaseStep[] = [
  { do: 'task', ago: 22, post: 'township-deputy', who: 'chengguan-deputy', due: 20 },
  { do: 'task', ago: 22, post: 'village-head', who: 'dongmen', due: 10 },
  { do: 'task', ago: 22, post: 'grid-member', who: 'grid1', due: 10 },
  { do: 'task', ago: 22, post: 'police-post', who: 'police-post', due: 10 },
  { do: 'task', ago: 22, post: 'legal-worker', who: null, due: 2 },
];
const leader = 'leader';
const ending: CaseStep = { do: 'ending', ago: 5, result: 'resolved' };

/** What examples of requests name, each as far as its step needs it. */
export const exampleCases = {
  read: {
    leader,
    steps: [
      ...underway,
      ...around,
      { do: 'reported', ago: 4, post: 'grid-member', who: 'grid1' },
      { do: 'note', ago: 3 },
    ],
  },
  acceptCharge: { leader, steps: [{ do: 'begin', ago: 3, by: 'office' }] },
  declineCharge: { leader, steps: [{ do: 'begin', ago: 2, by: 'office' }] },
  handOver: { leader, steps: planned },
  acknowledgeHandOver: {
    leader,
    steps: [...underway, { do: 'handOver', ago: 2, to: 'chengguan-deputy' }],
  },
  refuseHandOver: {
    leader,
    steps: [...planned, { do: 'handOver', ago: 1, to: 'chengguan-deputy' }],
  },
  withdrawHandOver: {
    leader,
    steps: [...planned, { do: 'handOver', ago: 1, to: 'chengguan-deputy' }],
  },
  proposeEnding: { leader, steps: underway },
  verifyEnding: { leader, steps: [...underway, { do: 'done', ago: 6, place: 0 }, ending] },
  returnEnding: { leader, steps: [...underway, ending] },
  takeUpAgain: { leader, steps: [...underway, ending, { do: 'verify', ago: 2 }] },
  tasks: {
    leader,
    steps: [
      ...underway,
      ...around,
      { do: 'reported', ago: 5, post: 'grid-member', who: 'grid1' },
      { do: 'reported', ago: 5, post: 'village-head', who: 'dongmen' },
    ],
  },
} as const satisfies Readonly<Record<string, CaseScene>>;

/** Fill the ledger with every stage there is; taken in turn. */
export const otherCases: readonly CaseScene[] = [
  { leader: 'chengguan-deputy', steps: [...named, { do: 'plan', ago: 20 }] },
  {
    leader,
    steps: [
      ...planned,
      { do: 'milestone', ago: 23, due: -6, told: '给您回话，说明进展' },
      { do: 'missed', ago: 4, place: 0 },
      { do: 'move', ago: 3, place: 0, due: 12 },
    ],
  },
  {
    leader: 'qingxi-deputy',
    steps: [
      ...planned,
      { do: 'milestone', ago: 23, due: -8 },
      { do: 'done', ago: 9, place: 0 },
      { do: 'ending', ago: 5, result: 'not-yet' },
      { do: 'verify', ago: 3 },
    ],
  },
  {
    leader,
    steps: [
      ...underway,
      { do: 'handOver', ago: 10, to: 'chengguan-deputy' },
      { do: 'ack', ago: 8 },
    ],
  },
  {
    leader: 'qingxi-deputy',
    steps: [...underway, { do: 'done', ago: 8, place: 0 }, ending, { do: 'verify', ago: 3 }],
  },
  { leader, steps: [...underway, ending, { do: 'return', ago: 2 }] },
  { leader: 'chengguan-deputy', steps: [...planned, { do: 'milestone', ago: 23, due: -4 }] },
  {
    leader: 'qingxi-deputy',
    steps: [...underway, ending, { do: 'verify', ago: 4 }, { do: 'again', ago: 1 }],
  },
  { leader, steps: taken },
];

export const measures: readonly { readonly kind: MeasureKind; readonly words: string }[] = [
  { kind: 'policy', words: '按历史遗留问题的政策补办手续，缺件容缺受理。' },
  { kind: 'administrative', words: '由责任单位牵头，两周内完成现场核查和整改。' },
  { kind: 'explanation', words: '由包案领导当面说明政策依据和办理步骤。' },
  { kind: 'aid', words: '家庭确有困难的，按规定办理临时救助。' },
];
