export type { SponsorshipDeps as PromiseDeps } from '../../commands/deps.ts';
