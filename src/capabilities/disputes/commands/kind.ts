import type { OwnRecordKind } from '../../petitions/index.ts';
import { findDispute, writeDispute } from '../store.ts';
import type { Dispute } from '../case.ts';
import type { DisputeCommand } from '../command.ts';
import { decideDispute } from '../decide/index.ts';
import { disputeEventVersion, disputeStreamKind, type DisputeEvent } from '../events.ts';
import { evolveDispute } from '../evolve.ts';
import { isDisputeVisible, mayDispute } from '../policy.ts';
import { rowOf } from '../projection.ts';
import { settingsOf } from '../queries/settings.ts';
import { upcast } from '../upcast.ts';

/**
 * A dispute as a record of its own.
 * @param words keyed words of the matter where the command knows them; null leaves them as they are
 */
export const disputeKind = (
  words: () => readonly bigint[] | null = () => null,
): OwnRecordKind<Dispute, DisputeCommand, DisputeEvent> => ({
  kind: disputeStreamKind,
  eventVersion: disputeEventVersion,
  evolve: (id, dispute, event) => evolveDispute(id, dispute, upcast(event)),
  decide: async (dispute, command, { actor, now, organisation }, tx) => {
    const region =
      command.type === 'recordDispute' ? command.regionCode : (dispute?.regionCode ?? '');
    const office = organisation.petitionOfficeOf(region) ?? '';
    const { settings } = await settingsOf(tx, office);
    return decideDispute(dispute, command, { actor, now, units: organisation, settings });
  },
  passes: async (tx, id) => (await findDispute(tx, id)) !== null,
  isVisible: isDisputeVisible,
  may: mayDispute,
  project: (tx, deps, { after }) => writeDispute(tx, rowOf(after, deps.calendar()), words()),
});
