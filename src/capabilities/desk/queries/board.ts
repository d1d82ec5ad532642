import type { StaffActor } from '../../../kernel/actor.ts';
import { thresholdsInForce, type ClockColour } from '../../../kernel/clock-colours.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { countByColour } from '../board-store.ts';
import type { Board } from '../contract.ts';
import type { DeskDeps } from '../queries.ts';

/** The most urgent first: a unit has the colour of its most urgent clock. */
const order: readonly ClockColour[] = ['red', 'yellow', 'blue', 'green'];

/**
 * The board of an office (U-3): how many clocks of each colour run at each holder of what the reader's
 * unit may read, with the definition of the colours beside it. Accusations are not among them (L-5).
 * @param now epoch ms
 */
export function readBoard(deps: DeskDeps, actor: StaffActor, now: number): Promise<Board> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const [counts, organisation] = await Promise.all([
      countByColour(tx, actor.unitId, new Date(now)),
      deps.organisation(tx),
    ]);
    const holders = [...new Set(counts.map(({ holder }) => holder))];
    const rows = holders.map((holder) => {
      const of = (colour: ClockColour): number =>
        counts.find((each) => each.holder === holder && each.colour === colour)?.n ?? 0;
      const clocks = { red: of('red'), yellow: of('yellow'), blue: of('blue'), green: of('green') };
      return {
        unit: { id: holder, name: organisation.find(holder)?.name ?? holder },
        colour: order.find((colour) => clocks[colour] > 0) ?? 'green',
        clocks,
      };
    });
    const weight = ({ clocks }: (typeof rows)[number]): readonly number[] =>
      order.map((colour) => -clocks[colour]);
    rows.sort((one, other) => {
      const [first, second] = [weight(one), weight(other)];
      const at = first.findIndex((count, place) => count !== second[place]);
      return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
    });
    return { asOf: now, thresholds: { ...thresholdsInForce() }, rows };
  });
}
