import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { InspectedUpload } from '../../../platform/files/index.ts';
import { type CaseKey, newId, type Sealer } from '../../../platform/vault/index.ts';
import type { AttachmentRef } from '../petition.ts';
import { deleteStaged, deleteStagedOf, findStaged, insertStaged } from '../staged-store.ts';
import type { PetitionDeps } from './deps.ts';

export interface StagedFile {
  readonly attachment: AttachmentRef;
}

/** What a form shows of a file that waits for it. */
export interface StagedUpload {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

const places = 'staged';
const uploadsScope = { actor: 'system:uploads', units: [], roles: ['system'] };
const usualKeep = 24 * 3_600_000;

/**
 * Takes a file before its form is sent: encrypted under a key of its own, bound to its owner.
 * @param file as `UploadInspector.inspect` passed it
 * @param owner the session or draft that may use it
 * @param keepUntil epoch ms; a day from now unless told
 * @returns what the form shows, or refusal `storage-full`
 */
export async function stageUpload(
  deps: PetitionDeps,
  file: InspectedUpload,
  owner: string,
  keepUntil: number = Date.now() + usualKeep,
): Promise<Result<StagedUpload, Refusal>> {
  const id = newId();
  const key = deps.vault.newCaseKey();
  const stored = await deps.files.put(id, key.key, file.bytes);
  if (!stored.ok) return stored;
  const details = { name: file.name, mediaType: file.mediaType, size: file.bytes.length };
  const sealed = deps.vault.seal(key.key, `${places}:${id}`, JSON.stringify(details));
  await deps.db.withActor(uploadsScope, 'write', (tx) =>
    insertStaged(tx, {
      id,
      owner,
      keyVersion: key.keyVersion,
      wrapped: key.wrapped,
      details: sealed,
      address: stored.value.address,
      keepUntil: new Date(keepUntil),
    }),
  );
  return ok({ id, ...details });
}

/** Takes a file back that its owner no longer wants to send. */
export async function unstageUpload(
  deps: PetitionDeps,
  owner: string,
  uploadId: string,
): Promise<void> {
  await deps.db.withActor(uploadsScope, 'write', (tx) => deleteStagedOf(tx, owner, uploadId));
}

/** Moves staged files under the case's own key; they are on the disk before their event. */
export async function attachUploads(
  tx: Tx,
  deps: PetitionDeps,
  into: {
    readonly streamId: string;
    readonly caseKey: CaseKey;
    readonly sealer: Sealer;
    readonly uploads: readonly string[];
    readonly owner: string;
  },
): Promise<Result<readonly StagedFile[], Refusal>> {
  if (into.uploads.length === 0) return ok([]);
  const rows = await findStaged(tx, into.owner, into.uploads);
  const attached: StagedFile[] = [];
  for (const uploadId of into.uploads) {
    const row = rows.find((each) => each.upload_id === uploadId);
    if (row === undefined) return refuse('draft-expired', {}, 'uploads');
    const key = deps.vault.unwrap(row.wrapped, row.key_version);
    const details = JSON.parse(
      deps.vault.open(key, `${places}:${uploadId}`, row.details).toString('utf8'),
    ) as { name: string; mediaType: string; size: number };
    const content = deps.files.get(uploadId, key, row.address);
    const stored = await deps.files.put(into.streamId, into.caseKey, content);
    if (!stored.ok) return stored;
    attached.push({
      attachment: {
        id: newId(),
        address: stored.value.address,
        mediaType: details.mediaType,
        size: details.size,
        name: into.sealer.item({ name: details.name }),
        purpose: 'other',
      },
    });
  }
  return ok(attached);
}

/** Staged rows that have found their petition; the files themselves are swept later. */
export async function dropStaged(tx: Tx, uploads: readonly string[]): Promise<void> {
  if (uploads.length === 0) return;
  await deleteStaged(tx, uploads);
}
