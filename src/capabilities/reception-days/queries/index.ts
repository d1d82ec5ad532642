export { listDays, listLeaders, openDayView } from './days.ts';
export { readCoverage, readDuty, readProposals, readSettings } from './planning.ts';
export { openMinutes } from './minutes.ts';
export { openProof } from './proof.ts';
export { readPublicResults, readResults } from './results.ts';
export { openInside } from './inside.ts';
export {
  listPublicDays,
  listReceivingUnits,
  openBooking,
  openPublicDay,
  searchDays,
  type PublicBooking,
  type PublicDay,
  type PublicDayPage,
} from './public.ts';
