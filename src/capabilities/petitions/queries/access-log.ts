import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { loadOrganisation } from '../../identity-organisation/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { readAccess, type AccessRow } from '../store-access.ts';
import type { Page } from '../view.ts';
import type { PetitionReads } from './deps.ts';

/** One look at a person's data (L-4). */
export interface Look {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly who: string;
  readonly unit: string;
  /**
   * Which part: `person`, `paper`, `service-proof`, `attachment`, `receipt`, `look-up-code`, `similar`,
   * `search-person`, `export`, `reception-minutes`, `reception-proof`.
   */
  readonly what: string;
  /** Number of the petition; empty where `unnamed` says why. */
  readonly petition: string;
  /** An accusation's number stays with its handlers (L-5); a look by what people are may find nothing. */
  readonly unnamed: 'accusation' | 'nothing-found' | 'reception' | null;
}

const pageSize = 100;

const unnamedOf = (row: AccessRow): Look['unnamed'] => {
  if (row.accusation === true) return 'accusation';
  if (row.number !== null) return null;
  return row.what.startsWith('reception-') ? 'reception' : 'nothing-found';
};

/** A place that we never gave means the beginning. */
const placeOf = (after: string): readonly string[] => {
  const [at = '', id = ''] = after.split('_');
  const given = !Number.isNaN(Date.parse(at)) && z.guid().safeParse(id).success;
  return given ? [at, id] : [];
};

/**
 * The looks of all people in the auditor's own region, newest first.
 * @param after place of the page before, as the answer gave it; empty begins
 * @returns a page of looks, or `not-permitted` for whoever is no auditor
 */
export async function readAccessLog(
  deps: PetitionReads,
  actor: StaffActor,
  after: string,
): Promise<Result<Page<Look>, Refusal>> {
  if (!isGranted(actor.roles, 'access.audit', new Set(['unit']))) {
    return refuse('not-permitted', { verb: 'access.audit' });
  }
  const [at = '9999-12-31T00:00:00.000Z', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] =
    placeOf(after);
  // The auditor reads no petition: the system reads the log and says no more than is asked.
  const scope = scopeOf({ kind: 'system', name: 'access-log' });
  return deps.db.withActor(scope, 'read', async (tx) => {
    const house = await loadOrganisation(tx);
    const region = house.find(actor.unitId)?.regionCode ?? '';
    const units = house.units
      .filter((unit) => house.isWithin(unit.regionCode, region))
      .map((unit) => unit.id);
    const rows = await readAccess(tx, { units, at, id, limit: pageSize });
    const items = rows.map((row) => ({
      id: row.access_id,
      at: row.at.getTime(),
      who: house.findUser(row.actor.replace(/^staff:/, ''))?.displayName ?? row.actor,
      unit: house.find(row.unit_id ?? '')?.name ?? '',
      what: row.what.split(':')[0] ?? row.what,
      petition: row.accusation === true ? '' : (row.number ?? ''),
      unnamed: unnamedOf(row),
    }));
    const last = rows.at(-1);
    const next =
      rows.length < pageSize || last === undefined
        ? null
        : `${last.at.toISOString()}_${last.access_id}`;
    return ok({ items, next });
  });
}
