import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../../platform/database/cluster-database.ts';
import { staff } from '../petitions/life.test-data.ts';
import { must, openCounty, type County } from '../petitions/queries/county.test-data.ts';
import { addReviewBody, endReviewBody, rebuildReviews } from './index.ts';
import { reviewSteps } from './review.test-data.ts';

let county: County;
let steps: ReturnType<typeof reviewSteps>;

beforeAll(async () => {
  county = await openCounty();
  steps = reviewSteps(county);
}, 60_000);
afterAll(() => county.close());

describe('the record and what follows from it', () => {
  const asOwner = (text: string, ...values: readonly unknown[]) =>
    withClient(county.database.ownerUrl, (client) => client.query(text, [...values]));

  test('L-1 rows of reviews and lawful bodies that are lost or say otherwise are found, named and made again', async () => {
    const administrator = { ...staff('office'), roles: ['administrator'] as const };
    const source = '甲县复查复核办法第六条';
    const entry = { unitId: 'transport', bodyId: 'county-government', source } as const;
    const from = steps.today();
    const entered = must(
      await addReviewBody(county.deps, administrator, { ...entry, stage: 'review', from }),
    );
    must(await endReviewBody(county.deps, administrator, entered, from));
    const lost = await steps.open(await steps.answered());
    const spoilt = await steps.open(await steps.answered());
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);

    await asOwner('DELETE FROM case_record WHERE stream_id = $1', lost);
    await asOwner('DELETE FROM case_item WHERE case_id = $1', lost);
    await asOwner(
      `UPDATE case_record SET reader_units = reader_units || '{transport}' WHERE stream_id = $1`,
      spoilt,
    );
    // A line where nothing waits, and one that is due another day.
    await asOwner(
      `INSERT INTO case_item SELECT (jsonb_populate_record(c, '{"unit_id": "transport"}')).*
         FROM case_item c WHERE case_id = $1`,
      spoilt,
    );
    await asOwner(`UPDATE case_item SET due_date = due_date + 1 WHERE case_id = $1`, spoilt);
    await asOwner('UPDATE review_body SET valid_to = NULL WHERE id = $1', entered.id);
    const found = await rebuildReviews(county.deps, 'check');
    const told = found.map(({ streamId, what, detail }) => `${streamId} ${what} ${detail}`);
    expect(told).toContain(`${lost} items county-government`);
    expect(told.find((line) => line.startsWith(`${lost} case`))).toBeDefined();
    expect(told).toContain(`${spoilt} case readers`);
    expect(told.find((line) => line.startsWith(`${spoilt} items`))).toBeDefined();
    expect(found.filter(({ what }) => what === 'bodies')).toHaveLength(1);
    expect(found).toHaveLength(5);
    // Looking changes nothing.
    expect(await rebuildReviews(county.deps, 'check')).toEqual(found);
    expect(await rebuildReviews(county.deps, 'write')).toEqual([]);
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
  });

  test('L-1 a changed byte in the record of a review is found, and nothing is made of it', async () => {
    const review = await steps.open(await steps.answered());
    const change = (one: string, other: string) =>
      asOwner(
        'UPDATE event SET data = replace(data::text, $2, $3)::jsonb WHERE stream_id = $1',
        review,
        one,
        other,
      );
    await change('county-government', 'count1-government');
    for (const mode of ['check', 'write', 'check'] as const) {
      expect(await rebuildReviews(county.deps, mode)).toMatchObject([
        { streamId: review, what: 'chain' },
      ]);
    }
    await change('count1-government', 'county-government');
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
  });
});
