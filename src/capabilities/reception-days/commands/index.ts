export { beginDay, dayIdOf } from './begin-day.ts';
export { changeReceptionDay } from './change-day.ts';
export type { CommandOptions, ReceptionDeps } from './deps.ts';
export { receptionPaperHost } from './paper-host.ts';
export { changeLeader, listLeader } from './leaders.ts';
export { changeReceptionSettings } from './settings.ts';
export {
  answerSubscription,
  openSubscriber,
  openSubscription,
  subscribe,
  subscriptionToken,
  sweepSubscriptions,
} from './subscribe.ts';
export { tellOfEvent, toldTypes } from './tell-day.ts';
