import { localDate, type LocalDate } from '../../../kernel/local-date.ts';
import { run, send, type Tx } from '../../../platform/database/index.ts';
import { unitsOf, type Hall } from './hall.ts';

interface Row {
  readonly id: string;
  readonly dayId: string;
  readonly unit: string;
  readonly firstOn: string;
  readonly sitsOn: string;
  readonly state: Pick<Hall, 'settings' | 'groups' | 'desks' | 'screens'>;
  readonly version: number;
}

const columns = `stream_id AS id, day_id AS "dayId", unit_id AS unit, first_on::text AS "firstOn",
  sits_on::text AS "sitsOn", state, version`;

const hallOf = ({ state, ...row }: Row): Hall => ({
  ...row,
  ...state,
  firstOn: localDate(row.firstOn),
  sitsOn: localDate(row.sitsOn),
});

/** The hall of a day, if row-level security shows it; by primary key. */
export async function findHall(tx: Tx, dayId: string): Promise<Hall | null> {
  const rows = await run<Row>(tx, {
    name: 'hall.find',
    text: `SELECT ${columns} FROM reception_hall WHERE day_id = $1`,
    values: [dayId],
  });
  return rows[0] === undefined ? null : hallOf(rows[0]);
}

/** Halls that a reader's units work in, newest first; a county has a few dozen a year. */
export const findHalls = async (tx: Tx, since: LocalDate): Promise<readonly Hall[]> =>
  (
    await run<Row>(tx, {
      name: 'hall.list',
      text: `SELECT ${columns} FROM reception_hall WHERE sits_on >= $1::date
              ORDER BY sits_on DESC, day_id LIMIT 100`,
      values: [since],
    })
  ).map(hallOf);

/** Writes a hall's row as it is after a command; its day must be open. */
export function writeHall(tx: Tx, hall: Hall): void {
  const { settings, groups, desks, screens } = hall;
  send(tx, {
    name: 'hall.write',
    text: `INSERT INTO reception_hall (day_id, stream_id, unit_id, units, first_on, sits_on, state,
                                       version)
           VALUES ($1, $2, $3, $4::text[], $5::date, $6::date, $7::jsonb, $8)
           ON CONFLICT (day_id) DO UPDATE
             SET units = excluded.units, sits_on = excluded.sits_on, state = excluded.state,
                 version = excluded.version`,
    values: [
      hall.dayId,
      hall.id,
      hall.unit,
      unitsOf(hall),
      hall.firstOn,
      hall.sitsOn,
      JSON.stringify({ settings, groups, desks, screens }),
      hall.version,
    ],
  });
}
