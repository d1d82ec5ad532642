import { localDate } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import { checkWords, type OrganisationSnapshot } from '../../petitions/index.ts';
import type { DayPlanInput } from '../contract.ts';
import { announcedOf, isInOffice } from '../leader.ts';
import { findLeadersById } from '../leaders-store.ts';
import { limits } from '../limits.ts';
import type { DayPlan } from '../reception-day.ts';

/** Cleans what was typed; a refusal leaves by exception and becomes the answer. */
export function clean(value: string, field: string, limit: number): string {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  return checked.value;
}

/** Refuses places and topics that the house does not know. */
export function checkCodes(
  organisation: OrganisationSnapshot,
  { regions, topics }: { readonly regions: readonly string[]; readonly topics: readonly string[] },
): void {
  const region = regions.find((code) => !organisation.knowsRegion(code));
  if (region !== undefined) {
    throw new CommandRefused(refuse('region-unknown', { code: region }, 'regionCode'));
  }
  const topic = topics.find((code) => organisation.categoryName(code) === code);
  if (topic !== undefined) {
    throw new CommandRefused(refuse('category-unknown', { category: topic }, 'topics'));
  }
}

/**
 * What was typed, with the leaders as they are announced.
 * @throws CommandRefused `reception-leader-unknown`, `region-unknown`, `category-unknown`, words
 */
export async function planOf(
  tx: Tx,
  organisation: OrganisationSnapshot,
  input: DayPlanInput,
): Promise<DayPlan> {
  checkCodes(organisation, { regions: [input.regionCode], topics: input.topics });
  const on = localDate(input.on);
  const wanted = [...new Set(input.leaders)];
  const known = new Map((await findLeadersById(tx, wanted)).map((leader) => [leader.id, leader]));
  const leaders = wanted.map((id) => {
    const leader = known.get(id);
    if (leader === undefined || !isInOffice(leader, on)) {
      throw new CommandRefused(refuse('reception-leader-unknown', {}, 'leaders'));
    }
    return announcedOf(leader);
  });
  return {
    kind: input.kind,
    way: input.way,
    on,
    from: input.from,
    to: input.to,
    place: clean(input.place, 'place', limits.place),
    regionCode: input.regionCode,
    leaders,
    theme: clean(input.theme, 'theme', limits.theme),
    topics: [...new Set(input.topics)],
    slotMinutes: input.slotMinutes,
  };
}
