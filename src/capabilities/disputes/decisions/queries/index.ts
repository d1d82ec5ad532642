export { decisionsOfPetition, listDecisions } from './lists.ts';
export { bandOf, openDecision } from './one.ts';
