import { setStream } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import type { PaperHost } from '../../../petitions/index.ts';
import { stepOwn } from '../../commands/own-records.ts';
import { foldOwn } from '../../own-kind.ts';
import { recommendationStreamKind } from '../events.ts';
import { recommendationKind } from '../queries/kind.ts';
import { recommendationWork } from './recommendation.ts';

/** Recommendations for the job that renders papers: between bodies, so that nobody is served by it. */
export const recommendationPaperHost: PaperHost = {
  kind: recommendationStreamKind,
  open: async (tx, id, paperId) => {
    await setStream(tx, id);
    const events = await loadEvents(tx, id);
    const state = foldOwn(recommendationKind, id, events);
    const paper = state?.papers.find((each) => each.id === paperId);
    if (paper === undefined) return null;
    const rendered = events.find(
      ({ type, data }) => type === 'PaperRendered' && 'paperId' in data && data.paperId === paperId,
    );
    return { paper, electronicService: false, internal: true, renderedAt: rendered?.at ?? null };
  },
  run: (deps, id, step, options) => {
    if (step.type !== 'recordRendering' || options.actor.kind !== 'system') {
      throw new Error('Recommendations are rendered by the system and served by people');
    }
    return stepOwn(
      deps,
      recommendationWork,
      id,
      { type: step.type, input: step, compose: () => step },
      options,
    );
  },
};
