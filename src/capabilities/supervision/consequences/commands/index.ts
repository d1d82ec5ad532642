export { consequenceCasePapers, consequencePaperHost } from './case-papers.ts';
export type { ConsequencesDeps } from './deps.ts';
export { recountConsequences, succeedConsequences } from './follow.ts';
export { proposeConsequence } from './propose.ts';
export { stepConsequence } from './step.ts';
