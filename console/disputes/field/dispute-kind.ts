import { api } from '../../shell/api.ts';
import type { FieldKind } from '../../shell/offline/record.ts';
import { partiesOf } from '../parties.ts';
import { disputeRecordKind, type DisputeFieldRecord } from './notes.ts';

/** How a dispute that was recorded without network reaches the server: once, by its own id. */
export const disputeFieldKind: FieldKind = {
  kind: disputeRecordKind,
  conflicts: ['idempotency-key-reused'],
  send: async (record) => {
    const { id, body } = record as DisputeFieldRecord;
    if (body === null) return;
    const { parties, ...typed } = body;
    await api.post('/disputes', { ...typed, parties: partiesOf(parties) }, { key: id, open: true });
  },
};
