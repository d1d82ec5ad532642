import { setStream } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import type { PaperHost } from '../../../petitions/index.ts';
import { foldOwn } from '../../own-kind.ts';
import { inspectionStreamKind } from '../events.ts';
import { inspectionKind } from '../queries/kind.ts';
import { stepInspectionBySystem } from './inspection.ts';

/** Orders of inspections for the job that renders papers: between units, so that nobody is served by it. */
export const inspectionPaperHost: PaperHost = {
  kind: inspectionStreamKind,
  open: async (tx, id, paperId) => {
    await setStream(tx, id);
    const events = await loadEvents(tx, id);
    const paper = foldOwn(inspectionKind, id, events)?.papers.find((each) => each.id === paperId);
    if (paper === undefined) return null;
    const rendered = events.find(
      ({ type, data }) => type === 'PaperRendered' && 'paperId' in data && data.paperId === paperId,
    );
    return { paper, electronicService: false, internal: true, renderedAt: rendered?.at ?? null };
  },
  run: (deps, id, step, { actor, commandId }) => {
    if (step.type !== 'recordRendering' || actor.kind !== 'system') {
      throw new Error('Orders are rendered by the system and served by people');
    }
    return stepInspectionBySystem(deps, id, step, { actor, commandId });
  },
};
