import { actorId } from '../../../../kernel/actor.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import { openItems } from '../../../../platform/vault/index.ts';
import { sealDocument } from '../../../petitions/index.ts';
import type { OwnComposing } from '../../commands/own-records.ts';
import { findOwn } from '../../own-store.ts';
import type { InspectionCommand } from '../command.ts';
import type { Inspection } from '../inspection.ts';
import { orderDocument } from '../order-document.ts';
import type { Programme } from '../programme.ts';

/**
 * Gives an order number and code and fixes what it says: the document is sealed, and the event
 * carries its hash, before anything is printed (G-1).
 * @throws CommandRefused `paper-unknown`, `paper-stage`, `same-person`
 */
export async function sealOrder(
  type: 'sealPaper' | 'issuePaper',
  paperId: string,
  from: OwnComposing<Inspection>,
): Promise<InspectionCommand> {
  const { tx, deps, state, key, organisation, now } = from;
  const paper = state?.papers.find(({ id }) => id === paperId);
  if (state === null || paper === undefined) throw new CommandRefused(refuse('paper-unknown'));
  const by = actorId(from.actor);
  // No number is drawn for somebody who may not seal it.
  if (paper.draftedBy === by) throw new CommandRefused(refuse('same-person'));
  const opened = await openItems(tx, deps, state.id, key);
  const programme = (await findOwn(tx, state.programmeId))?.state as Programme | undefined;
  if (programme === undefined) throw new CommandRefused(refuse('not-found'));
  const sealed = await sealDocument(tx, deps, {
    streamId: state.id,
    paper,
    accusation: false,
    sealer: from.sealer,
    organisation,
    now,
    compose: (given, wording) =>
      orderDocument(
        { inspection: state, programme, paper, opened, organisation, now, ...given },
        wording,
      ),
  });
  return { type, ...sealed };
}
