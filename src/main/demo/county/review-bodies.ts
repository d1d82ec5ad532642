import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { addReviewBody, type BodyEntry } from '../../../capabilities/review/index.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { bureaus, townshipIds } from './units.ts';

type Row = readonly [unitId: string, stage: BodyEntry['stage'], bodyId: string];

const source = '临澄县信访事项复查复核办法（演示）';

/** The county's committee for all, and for housing also the bureau above: there people choose. */
const rows: readonly Row[] = [
  ...[...bureaus.map(([id]) => id), ...townshipIds].map((id): Row => [id, 'review', 'review']),
  ['housing', 'review', 'city-housing'],
  ['review', 're-examination', 'city-review'],
];

/** The id under which an entry of the demo county stands. */
export const bodyEntryId = (core: Core, row: Row): string =>
  deriveId(core.keys, 'system:demo', 'review-body', row.join(':'));

/** Enters the lawful review bodies of the demo county; those that are there stay. */
export async function enterReviewBodies(
  core: Core,
  organisation: Organisation,
): Promise<Result<undefined, Refusal>> {
  const admin = staffOf(organisation, 'admin');
  for (const row of rows) {
    const [unitId, stage, bodyId] = row;
    const entered = await addReviewBody(
      core.petitions,
      admin,
      { unitId, stage, bodyId, from: '2024-01-01', source },
      bodyEntryId(core, row),
    );
    if (!entered.ok) return entered;
  }
  return ok(undefined);
}
