import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import { openItems } from '../../../../platform/vault/index.ts';
import { renderPaper } from '../../../papers/index.ts';
import type { CommandOptions } from '../../../petitions/index.ts';
import type { HouseholdDetails, PromiseWords } from '../case.ts';
import { codeOf } from '../codes.ts';
import { limits } from '../limits.ts';
import { slipSheetOf, type Slip, type SlipSheetFacts } from '../slip-sheet.ts';
import { listHouseholds } from '../store.ts';
import type { PromiseDeps } from './deps.ts';
import { runPromise } from './run.ts';

export interface SlipSheet {
  readonly title: string;
  readonly bytes: Buffer;
}

/**
 * Prints the codes of the households of a sheet; that it was done, by whom and for which places,
 * stands in the record. The codes are derived anew each time and kept nowhere.
 * @param place.after the last place of the sheet before; 0 for the first
 * @param place.count how many households, at most 200
 * @returns refusals `not-found` (also where there are none), `not-permitted`
 */
export async function makeSlips(
  deps: PromiseDeps,
  id: string,
  place: { readonly after: number; readonly count: number },
  options: CommandOptions & { readonly fonts?: string | undefined },
): Promise<Result<SlipSheet, Refusal>> {
  let slips: readonly Slip[] = [];
  let facts: SlipSheetFacts | undefined;
  const { fonts, ...given } = options;
  const done = await runPromise(
    deps,
    id,
    {
      type: 'makeSlips',
      input: place,
      compose: async ({ tx, promise, key }) => {
        const count = Math.min(place.count, limits.slips);
        const rows = await listHouseholds(tx, id, null, place.after, count);
        const [first, last] = [rows[0], rows.at(-1)];
        if (first === undefined || last === undefined) {
          throw new CommandRefused(refuse('not-found'));
        }
        const opened = await openItems(tx, deps, id, key, [
          promise.words.id,
          ...rows.map(({ details }) => details),
        ]);
        const organisation = await deps.organisation(tx);
        slips = rows.map((row) => ({
          reference: (opened.get(row.details) as HouseholdDetails).reference,
          code: codeOf(deps, row),
        }));
        facts = {
          title: (opened.get(promise.words.id) as PromiseWords).title,
          address: `${deps.publicUrl}/promises/${promise.number}`,
          unit: organisation.find(promise.unit)?.name ?? '',
          phone: organisation.contactOf(promise.unit).phone,
          today: localDateOf(given.at ?? tx.openedAt),
        };
        return {
          command: { type: 'makeSlips', first: first.place, last: last.place },
          known: new Map(),
        };
      },
    },
    given,
  );
  if (!done.ok) return done;
  if (facts === undefined) return refuse('idempotency-key-reused');
  const document = slipSheetOf(facts, slips);
  const { bytes } = await renderPaper(document, 'pdf', fonts);
  return ok({ title: `${document.title} ${place.after + 1}`, bytes: Buffer.from(bytes) });
}
