import type { StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/http/index.ts';
import type { Page, PetitionLine } from '../../petitions/index.ts';
import { deskQuerySchema, listQuerySchema, type NewExport } from '../contract.ts';
import { findDesk, findPetitions, type DeskDeps } from '../queries.ts';

/**
 * One page of the list that is exported: the same query as on the screen, as the same reader, but
 * for accusations: they leave in no file, and the number of rows, which the unit sees, must not
 * tell that a colleague handles some (L-5).
 * @param limit rows; more than a screen asks for
 */
export async function pageOf(
  deps: DeskDeps,
  actor: StaffActor,
  asked: Pick<NewExport, 'list' | 'query'>,
  page: { readonly after: string | null; readonly limit: number; readonly now: number },
): Promise<Result<Page<PetitionLine>, Refusal>> {
  const found = await listOf(deps, actor, asked, page);
  if (!found.ok) return found;
  const items = found.value.items.filter((line) => line.purpose !== 'accusation');
  return ok({ items, next: found.value.next });
}

async function listOf(
  deps: DeskDeps,
  actor: StaffActor,
  asked: Pick<NewExport, 'list' | 'query'>,
  page: { readonly after: string | null; readonly limit: number; readonly now: number },
): Promise<Result<Page<PetitionLine>, Refusal>> {
  const { after, limit, now } = page;
  const { after: _, limit: __, ...filter } = asked.query;
  const place = after === null ? {} : { after };
  if (asked.list === 'desk') {
    const query = parseInput(deskQuerySchema, { ...filter, ...place }, 'query');
    return query.ok ? findDesk(deps, actor, { ...query.value, limit }, now) : query;
  }
  const query = parseInput(listQuerySchema, { ...filter, ...place }, 'query');
  return query.ok ? findPetitions(deps, actor, { ...query.value, limit }, now) : query;
}
