import { run, type Tx } from '../../platform/database/index.ts';

/**
 * The next number of a register, from 1 each year. Take it last in the transaction: until it ends,
 * every other paper of the unit's register waits. A roll-back gives the number back, so numbers
 * neither repeat nor leave gaps; a number that was printed and not used is voided.
 *
 * @param year of the date that the paper bears, in Asia/Shanghai
 * @param register from `registerOf`
 */
export async function takeNumber(
  tx: Tx,
  unitId: string,
  year: number,
  register: string,
): Promise<number> {
  const key = [unitId, year, register];
  const taken = await next(tx, key);
  if (taken !== undefined) return taken;
  await run(tx, {
    name: 'paper.number.open',
    text: `INSERT INTO document_number (unit_id, year, register, last_value)
           VALUES ($1, $2, $3, 0) ON CONFLICT (unit_id, year, register) DO NOTHING`,
    values: key,
  });
  const first = await next(tx, key);
  if (first === undefined) throw new Error('a register that was just opened is not there');
  return first;
}

/** Locks the row until the transaction ends: the next taker waits, so a roll-back leaves no gap. */
async function next(tx: Tx, key: readonly (string | number)[]): Promise<number | undefined> {
  const rows = await run<{ value: number }>(tx, {
    name: 'paper.number.take',
    text: `UPDATE document_number SET last_value = last_value + 1
           WHERE unit_id = $1 AND year = $2 AND register = $3 RETURNING last_value AS value`,
    values: key,
  });
  return rows[0]?.value;
}

export type VoidNumber = {
  readonly unitId: string;
  readonly year: number;
  readonly register: string;
  readonly value: number;
  /** Code of the reason. */
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
};

/** Explains a number that was taken and will never be served. */
export async function recordVoid(tx: Tx, number: VoidNumber): Promise<void> {
  await run(tx, {
    name: 'paper.number.void',
    text: `INSERT INTO paper_number_void (unit_id, year, register, value, reason, actor, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      number.unitId,
      number.year,
      number.register,
      number.value,
      number.reason,
      number.actor,
      number.at,
    ],
  });
}
