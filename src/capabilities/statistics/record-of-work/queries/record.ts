import type { StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Organisation } from '../../../identity-organisation/index.ts';
import type { StatisticsDeps } from '../../commands/deps.ts';
import { catalogueOf } from '../../queries/catalogue.ts';
import type { Jurisdiction } from '../../queries/jurisdiction.ts';
import { readerOf, readTable } from '../../queries/table.ts';
import {
  recordSections,
  type LeaderLine,
  type RecordOfWork,
  type RecordQuery,
  type RecordSection,
} from '../contract.ts';

/** What a leader does by name: of these capabilities every measure that knows leaders. */
const capabilitiesOf: Readonly<Record<RecordSection, readonly string[]>> = {
  receptions: ['reception-days'],
  letters: ['leader-letters'],
  sponsorship: ['case-sponsorship'],
  meetings: ['joint-meeting'],
  commitments: ['commitments'],
};

/** A query of measures takes so many. */
const most = 12;

/** Leaders whose figures a reader may see: of the reader's place, or of the own unit. */
function leadersWithin(
  organisation: Organisation,
  jurisdiction: Jurisdiction,
): readonly LeaderLine[] {
  const covers = (unitId: string): boolean =>
    jurisdiction.kind === 'unit'
      ? unitId === jurisdiction.unit
      : organisation.isWithin(organisation.find(unitId)?.regionCode ?? '', jurisdiction.code);
  return organisation.users.flatMap(({ userId, displayName, posts }) => {
    const post = posts.find(({ role, unitId }) => role === 'leader' && covers(unitId));
    if (post === undefined) return [];
    const unit = { id: post.unitId, name: organisation.find(post.unitId)?.name ?? post.unitId };
    return [{ userId, name: displayName, unit }];
  });
}

/**
 * Leaders whose record of petition work a reader may open (S-7).
 * @returns refusal `not-permitted` where no post of the reader's reads figures
 */
export async function listLeaders(
  deps: StatisticsDeps,
  actor: StaffActor,
): Promise<Result<readonly LeaderLine[], Refusal>> {
  const reader = await readerOf(deps, actor);
  if (!reader.ok) return reader;
  return ok(leadersWithin(reader.value.organisation, reader.value.jurisdiction));
}

/**
 * A leader's record of petition work (实绩档案, S-7): receptions, letters, sponsored cases, meetings,
 * commitments and what came of them, each a measure with its formula and the list behind it. It is
 * read from the facts whenever it is asked for; nobody writes it.
 * @param now epoch ms
 * @returns refusals `not-permitted`, `not-found` for nobody whose figures the reader sees, and those
 *   of `readTable`
 */
export async function readRecord(
  deps: StatisticsDeps,
  actor: StaffActor,
  userId: string,
  query: RecordQuery,
  now: number,
): Promise<Result<RecordOfWork, Refusal>> {
  const leaders = await listLeaders(deps, actor);
  if (!leaders.ok) return leaders;
  const leader = leaders.value.find((each) => each.userId === userId);
  if (leader === undefined) return refuse('not-found');
  const known = catalogueOf(deps).filter(({ dimensions }) => dimensions.includes('leader'));
  const sections: RecordOfWork['sections'] = [];
  let frame: Pick<RecordOfWork, 'period' | 'asOf' | 'freshness'> | null = null;
  for (const name of recordSections) {
    const ids = known
      .filter(({ capability }) => capabilitiesOf[name].includes(capability))
      .map(({ id }) => id);
    const figures: RecordOfWork['sections'][number]['figures'] = [];
    for (let at = 0; at < ids.length; at += most) {
      const measures = ids.slice(at, at + most);
      const table = await readTable(deps, actor, { ...query, measures, leader: [userId] }, now);
      if (!table.ok) return table;
      const { period, asOf, freshness, cells } = table.value;
      frame = { period, asOf, freshness };
      table.value.measures.forEach((measure, place) => {
        const cell = cells[0]?.[0]?.[place];
        if (cell !== undefined) figures.push({ measure, cell });
      });
    }
    if (figures.length > 0) sections.push({ name, figures });
  }
  return frame === null ? refuse('not-found') : ok({ leader, sections, ...frame });
}
