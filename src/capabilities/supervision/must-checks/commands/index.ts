export { followEvents, followedTypes, followStreams } from './follow.ts';
export { findingItemIdOf } from './place.ts';
export { itemIdOf } from './record-hits.ts';
export { runMustChecks, type NightlyResult } from './nightly.ts';
export { orderItemIn, orderSupervision, type OrderOptions } from './order.ts';
export { stepItem } from './step.ts';
export { succeedItems } from './succeed.ts';
export type { MustCheckDeps } from './deps.ts';
