import { run, type Tx } from '../../platform/database/index.ts';
import { colourSql } from './colour-filter.ts';

/** How many clocks of one colour run at one holder. */
export interface BoardCount {
  readonly holder: string;
  readonly colour: string;
  readonly n: number;
}

/**
 * Running clocks by who holds the matter and by colour, over the rows that one unit reads. Walks
 * `desk_item_running` of the unit alone: what is ended does not stand in it.
 */
export const countByColour = (tx: Tx, unitId: string, now: Date): Promise<readonly BoardCount[]> =>
  run<BoardCount>(tx, {
    name: 'desk.board',
    text: `SELECT holder, colour, count(*)::int AS n
             FROM (SELECT d.holder, ${colourSql('d', '$2')} AS colour
                     FROM desk_item d WHERE d.unit_id = $1 AND d.clock_period IS NOT NULL) clocks
            GROUP BY holder, colour`,
    values: [unitId, now],
  });
