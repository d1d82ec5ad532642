import { refuse } from '../../../../kernel/refusals.ts';
import { newId } from '../../../../platform/vault/index.ts';
import { casePaperHost, type CasePapers, type PaperHost } from '../../../petitions/index.ts';
import { consequenceServiceWays } from '../contract.ts';
import { consequenceKind } from '../queries/kind.ts';
import { openConsequence } from '../queries/view.ts';
import { paperOf } from '../settings.ts';
import type { ConsequencesDeps } from './deps.ts';
import { stepConsequence } from './step.ts';

type StepsOfPapers = Awaited<ReturnType<CasePapers['list']>>[number]['steps'];

/** Papers of consequences in the lists and batches of papers (P-4a). */
export const consequenceCasePapers = (deps: ConsequencesDeps): CasePapers => ({
  list: async (actor, id, now) => {
    const view = await openConsequence(deps, actor, id, now);
    return (view?.papers ?? []).map(({ steps, words: _words, ...paper }) => ({
      ...paper,
      servedBy: null,
      announcedUntil: null,
      // The steps on papers bear the names of the petitions' own.
      steps: steps as readonly string[] as StepsOfPapers,
    }));
  },
  take: async (actor, id, asked) => {
    const options = { actor, commandId: newId() };
    const { step, paperId } = asked;
    if (step !== 'servePaper') return stepConsequence(deps, id, step, { paperId }, options);
    const way = consequenceServiceWays.find((each) => each === asked.way);
    if (way === undefined) return refuse('service-unservable', {}, 'way');
    const { servedOn, proof } = asked;
    const input = { paperId, way, servedOn, ...(proof === undefined ? {} : { proof }) };
    return stepConsequence(deps, id, step, input, options);
  },
});

/** Rendering; a petitioner's consent to electronic service has nothing to do with these papers. */
export const consequencePaperHost: PaperHost = casePaperHost(
  consequenceKind,
  new Set(Object.values(paperOf)),
);
