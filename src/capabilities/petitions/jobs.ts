import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { PetitionDeps } from './commands/deps.ts';
import { recountClocksJob } from './jobs/recount.ts';
import { renderPaperJob } from './jobs/render-paper.ts';
import { succeedHolderJob } from './jobs/succession.ts';
import { sweepUploadsJob } from './jobs/sweep.ts';
import { completeWithdrawalsJob } from './jobs/withdrawals.ts';

export { recountClocksKind, renderPaperKind, succeedHolderKind } from './jobs/kinds.ts';

/**
 * What petitions do by themselves, in the worker.
 * @param deps as for commands; asked for when a job runs, since they send jobs themselves
 * @param options.officeFonts folder with the office's own fonts (setting FONT_DIR)
 */
export const petitionJobs = (
  deps: () => PetitionDeps,
  options: { readonly officeFonts?: string } = {},
): readonly JobDefinition[] => [
  renderPaperJob(deps, options.officeFonts),
  completeWithdrawalsJob(deps),
  recountClocksJob(deps),
  sweepUploadsJob(deps),
  succeedHolderJob(deps),
];
