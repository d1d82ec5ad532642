export { inspectionPaperHost, planInspection, stepInspection } from './inspection.ts';
export { planProgramme, programmeIdOf, stepProgramme } from './programme.ts';
export { succeedInspections } from './succeed.ts';
