export { assessmentIdOf, recordDecision } from './new-decision.ts';
export { linkPetition, stepAssessment, unlinkPetition } from './step.ts';
export { succeedAssessments } from './succeed.ts';
