import type { Sponsored, SponsoredStatus } from './case.ts';
import type { SponsoredCommandType } from './command.ts';

const underway: readonly SponsoredStatus[] = ['open'];
const living: readonly SponsoredStatus[] = ['proposed', 'open', 'ending'];

/** In which status each command may come. */
export const sponsoredLifecycle: Readonly<
  Record<SponsoredCommandType, readonly SponsoredStatus[]>
> = {
  proposeLeader: [],
  takeCharge: [],
  acceptCharge: ['proposed'],
  declineCharge: ['proposed'],
  takeUpAgain: ['ended', 'declined'],
  writePlan: underway,
  addMilestone: underway,
  moveMilestone: underway,
  reportMilestone: underway,
  addNote: ['open', 'ending'],
  handOver: underway,
  acknowledgeHandOver: underway,
  refuseHandOver: underway,
  withdrawHandOver: underway,
  proposeEnding: underway,
  verifyEnding: ['ending'],
  returnEnding: ['ending'],
  succeedUnit: living,
  noteLeaderLeft: living,
};

export const isThinkable = (
  command: SponsoredCommandType,
  { status }: Pick<Sponsored, 'status'>,
): boolean => sponsoredLifecycle[command].includes(status);
