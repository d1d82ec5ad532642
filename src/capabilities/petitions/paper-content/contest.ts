import type { PaperData } from '../../papers/index.ts';
import type { ConclusionForm } from '../petition.ts';
import { common, dayOf, nameOf, read, readOr } from './facts.ts';
import type { PaperSource } from './source.ts';

/** Papers are always Chinese: these words are printed, not shown on a screen. */
const stepWords: Readonly<Record<ConclusionForm, string>> = {
  opinion: '处理意见',
  'not-accepted': '不予受理',
  'no-longer-accepted': '不再受理',
  redirected: '导入法定途径',
  'route-result': '法定程序办理结果',
  'handed-over': '移送',
  merged: '并案办理',
  split: '分案办理',
  filed: '存查',
  withdrawn: '撤回',
  answered: '答复',
};

/** Each paper answers the contest that was decided with it; they stand in the same order. */
export function contestDecision(source: PaperSource): PaperData<'contest-decision'> {
  const { petition, paper } = source;
  const papers = petition.papers.filter(({ kind }) => kind === 'contest-decision');
  const place = papers.findIndex(({ id }) => id === paper.id);
  const decided = petition.afterwards.contests.filter(({ upheld }) => upheld !== null);
  const contest = decided[place] ?? decided.at(-1);
  const upheld = contest?.upheld === true;
  const said = read(source, contest?.reasons ?? null);
  return {
    ...common(source),
    contestedOn: dayOf(contest?.at ?? paper.draftedAt),
    step: stepWords[contest?.step ?? 'not-accepted'],
    ...(said === '' ? {} : { contest: said }),
    upheld,
    handler: nameOf(source, petition.holder),
    reason: readOr(source, paper.text),
  };
}
