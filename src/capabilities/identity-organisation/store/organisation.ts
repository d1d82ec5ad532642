import { run, type Tx } from '../../../platform/database/index.ts';
import type { Category, Post, Region, Unit, User } from '../contract.ts';

export const loadRegions = (tx: Tx): Promise<readonly Region[]> =>
  run<Region>(tx, {
    name: 'region.all',
    text: 'SELECT code, name, level, parent_code AS "parentCode" FROM region ORDER BY code',
    values: [],
  });

const unitColumns = `unit_id AS id, name, kind, level, region_code AS "regionCode",
  parent_id AS "parentId", system, active, successor_id AS "successorId", phone, address,
  post_code AS "postCode", email, reception_hours AS "receptionHours",
  reception_place AS "receptionPlace"`;

export const loadUnitRows = (tx: Tx): Promise<readonly Unit[]> =>
  run<Unit>(tx, {
    name: 'unit.all',
    text: `SELECT ${unitColumns} FROM unit ORDER BY region_code, kind, name, unit_id`,
    values: [],
  });

export const loadCategories = (tx: Tx): Promise<readonly Category[]> =>
  run<Category>(tx, {
    name: 'category.all',
    text: `SELECT code, level::int, name, parent_code AS "parentCode", active
             FROM category ORDER BY code`,
    values: [],
  });

/** People with the posts that they hold now. */
export const loadUsers = async (tx: Tx): Promise<readonly User[]> => {
  const people = await run<Omit<User, 'posts'>>(tx, {
    name: 'person.all',
    text: `SELECT user_id AS "userId", user_name AS "userName", display_name AS "displayName",
                  disabled FROM person ORDER BY user_name`,
    values: [],
  });
  const posts = await run<Post & { userId: string }>(tx, {
    name: 'post.current',
    text: `SELECT user_id AS "userId", unit_id AS "unitId", role FROM post WHERE to_at IS NULL
            ORDER BY unit_id, role`,
    values: [],
  });
  const byUser = Map.groupBy(posts, (post) => post.userId);
  return people.map((person) => ({
    ...person,
    posts: (byUser.get(person.userId) ?? []).map(({ unitId, role }) => ({ unitId, role })),
  }));
};

export const insertRegions = async (tx: Tx, regions: readonly Region[]): Promise<void> => {
  await run(tx, {
    name: 'region.insert',
    text: `INSERT INTO region (code, name, level, parent_code)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    values: [
      regions.map((region) => region.code),
      regions.map((region) => region.name),
      regions.map((region) => region.level),
      regions.map((region) => region.parentCode),
    ],
  });
};

export const insertCategories = async (
  tx: Tx,
  categories: readonly Omit<Category, 'active'>[],
): Promise<void> => {
  await run(tx, {
    name: 'category.insert',
    text: `INSERT INTO category (code, level, name, parent_code)
           SELECT * FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[])`,
    values: [
      categories.map((category) => category.code),
      categories.map((category) => category.level),
      categories.map((category) => category.name),
      categories.map((category) => category.parentCode),
    ],
  });
};

/** Writes a unit as it now is, new or known. */
export const putUnit = async (tx: Tx, unit: Unit): Promise<void> => {
  await run(tx, {
    name: 'unit.put',
    text: `INSERT INTO unit (unit_id, name, kind, level, region_code, parent_id, system, active,
                             successor_id, phone, address, post_code, email, reception_hours,
                             reception_place)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
           ON CONFLICT (unit_id) DO UPDATE SET
             name = excluded.name, parent_id = excluded.parent_id, system = excluded.system,
             active = excluded.active, successor_id = excluded.successor_id,
             phone = excluded.phone, address = excluded.address, post_code = excluded.post_code,
             email = excluded.email, reception_hours = excluded.reception_hours,
             reception_place = excluded.reception_place`,
    values: [
      unit.id,
      unit.name,
      unit.kind,
      unit.level,
      unit.regionCode,
      unit.parentId,
      unit.system,
      unit.active,
      unit.successorId,
      unit.phone,
      unit.address,
      unit.postCode,
      unit.email,
      unit.receptionHours,
      unit.receptionPlace,
    ],
  });
};
