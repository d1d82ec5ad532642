export { listOpenPromises, readOpenPromise, readOwnHousehold } from './open.ts';
export {
  listPromiseHouseholds,
  listPublicPromises,
  openHousehold,
  openPublicPromise,
} from './read.ts';
