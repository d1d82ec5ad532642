export { listDisputes } from './lists.ts';
export { openDispute, openParties, originOf, type Party } from './one.ts';
export { openSettings } from './settings.ts';
