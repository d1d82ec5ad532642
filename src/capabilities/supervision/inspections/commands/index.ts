export { planInspection, stepInspection } from './inspection.ts';
export { inspectionPaperHost } from './paper-host.ts';
export { planProgramme, programmeIdOf, stepProgramme } from './programme.ts';
export { succeedInspections } from './succeed.ts';
