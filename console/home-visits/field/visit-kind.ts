import { api } from '../../shell/api.ts';
import type { FieldKind } from '../../shell/offline/record.ts';
import { inputOf, visitRecordKind, type VisitFieldRecord } from './notes.ts';

/** How notes of a home visit reach the server: as its record, or as an addition to it. */
export const visitKind: FieldKind = {
  kind: visitRecordKind,
  conflicts: ['version-conflict', 'visit-not-in-status', 'idempotency-key-reused'],
  send: async (record, uploads) => {
    const { id, about, body, files } = record as VisitFieldRecord;
    if (body === null) return;
    const input = inputOf(
      body,
      files.map((file) => uploads.get(file.id) ?? ''),
    );
    const options = { key: id, open: true };
    if (body.as === 'addition') {
      await api.post(`/home-visits/${about ?? ''}/additions`, { input }, options);
    } else {
      const sent = { expectedVersion: body.version, input };
      await api.post(`/home-visits/${about ?? ''}/record`, sent, options);
    }
  },
};
