import type { StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  openPetitionView,
  type CasePaperView,
  type DeskTask,
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
  readonly paper: CasePaperView;
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
    const place = petition.case?.id ?? petition.id;
    if (seen.has(place)) continue;
    seen.add(place);
    const papers = await papersAt(deps, actor, petition, now);
    const mine = papers.filter(({ steps }) => steps.includes(step));
    items.push(...mine.map((paper) => ({ petition, paper })));
  }
  return ok({ items, next: page.value.next });
}

/** The papers of the petition itself, or of the record beside it in which something waits. */
async function papersAt(
  deps: PetitionReads,
  actor: StaffActor,
  { id, case: beside }: PetitionLine,
  now: number,
): Promise<readonly CasePaperView[]> {
  if (beside === null) return (await openPetitionView(deps, actor, id, now))?.papers ?? [];
  return (await deps.casePapers?.(beside.kind)?.list(actor, beside.id, now)) ?? [];
}
