import { run, send, type Tx } from '../../platform/database/index.ts';
import type { ReceivingLeader } from './leader.ts';

const columns = `leader_id AS id, kept_by AS "keptBy", unit_id AS "unitId", user_id AS "userId",
  name, post, portfolio, topics, regions, fields, active_from::text AS "from",
  active_to::text AS "to", version`;

/** All leaders of an installation: some dozens in a county, a few thousand in a province. */
export const findLeaders = (tx: Tx): Promise<readonly ReceivingLeader[]> =>
  run<ReceivingLeader>(tx, {
    name: 'reception.leaders',
    text: `SELECT ${columns} FROM reception_leader ORDER BY leader_id LIMIT 5000`,
    values: [],
  });

/** The leaders with these ids, without those that nobody knows. */
export const findLeadersById = (
  tx: Tx,
  ids: readonly string[],
): Promise<readonly ReceivingLeader[]> =>
  run<ReceivingLeader>(tx, {
    name: 'reception.leaders-by-id',
    text: `SELECT ${columns} FROM reception_leader WHERE leader_id = ANY ($1::uuid[])`,
    values: [ids],
  });

export function writeLeader(tx: Tx, leader: ReceivingLeader): void {
  send(tx, {
    name: 'reception.write-leader',
    text: `INSERT INTO reception_leader (leader_id, kept_by, unit_id, user_id, name, post, portfolio,
                                         topics, regions, fields, active_from, active_to, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9::text[], $10::text[], $11::date,
                   $12::date, $13)
           ON CONFLICT (leader_id) DO UPDATE
             SET kept_by = excluded.kept_by, unit_id = excluded.unit_id, user_id = excluded.user_id,
                 name = excluded.name, post = excluded.post, portfolio = excluded.portfolio,
                 topics = excluded.topics, regions = excluded.regions, fields = excluded.fields,
                 active_from = excluded.active_from, active_to = excluded.active_to,
                 version = excluded.version`,
    values: [
      leader.id,
      leader.keptBy,
      leader.unitId,
      leader.userId,
      leader.name,
      leader.post,
      leader.portfolio,
      leader.topics,
      leader.regions,
      leader.fields,
      leader.from,
      leader.to,
      leader.version,
    ],
  });
}
