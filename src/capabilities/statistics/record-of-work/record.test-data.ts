import { expect } from 'vitest';
import { loadOrganisation } from '../../identity-organisation/index.ts';
import { rowsOf, type Ground } from '../brute-force-compare.test-data.ts';
import { factScope, listBehind, readRecord, readTable } from '../index.ts';

type Span = Parameters<typeof readRecord>[3];

const countOf = async ({ database }: Ground, text: string): Promise<number> =>
  (await rowsOf<{ n: number }>(database, text))[0]?.n ?? 0;

/** Holds a leader's record against plain rows, and a county's eyes against the province's. */
export async function expectRecordOfWork(ground: Ground, span: Span): Promise<void> {
  const { core, head, now } = ground;
  const deps = core.statistics;
  const organisation = await core.db.withActor(factScope, 'read', loadOrganisation);
  const leader = organisation.users.find(({ userName }) => userName === 'leader');
  const userId = leader?.userId ?? '';
  const record = await readRecord(deps, head, userId, span, now);
  if (!record.ok) throw new Error(record.refusal.code);
  const figures = record.value.sections.flatMap((section) => section.figures);
  const told = (id: string): number =>
    figures.find(({ measure }) => measure.id === id)?.cell.numerator ?? -1;

  const made = await countOf(
    ground,
    `SELECT count(*)::int AS n FROM commitment
      WHERE responsible = '${userId}' AND NOT accusation`,
  );
  expect(made).toBeGreaterThan(0);
  expect(told('commitments-made')).toBe(made);
  expect(told('backlog-cases')).toBeGreaterThan(0);
  expect(told('letters-read-by-leaders')).toBeGreaterThan(0);

  const days = told('reception-leader-days');
  expect(days).toBeGreaterThan(0);
  const behind = await listBehind(
    deps,
    head,
    { measure: 'reception-leader-days', part: 'numerator', leader: [userId], ...span, limit: 200 },
    now,
  );
  if (!behind.ok) throw new Error(behind.refusal.code);
  expect(behind.value.items.map(({ record: each }) => each?.kind)).toEqual(
    Array.from({ length: days }, () => 'reception-day'),
  );

  const office = organisation.units.find(
    ({ kind, level }) => kind === 'petition-office' && level === 'county',
  );
  const county = { ...head, unitId: office?.id ?? '', readingUnits: [office?.id ?? ''] };
  const mine = await readTable(
    deps,
    county,
    { measures: ['reception-leader-days'], leader: [userId], ...span },
    now,
  );
  expect(mine.ok && mine.value.cells[0]?.[0]?.[0]?.numerator).toBe(days);
  const clerk = { ...head, unitId: 'nowhere' };
  expect(await readRecord(deps, clerk, userId, span, now)).toMatchObject({ ok: false });
  expect(await readRecord(deps, head, 'nobody', span, now)).toMatchObject({
    refusal: { code: 'not-found' },
  });
}
