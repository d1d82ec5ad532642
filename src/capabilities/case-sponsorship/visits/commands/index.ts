export type { VisitDeps } from './deps.ts';
export { planVisit } from './plan.ts';
export { promiseOfVisit } from './promise.ts';
export { correctVisit, declineVisit, stepVisit } from './step.ts';
export { succeedVisits } from './succeed.ts';
