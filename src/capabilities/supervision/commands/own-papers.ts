import { actorId } from '../../../kernel/actor.ts';
import { localDate, startOfDay } from '../../../kernel/local-date.ts';
import type { FlowPaper, PaperCommand } from '../../../kernel/paper-flow.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { openItems } from '../../../platform/vault/index.ts';
import type { TemplatedKind } from '../../papers/index.ts';
import { sealDocument, type PaperHost, type PaperSealing } from '../../petitions/index.ts';
import type { PaperStep, PaperStepInput } from '../contract.ts';
import { foldOwn, type OwnState } from '../own-kind.ts';
import type { SupervisionDeps } from './deps.ts';
import { stepOwn, type OwnComposing, type OwnWork } from './own-records.ts';

/*
 * Papers of supervision's own records: they go between units, by hand or by post.
 */

interface WithPapers extends OwnState {
  readonly papers: readonly FlowPaper<TemplatedKind>[];
}

/** What a paper is written from: read before its number is drawn. */
type Writing<State extends WithPapers> = (
  from: OwnComposing<State>,
  state: State,
  paper: State['papers'][number],
  opened: ReadonlyMap<string, unknown>,
) => Promise<PaperSealing['compose']> | PaperSealing['compose'];

/**
 * Gives a paper its number and code and fixes what it says: the document is sealed, and the event
 * carries its hash, before anything is printed (G-1).
 * @throws CommandRefused `paper-unknown`, `paper-stage`, `same-person`
 */
async function seal<State extends WithPapers>(
  type: 'sealPaper' | 'issuePaper',
  paperId: string,
  from: OwnComposing<State>,
  writing: Writing<State>,
): Promise<PaperCommand> {
  const { tx, deps, state, key, sealer, organisation, now } = from;
  const paper = state?.papers.find(({ id }) => id === paperId);
  if (state === null || paper === undefined) throw new CommandRefused(refuse('paper-unknown'));
  // No number is drawn for somebody who may not seal it.
  if (paper.draftedBy === actorId(from.actor)) throw new CommandRefused(refuse('same-person'));
  const opened = await openItems(tx, deps, state.id, key);
  const compose = await writing(from, state, paper, opened);
  const sealed = await sealDocument(tx, deps, {
    streamId: state.id,
    paper,
    accusation: false,
    sealer,
    organisation,
    now,
    compose,
  });
  return { type, ...sealed };
}

/**
 * How the typed steps of a paper become commands.
 * @param limit of a reason and a proof
 * @param writing what the paper says
 */
export const paperComposers = <State extends WithPapers>(
  limit: number,
  writing: Writing<State>,
): {
  readonly [T in PaperStep]: (
    input: PaperStepInput<T>,
    with_: OwnComposing<State>,
  ) => Promise<PaperCommand> | PaperCommand;
} => ({
  checkPaper: (input) => ({ type: 'checkPaper', ...input }),
  signPaper: (input) => ({ type: 'signPaper', ...input }),
  sealPaper: ({ paperId }, with_) => seal('sealPaper', paperId, with_, writing),
  issuePaper: ({ paperId }, with_) => seal('issuePaper', paperId, with_, writing),
  returnPaper: ({ paperId, reason }, { words }) => ({
    type: 'returnPaper',
    paperId,
    reason: words(reason, 'reason', limit),
  }),
  servePaper: ({ paperId, way, servedOn, proof }, { words }) => ({
    type: 'servePaper',
    paperId,
    way,
    servedOn: startOfDay(localDate(servedOn)).getTime(),
    proof: words(proof, 'proof', limit),
    given: { mailNumber: way === 'post', witness: false, place: false },
  }),
});

/** Has the papers printed that the events have sealed. */
export async function renderSealed(
  tx: Tx,
  deps: SupervisionDeps,
  record: { readonly id: string; readonly kind: string },
  events: readonly { readonly type: string; readonly data: object }[],
): Promise<void> {
  for (const { type, data } of events) {
    if (type !== 'PaperSealed' || !('paperId' in data)) continue;
    await deps.enqueueRendering(tx, record.id, String(data.paperId), record.kind);
  }
}

/** A kind of record for the job that renders papers: between units, so that nobody is served by it. */
export const ownPaperHost = <
  State extends WithPapers,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  work: OwnWork<State, Command | PaperCommand, Event>,
): PaperHost => ({
  kind: work.rules.kind,
  open: async (tx, id, paperId) => {
    await setStream(tx, id);
    const events = await loadEvents(tx, id);
    const paper = foldOwn(work.rules, id, events)?.papers.find((each) => each.id === paperId);
    if (paper === undefined) return null;
    const rendered = events.find(
      ({ type, data }) => type === 'PaperRendered' && 'paperId' in data && data.paperId === paperId,
    );
    return { paper, electronicService: false, internal: true, renderedAt: rendered?.at ?? null };
  },
  run: (deps, id, step, { actor, commandId }) => {
    if (step.type !== 'recordRendering' || actor.kind !== 'system') {
      throw new Error('Papers between units are rendered by the system and served by people');
    }
    return stepOwn(
      deps,
      work,
      id,
      { type: step.type, input: step, compose: () => step },
      { actor, commandId },
    );
  },
});
