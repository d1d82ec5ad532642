import { refuse } from '../../../../kernel/refusals.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import type { PaperSealing } from '../../../petitions/index.ts';
import type { OwnComposing } from '../../commands/own-records.ts';
import { findOwn } from '../../own-store.ts';
import type { Inspection, OrderPaper } from '../inspection.ts';
import { orderDocument } from '../order-document.ts';
import type { Programme } from '../programme.ts';

/** What an order says, with what its inspection's programme adds. */
export async function orderWriting(
  { tx, organisation, now }: OwnComposing<Inspection>,
  inspection: Inspection,
  paper: OrderPaper,
  opened: ReadonlyMap<string, unknown>,
): Promise<PaperSealing['compose']> {
  const programme = (await findOwn(tx, inspection.programmeId))?.state as Programme | undefined;
  if (programme === undefined) throw new CommandRefused(refuse('not-found'));
  return (given, wording) =>
    orderDocument({ inspection, programme, paper, opened, organisation, now, ...given }, wording);
}
