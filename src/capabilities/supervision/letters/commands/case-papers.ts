import { refuse } from '../../../../kernel/refusals.ts';
import { newId } from '../../../../platform/vault/index.ts';
import { casePaperHost, type CasePapers, type PaperHost } from '../../../petitions/index.ts';
import { letterServiceWays } from '../contract.ts';
import { lettersKind } from '../queries/kind.ts';
import { openLetters } from '../queries/view.ts';
import { letterKinds } from '../settings.ts';
import type { SupervisionDeps } from './deps.ts';
import { stepLetters } from './step.ts';

type StepsOfPapers = Awaited<ReturnType<CasePapers['list']>>[number]['steps'];

/** The letters in the lists and batches of papers, with the steps that petitions' papers have (P-4a). */
export const lettersCasePapers = (deps: SupervisionDeps): CasePapers => ({
  list: async (actor, id, now) => {
    const view = await openLetters(deps, actor, id, now);
    return (view?.letters ?? []).map(({ paper: { steps, words: _words, ...paper } }) => ({
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
    if (step !== 'servePaper') return stepLetters(deps, id, step, { paperId }, options);
    const way = letterServiceWays.find((each) => each === asked.way);
    if (way === undefined) return refuse('service-unservable', {}, 'way');
    const { servedOn, proof } = asked;
    const input = { paperId, way, servedOn, ...(proof === undefined ? {} : { proof }) };
    return stepLetters(deps, id, step, input, options);
  },
});

/** Rendering of the letters; a petitioner's consent to electronic service has nothing to do with them. */
export const lettersPaperHost: PaperHost = casePaperHost(lettersKind, new Set(letterKinds));
