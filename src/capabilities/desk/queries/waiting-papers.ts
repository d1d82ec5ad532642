import type { StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  openPetitionView,
  type DeskTask,
  type PaperView,
  type PetitionLine,
  type PetitionReads,
} from '../../petitions/index.ts';
import type { PapersQuery, PaperStep } from '../contract.ts';
import { findDesk, type DeskDeps } from '../queries.ts';

const approvals: readonly DeskTask[] = ['paper-approval', 'opinion-approval', 'extension-approval'];

/** Under which tasks of the desk the papers of a step wait. */
const tasksOfStep: Readonly<Record<PaperStep, readonly DeskTask[]>> = {
  checkPaper: approvals,
  signPaper: approvals,
  sealPaper: ['paper-seal'],
  issuePaper: [...approvals, 'paper-seal'],
  servePaper: ['paper-serve'],
};

/** A paper on which a step is mine to take, and the petition that it belongs to. */
export interface WaitingPaper {
  readonly petition: PetitionLine;
  readonly paper: PaperView;
}

export interface WaitingPapers {
  readonly items: readonly WaitingPaper[];
  readonly next: string | null;
}

/**
 * The papers that wait for one step of mine, by the due moment of their petitions (P-4a). Walks the
 * desk's rows of the unit by `desk_item_waiting` and asks the rules of each petition on the page
 * whether the step is open; a page may therefore hold fewer papers than petitions, or none
 * (docs/adr/papers-are-found-by-the-desk.md).
 * @param query.limit petitions of a page
 * @param now epoch ms
 */
export async function findWaitingPapers(
  deps: DeskDeps & PetitionReads,
  actor: StaffActor,
  query: PapersQuery,
  now: number,
): Promise<Result<WaitingPapers, Refusal>> {
  const { step, after, limit } = query;
  const page = await findDesk(deps, actor, { after, limit }, now, tasksOfStep[step]);
  if (!page.ok) return page;
  const items: WaitingPaper[] = [];
  const seen = new Set<string>();
  for (const petition of page.value.items) {
    // A record beside a petition has its own papers and its own page.
    if (petition.case !== null || seen.has(petition.id)) continue;
    seen.add(petition.id);
    const view = await openPetitionView(deps, actor, petition.id, now);
    const papers = view?.papers.filter(({ steps }) => steps.includes(step)) ?? [];
    items.push(...papers.map((paper) => ({ petition, paper })));
  }
  return ok({ items, next: page.value.next });
}
