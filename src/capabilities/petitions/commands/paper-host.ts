import type { FlowPaper, PaperCommand } from '../../../kernel/paper-flow.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import type { PaperKind } from '../../papers/index.ts';
import type { CaseState } from '../case.ts';
import { openCase } from '../case-store.ts';
import { fold } from '../evolve.ts';
import { findPaper } from '../petition.ts';
import { internalPapers } from '../projection.ts';
import { openPetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { CaseKind } from './case-kind.ts';
import { runCase } from './case-run.ts';
import type { PetitionDeps } from './deps.ts';
import type { CommandAnswer, CommandOptions } from './locked.ts';
import { runSystemCommand } from './run.ts';

/** A paper as the rendering job sees it. */
export interface HostedPaper {
  readonly paper: FlowPaper<PaperKind>;
  readonly electronicService: boolean;
  /** Goes from unit to unit and is served by nobody. */
  readonly internal: boolean;
  /** Epoch ms; null while the rendering is not in the record. */
  readonly renderedAt: number | null;
}

/** Steps that the system takes with a sealed paper. */
type SystemStep = Extract<PaperCommand, { readonly type: 'recordRendering' | 'servePaper' }>;

/** A kind of record that has papers: what rendering and electronic service need of it. */
export interface PaperHost {
  /** Kind of the stream. */
  readonly kind: string;
  /** Opens the stream for the system and finds the paper in it. */
  readonly open: (tx: Tx, streamId: string, paperId: string) => Promise<HostedPaper | null>;
  readonly run: (
    deps: PetitionDeps,
    streamId: string,
    step: SystemStep,
    options: CommandOptions,
  ) => Promise<Result<CommandAnswer, Refusal>>;
}

const renderedAtOf = (events: readonly RecordedEvent[], paperId: string): number | null =>
  events.find(({ type, data }) => {
    const about: unknown = 'paperId' in data ? data['paperId'] : undefined;
    return type === 'PaperRendered' && about === paperId;
  })?.at ?? null;

/** The petitions' own papers. */
export const petitionPaperHost: PaperHost = {
  kind: 'petition',
  open: async (tx, petitionId, paperId) => {
    if (!(await openPetition(tx, petitionId))) return null;
    const events = await loadEvents(tx, petitionId);
    const petition = fold(petitionId, events.map(upcast));
    const paper = petition === null ? undefined : findPaper(petition, paperId);
    if (petition === null || paper === undefined) return null;
    return {
      paper,
      electronicService: petition.electronicService,
      internal: internalPapers.has(paper.kind),
      renderedAt: renderedAtOf(events, paperId),
    };
  },
  run: (deps, petitionId, step, options) => runSystemCommand(deps, petitionId, step, options),
};

/**
 * The papers of a record beside a petition.
 * @param kind the record's rules
 * @param internal its papers that go from unit to unit
 */
export const casePaperHost = <
  State extends CaseState & { readonly papers: readonly FlowPaper<PaperKind>[] },
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  kind: CaseKind<State, Command | PaperCommand, Event>,
  internal: ReadonlySet<string> = new Set(),
): PaperHost => ({
  kind: kind.kind,
  open: async (tx, caseId, paperId) => {
    const petitionId = await openCase(tx, caseId);
    if (petitionId === null) return null;
    const events = await loadEvents(tx, caseId);
    const state = events.reduce<State | null>(
      (before, event) => kind.evolve(caseId, before, event),
      null,
    );
    const papers: readonly FlowPaper<PaperKind>[] = state?.papers ?? [];
    const paper = papers.find(({ id }) => id === paperId);
    if (paper === undefined) return null;
    const passed = await openPetition(tx, petitionId);
    const petition = passed
      ? fold(petitionId, (await loadEvents(tx, petitionId)).map(upcast))
      : null;
    await setStreams(tx, [caseId]);
    return {
      paper,
      electronicService: petition?.electronicService ?? false,
      internal: internal.has(paper.kind),
      renderedAt: renderedAtOf(events, paperId),
    };
  },
  run: (deps, caseId, step, options) =>
    runCase(
      deps,
      kind,
      caseId,
      { type: step.type, input: step, paperId: step.paperId, compose: () => step },
      options,
    ),
});
