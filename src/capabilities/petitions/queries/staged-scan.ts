import { ok, type Result } from '../../../kernel/result.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { findStaged } from '../staged-store.ts';
import type { PetitionReads } from './deps.ts';

/** A file that waits for its form, open to whoever brought it. */
export interface StagedScan {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const uploadsScope = { actor: 'system:uploads', units: [], roles: ['system'] };

/**
 * @param owner who brought it; somebody else's is not found
 * @returns the file, or refusal `draft-expired`
 */
export async function openStagedScan(
  deps: PetitionReads,
  owner: string,
  uploadId: string,
): Promise<Result<StagedScan, Refusal>> {
  // The reading role knows nothing of what was not sent yet.
  const [row] = await deps.db.withActor(uploadsScope, 'write', (tx) =>
    findStaged(tx, owner, [uploadId]),
  );
  if (row === undefined) return refuse('draft-expired');
  const key = deps.vault.unwrap(row.wrapped, row.key_version);
  const { name, mediaType } = JSON.parse(
    deps.vault.open(key, `staged:${uploadId}`, row.details).toString('utf8'),
  ) as { name: string; mediaType: string };
  return ok({ name, mediaType, bytes: await deps.files.getBytes(uploadId, key, row.address) });
}
