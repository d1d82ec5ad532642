import type { FileHandle } from 'node:fs/promises';
import { SealBroken, type CaseKey, type Vault } from '../vault/vault.ts';

/*
 * The layout of a sealed file: magic, 16 bytes of salt, then chunks of a length (4 bytes) and that
 * many bytes from Vault.seal. Every chunk is bound to case, salt, place and whether it is the last:
 * chunks cannot be swapped, repeated, dropped or taken from another file.
 */
const MAGIC = Buffer.from('HYF1');
const SALT_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
/** A sealed chunk is longer than its plaintext by header, nonce and tag: below 100 bytes. */
const LARGEST_CHUNK = CHUNK_BYTES + 100;

/** What opens the chunks of one file. */
export interface FileSeal {
  readonly vault: Vault;
  readonly caseKey: CaseKey;
  readonly streamId: string;
}

const placeOf = (seal: FileSeal, salt: Buffer, index: number, last: boolean): string =>
  ['file', seal.streamId, salt.toString('hex'), index, last ? 'last' : 'more'].join('\0');

/**
 * Seals a stream chunk by chunk into a new file.
 *
 * @param handle the file, opened for writing and empty
 * @param seal whose key
 * @param salt 16 fresh random bytes
 * @param source the content
 * @param onContent sees every piece of content as it passes
 * @returns the content's size in bytes
 */
export async function writeSealed(
  handle: FileHandle,
  seal: FileSeal,
  salt: Buffer,
  source: AsyncIterable<Buffer>,
  onContent: (piece: Buffer) => void,
): Promise<number> {
  let index = 0;
  let size = 0;
  let pending: Buffer = Buffer.alloc(0);
  const write = async (chunk: Buffer, last: boolean): Promise<void> => {
    const place = placeOf(seal, salt, index, last);
    const sealed = seal.vault.seal(seal.caseKey, place, chunk);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    await handle.writeFile(Buffer.concat([length, sealed]));
    index += 1;
  };
  await handle.writeFile(Buffer.concat([MAGIC, salt]));
  for await (const piece of source) {
    onContent(piece);
    size += piece.length;
    pending = pending.length === 0 ? piece : Buffer.concat([pending, piece]);
    while (pending.length > CHUNK_BYTES) {
      await write(pending.subarray(0, CHUNK_BYTES), false);
      pending = pending.subarray(CHUNK_BYTES);
    }
  }
  await write(pending, true);
  return size;
}

/**
 * Opens a sealed file chunk by chunk.
 *
 * @param handle the file, opened for reading
 * @param seal whose key
 * @throws SealBroken when the file was altered, cut, or sealed for another case
 */
export async function* readSealed(handle: FileHandle, seal: FileSeal): AsyncGenerator<Buffer> {
  const { size } = await handle.stat();
  const head = await readExactly(handle, 0, MAGIC.length + SALT_BYTES);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('Not a sealed file.');
  const salt = head.subarray(MAGIC.length);
  let at = head.length;
  for (let index = 0; ; index += 1) {
    const length = (await readExactly(handle, at, 4)).readUInt32BE();
    if (length > LARGEST_CHUNK) throw new SealBroken('A chunk of the file has a wrong length.');
    const sealed = await readExactly(handle, at + 4, length);
    at += 4 + length;
    const last = at >= size;
    yield seal.vault.open(seal.caseKey, placeOf(seal, salt, index, last), sealed);
    if (last) return;
  }
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new SealBroken('The sealed file ends too early.');
  return buffer;
}
