import { findServiceFault, serviceOf } from './paper-service.ts';
import type {
  ProofPhotograph,
  ServiceGiven,
  ServiceWay,
  UnservableReason,
} from './service-ways.ts';
import type { SealedItem, SealedText } from './sealed.ts';
import { refuse, type Refusal, type Refused } from './refusals.ts';
import { ok, type Result } from './result.ts';

/*
 * How a paper leaves an office (P-4a, G-2): draft → check → signature → seal → service, and whoever
 * drafted it approves nothing of it. One set of rules for the papers of every record; what a paper
 * brings about is the record's own affair.
 */

export {
  serviceWays,
  unservableReasons,
  type ProofPhotograph,
  type ServiceGiven,
  type ServiceWay,
  type UnservableReason,
} from './service-ways.ts';
export { announcedUntil } from './paper-service.ts';

export const paperStages = ['drafted', 'checked', 'signed', 'sealed', 'served', 'void'] as const;
export type PaperStage = (typeof paperStages)[number];

/** A paper of a record, on its way or gone out. `Effect`: the decision that it carries. */
export interface FlowPaper<Kind extends string = string, Effect = unknown> {
  readonly id: string;
  readonly kind: Kind;
  readonly stage: PaperStage;
  readonly issuer: string;
  readonly draftedBy: string;
  readonly draftedAt: number;
  readonly checkedBy: string | null;
  readonly signedBy: string | null;
  readonly number: string | null;
  readonly sealedAt: number | null;
  readonly rendered: boolean;
  readonly servedAt: number | null;
  readonly servedBy: ServiceWay | null;
  /** When it was announced: it is deemed served when the period of the announcement is over. */
  readonly announcedAt?: number;
  /** What the draft says beyond the record itself. */
  readonly text: SealedText | null;
  /** What takes effect when the paper is sealed. */
  readonly effect: Effect | null;
}

export interface PaperEventData<Kind extends string, Effect> {
  PaperDrafted: {
    readonly paperId: string;
    readonly kind: Kind;
    readonly issuer: string;
    readonly text: SealedText | null;
    readonly effect: Effect | null;
  };
  PaperChecked: { readonly paperId: string };
  PaperSigned: { readonly paperId: string };
  PaperSealed: {
    readonly paperId: string;
    readonly number: string;
    readonly document: SealedItem;
    readonly verifyCode: string;
  };
  PaperReturned: { readonly paperId: string; readonly reason: SealedText };
  PaperRendered: {
    readonly paperId: string;
    readonly pdfHash: string;
    readonly docxHash: string;
  };
  /** Published because other ways failed; the service takes effect when the period is over. */
  PaperAnnounced: {
    readonly paperId: string;
    readonly publishedOn: number;
    readonly proof: SealedText | null;
  };
  PaperServed: {
    readonly paperId: string;
    readonly way: ServiceWay;
    readonly servedOn: number;
    readonly proof: SealedText | null;
    /** From when what follows is counted; left out, from when it was recorded. */
    readonly since?: number;
    readonly unservable?: UnservableReason;
    readonly photographs?: readonly ProofPhotograph[];
  };
}

export type PaperEventType = keyof PaperEventData<string, unknown>;

/** What happened to a paper; part of the events of every record that has papers. */
export type PaperEvent<Kind extends string = string, Effect = unknown> = {
  [T in PaperEventType]: {
    readonly type: T;
    readonly data: PaperEventData<Kind, Effect>[T];
  };
}[PaperEventType];

export interface PaperCommandData {
  checkPaper: { readonly paperId: string };
  signPaper: { readonly paperId: string };
  sealPaper: PaperEventData<string, unknown>['PaperSealed'];
  /** Check, signature and seal in one go by somebody who may do all that is left. */
  issuePaper: PaperEventData<string, unknown>['PaperSealed'];
  returnPaper: PaperEventData<string, unknown>['PaperReturned'];
  recordRendering: PaperEventData<string, unknown>['PaperRendered'];
  servePaper: Omit<PaperEventData<string, unknown>['PaperServed'], 'since'> & {
    readonly given?: ServiceGiven;
  };
}

export type PaperCommandType = keyof PaperCommandData;

export type PaperCommand = {
  [T in PaperCommandType]: { readonly type: T } & PaperCommandData[T];
}[PaperCommandType];

export const paperCommandTypes: readonly PaperCommandType[] = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'returnPaper',
  'recordRendering',
  'servePaper',
];

/** What a record tells the flow of its papers. */
export interface PaperHouse<Paper extends FlowPaper, Event> {
  readonly papers: readonly Paper[];
  /** Papers that the system writes: what they say is fixed, nobody drafted them. */
  readonly automatic: ReadonlySet<string>;
  readonly electronicService: boolean;
  /** Why the decision on a paper cannot take effect any more. */
  readonly findEffectFault: (paper: Paper) => Refused | null;
  readonly effectsOfSeal: (paper: Paper) => readonly Event[];
  /** What takes effect when the addressee has the paper. */
  readonly effectsOfService: (paper: Paper) => readonly Event[];
}

interface Asking {
  /** The actor as the record knows it. */
  readonly actor: string;
  /** Epoch ms. */
  readonly now: number;
}

/** Sealed, but not handed over: before that it can still be drafted anew. */
const beforeSeal: readonly PaperStage[] = ['drafted', 'checked', 'signed'];

/** Whether a paper waits for check, signature or seal: it has not left the house. */
export const isUnsealed = (paper: FlowPaper): boolean => beforeSeal.includes(paper.stage);

/** Whether a paper carries a decision that waits for check, signature or seal. */
export const isPending = (paper: FlowPaper): boolean => paper.effect !== null && isUnsealed(paper);

/** P-4a: a paper in the right stage, and not in the hands of whoever drafted it. */
function findStepFault(
  paper: FlowPaper,
  stages: readonly PaperStage[],
  { actor }: Asking,
  automatic: ReadonlySet<string>,
): Refused | null {
  if (!stages.includes(paper.stage)) return refuse('paper-stage', { stage: paper.stage });
  return paper.draftedBy === actor && !automatic.has(paper.kind) ? refuse('same-person') : null;
}

/**
 * Decides one step of a paper.
 * @param house the record's papers and what they bring about
 * @param command the step
 * @param asking who asks, and when
 * @returns events, or the refusals `paper-unknown`, `paper-stage`, `same-person`,
 * `date-in-future`, `service-before-seal`, `service-proof`, `service-witness`,
 * `service-mail-number`, `service-consent`, `service-place`, `service-announced`,
 * `service-unservable` and those of the record
 */
export function decidePaper<Paper extends FlowPaper, Event>(
  house: PaperHouse<Paper, Event>,
  command: PaperCommand,
  asking: Asking,
): Result<(PaperEvent<never, never> | Event)[], Refusal> {
  const { paperId } = command;
  const paper = house.papers.find(({ id }) => id === paperId);
  if (paper === undefined) return refuse('paper-unknown');
  const stepFault = (stages: readonly PaperStage[]): Refused | null =>
    findStepFault(paper, stages, asking, house.automatic);
  switch (command.type) {
    case 'checkPaper':
      return stepFault(['drafted']) ?? ok([{ type: 'PaperChecked', data: { paperId } }]);
    case 'signPaper':
      return stepFault(['checked']) ?? ok([{ type: 'PaperSigned', data: { paperId } }]);
    case 'sealPaper':
      return (
        stepFault(['signed']) ??
        house.findEffectFault(paper) ??
        ok([sealedBy(command), ...house.effectsOfSeal(paper)])
      );
    case 'issuePaper':
      // All that is left of check, signature and seal, by somebody who did not draft it.
      return (
        stepFault(beforeSeal) ??
        house.findEffectFault(paper) ??
        ok([...stepsLeft(paper), sealedBy(command), ...house.effectsOfSeal(paper)])
      );
    case 'returnPaper': {
      const { reason } = command;
      return isUnsealed(paper)
        ? ok([{ type: 'PaperReturned', data: { paperId, reason } }])
        : refuse('paper-stage', { stage: paper.stage });
    }
    case 'recordRendering': {
      const { pdfHash, docxHash } = command;
      return ok(
        paper.rendered ? [] : [{ type: 'PaperRendered', data: { paperId, pdfHash, docxHash } }],
      );
    }
    case 'servePaper': {
      const fault = findServiceFault(paper, command, asking.now, house.electronicService);
      return fault ?? ok(serviceOf(paper, command, house.effectsOfService(paper)));
    }
  }
}

const sealedBy = ({
  paperId,
  number,
  document,
  verifyCode,
}: PaperCommandData['sealPaper']): PaperEvent<never, never> => ({
  type: 'PaperSealed',
  data: { paperId, number, document, verifyCode },
});

const stepsLeft = ({ id: paperId, stage }: FlowPaper): PaperEvent<never, never>[] => [
  ...(stage === 'drafted' ? [{ type: 'PaperChecked' as const, data: { paperId } }] : []),
  ...(stage === 'signed' ? [] : [{ type: 'PaperSigned' as const, data: { paperId } }]),
];

/**
 * Carries the papers of a record over one event of theirs.
 * @param moment who did it, and when in epoch ms
 */
export function evolvePapers<Kind extends string, Effect>(
  papers: readonly FlowPaper<Kind, Effect>[],
  event: PaperEvent<Kind, Effect>,
  moment: { readonly at: number; readonly actor: string },
): readonly FlowPaper<Kind, Effect>[] {
  const withNews = (
    news: (paper: FlowPaper<Kind, Effect>) => Partial<FlowPaper<Kind, Effect>>,
  ): readonly FlowPaper<Kind, Effect>[] =>
    papers.map((paper) => (paper.id === event.data.paperId ? { ...paper, ...news(paper) } : paper));
  switch (event.type) {
    case 'PaperDrafted':
      return [...papers, drafted(event.data, moment)];
    case 'PaperChecked':
      return withNews(() => ({ stage: 'checked', checkedBy: moment.actor }));
    case 'PaperSigned':
      return withNews(() => ({ stage: 'signed', signedBy: moment.actor }));
    case 'PaperSealed':
      return withNews(() => ({
        stage: 'sealed',
        number: event.data.number,
        sealedAt: moment.at,
      }));
    case 'PaperReturned':
      // A decision is void and is drafted anew; a letter about what has already happened must
      // still go out: it begins again as a draft.
      return withNews(({ effect }) =>
        effect === null ? { stage: 'drafted', checkedBy: null, signedBy: null } : { stage: 'void' },
      );
    case 'PaperRendered':
      return withNews(() => ({ rendered: true }));
    case 'PaperAnnounced':
      return withNews(() => ({ announcedAt: event.data.publishedOn }));
    case 'PaperServed':
      return withNews(() => ({
        stage: 'served',
        servedAt: event.data.servedOn,
        servedBy: event.data.way,
      }));
  }
}

const drafted = <Kind extends string, Effect>(
  data: PaperEventData<Kind, Effect>['PaperDrafted'],
  { actor, at }: { readonly at: number; readonly actor: string },
): FlowPaper<Kind, Effect> => ({
  id: data.paperId,
  kind: data.kind,
  stage: 'drafted',
  issuer: data.issuer,
  draftedBy: actor,
  draftedAt: at,
  checkedBy: null,
  signedBy: null,
  number: null,
  sealedAt: null,
  rendered: false,
  servedAt: null,
  servedBy: null,
  text: data.text,
  effect: data.effect,
});

/** Which step a paper waits for, if it waits for any. */
export type PaperWait = 'approval' | 'seal' | 'service';

/**
 * @param internal kinds that arrive with the seal, because they go from unit to unit
 * @returns what the issuer still has to do for a paper
 */
export function waitOf(paper: FlowPaper, internal: ReadonlySet<string>): PaperWait | null {
  switch (paper.stage) {
    case 'drafted':
    case 'checked':
      return 'approval';
    case 'signed':
      return 'seal';
    case 'sealed':
      return internal.has(paper.kind) ? null : 'service';
    case 'served':
    case 'void':
      return null;
  }
}

const isPaperType = (type: string): type is PaperEventType =>
  [
    'PaperDrafted',
    'PaperChecked',
    'PaperSigned',
    'PaperSealed',
    'PaperReturned',
    'PaperRendered',
    'PaperAnnounced',
    'PaperServed',
  ].includes(type);

/** Whether an event of a record is about one of its papers. */
export const isPaperEvent = <Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { readonly type: PaperEventType }> => isPaperType(event.type);

/** Whether a command is a step of a paper. */
export const isPaperCommand = <Command extends { readonly type: string }>(
  command: Command,
): command is Extract<Command, { readonly type: PaperCommandType }> =>
  paperCommandTypes.some((type) => type === command.type);

/**
 * Whether somebody decided something on a record since it was read. A paper that the worker has printed
 * meanwhile is nothing that somebody decided on: whoever had the page open goes on.
 * @param events of the record, oldest first
 * @param version that the sender saw
 */
export const isMovedSince = (
  events: readonly { readonly seq: number; readonly type: string }[],
  version: number,
): boolean =>
  version > (events.at(-1)?.seq ?? 0) ||
  events.some(({ seq, type }) => seq > version && type !== 'PaperRendered');
