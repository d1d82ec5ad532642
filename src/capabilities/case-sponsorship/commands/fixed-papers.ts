import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import { setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import type { TemplatedKind } from '../../papers/index.ts';
import { openCase, type CommandOptions, type PaperHost } from '../../petitions/index.ts';
import type { FixedPaper } from '../terms.ts';

/** A fixed paper as the flow of papers knows it: whoever issues it checks, signs and seals at once. */
export const flowPaperOf = <K extends TemplatedKind>(
  kind: K,
  paper: Omit<FixedPaper, 'number' | 'renderedAt'> & Partial<FixedPaper>,
  drafted: { readonly by: string; readonly at: number },
): FlowPaper<K> => ({
  id: paper.paperId,
  kind,
  stage: paper.number === undefined ? 'signed' : 'sealed',
  issuer: paper.issuer,
  draftedBy: drafted.by,
  draftedAt: drafted.at,
  checkedBy: paper.by,
  signedBy: paper.by,
  number: paper.number ?? null,
  sealedAt: paper.number === undefined ? null : paper.at,
  rendered: paper.renderedAt != null,
  servedAt: null,
  servedBy: null,
  text: null,
  effect: null,
});

/** What a record says of its fixed paper. */
interface Found<K extends TemplatedKind> {
  readonly kind: K;
  readonly paper: FixedPaper;
  readonly drafted: { readonly by: string; readonly at: number };
}

/**
 * A record with fixed papers for the job that renders papers. They are read in the record and on the
 * portal, so that nobody is served.
 */
export const fixedPaperHost = <K extends TemplatedKind>(
  kind: string,
  find: (id: string, events: readonly RecordedEvent[], paperId: string) => Found<K> | null,
  run: PaperHost['run'],
): PaperHost => ({
  kind,
  open: async (tx: Tx, id: string, paperId: string) => {
    if ((await openCase(tx, id)) === null) return null;
    await setStream(tx, id);
    const found = find(id, await loadEvents(tx, id), paperId);
    if (found === null) return null;
    return {
      paper: flowPaperOf(found.kind, found.paper, found.drafted),
      electronicService: false,
      internal: true,
      renderedAt: found.paper.renderedAt,
    };
  },
  run: (deps, id, step, options: CommandOptions) => {
    if (step.type !== 'recordRendering' || options.actor.kind !== 'system') {
      throw new Error('A fixed paper is rendered by the system and served to nobody');
    }
    return run(deps, id, step, options);
  },
});
