import type { StaffActor } from '../../../../kernel/actor.ts';
import { type Tx, placeBefore, scopeOf, writePlace } from '../../../../platform/database/index.ts';
import { loadOrganisation } from '../../../identity-organisation/index.ts';
import {
  findCasesOfKind,
  type CaseRow,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import type { SponsoredQuery } from '../contract.ts';
import type { SponsoredLine, SponsoredPage } from '../view.ts';
import { sponsoredKind } from './kind.ts';
import { lineOf, mattersOf, openSponsoredCases } from './opened.ts';

/** Cases that one request looks through where a filter asks what only the record knows. */
const looked = 300;

function fits(line: SponsoredLine, query: SponsoredQuery, actor: StaffActor): boolean {
  const { leader, mine, overdue } = query;
  if (leader !== undefined && line.leader.userId !== leader) return false;
  if (mine === '1' && line.leader.userId !== actor.userId) return false;
  return overdue !== '1' || line.overdue;
}

async function linesOf(
  tx: Tx,
  deps: SponsoredDeps,
  actor: StaffActor,
  rows: readonly CaseRow[],
  organisation: OrganisationSnapshot,
  now: number,
): Promise<readonly SponsoredLine[]> {
  const matters = await mattersOf(
    tx,
    deps,
    rows.map(({ petitionId }) => petitionId),
  );
  const seen = rows.filter(({ petitionId }) => matters.has(petitionId));
  const opened = await openSponsoredCases(
    tx,
    deps,
    actor,
    seen.map(({ id }) => id),
  );
  return opened.flatMap((each) => {
    const matter = matters.get(each.sponsored.petitionId);
    return matter === undefined ? [] : [lineOf(each, matter, organisation, now)];
  });
}

/**
 * The ledger as far as the reader sees it, newest first, each case with its seven (S-2). Leader
 * and dates stand in the sealed record, so a page looks through a bounded number of rows and may
 * be shorter than asked while `next` goes on.
 * @param now epoch ms
 */
export function listSponsored(
  deps: SponsoredDeps,
  actor: StaffActor,
  query: SponsoredQuery,
  now: number,
): Promise<SponsoredPage> {
  const { status = null, unit = null, region, limit } = query;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const regions =
      region === undefined ? null : (await loadOrganisation(tx)).regionsWithin(region);
    const items: SponsoredLine[] = [];
    let before = placeBefore(query.after);
    for (let seen = 0; seen < looked;) {
      const rows = await findCasesOfKind(tx, {
        kind: sponsoredKind.kind,
        state: status,
        holder: unit,
        subject: null,
        regions,
        before,
        limit: limit - items.length,
      });
      const lines = await linesOf(tx, deps, actor, rows, organisation, now);
      items.push(...lines.filter((line) => fits(line, query, actor)));
      const last = rows.at(-1);
      if (last === undefined || rows.length === 0) return { items, next: null };
      before = { at: new Date(last.openedAt), id: last.id };
      seen += rows.length;
      if (items.length >= limit) break;
    }
    return { items, next: writePlace(before) };
  });
}
