import { createHmac, randomBytes, type Hmac } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import path from 'node:path';
import { refuse, type Refusal, type Refused } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { MasterKeys } from '../vault/master-key.ts';
import { SealBroken, type CaseKey, type Vault } from '../vault/vault.ts';
import { isStorageFull, moveDurably, syncDirectory } from './durable.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** Where a stored file lies; events and rows carry it. 64 hexadecimal digits. */
export interface StoredFile {
  readonly address: string;
  /** Bytes of content. */
  readonly size: number;
}

export interface FileStoreOptions {
  /** DATA_DIR/files; made when missing. */
  readonly directory: string;
  readonly vault: Vault;
  readonly keys: MasterKeys;
  /** Free bytes that uploads must leave to the database and its log. */
  readonly reserve?: number;
  /** Tells the free bytes of the directory's disk; replaced in tests. */
  readonly freeBytes?: (directory: string) => Promise<number>;
}

const DEFAULT_RESERVE = 200 * 1024 * 1024;
const ADDRESS = /^[0-9a-f]{64}$/;
const SWEEP_BATCH = 500;

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/**
 * Files by content, sealed. The address is a hash keyed per case: the same content in two cases has
 * two addresses, so the directory tells nobody who sent the same paper.
 */
export class FileStore {
  readonly #directory: string;
  readonly #incoming: string;
  readonly #options: FileStoreOptions;
  readonly #freeBytes: (directory: string) => Promise<number>;

  private constructor(options: FileStoreOptions) {
    this.#directory = options.directory;
    this.#incoming = path.join(options.directory, 'incoming');
    this.#options = options;
    this.#freeBytes = options.freeBytes ?? freeBytesOf;
  }

  /** Opens the store, making its directories, which belong to this user alone. */
  static async open(options: FileStoreOptions): Promise<FileStore> {
    const store = new FileStore(options);
    await mkdir(store.#incoming, { recursive: true, mode: 0o700 });
    await syncDirectory(store.#directory);
    return store;
  }

  /**
   * Asked before an upload is read, so that text can still be taken when files cannot.
   *
   * @param bytes that shall be written
   * @returns refusal `storage-full` when less than the reserve would be left
   */
  async checkRoom(bytes = 0): Promise<Result<true, Refusal>> {
    const free = await this.#freeBytes(this.#directory);
    const reserve = this.#options.reserve ?? DEFAULT_RESERVE;
    return free - bytes < reserve ? refuse('storage-full') : ok(true);
  }

  /**
   * Seals content and stores it; when it returns, the file is on the disk. The event that names the
   * address is written afterwards.
   *
   * @param streamId the case
   * @param caseKey its key
   * @param content bytes, whole or as a stream
   * @returns address and size, or refusal `storage-full`; nothing is left behind then
   */
  async put(
    streamId: string,
    caseKey: CaseKey,
    content: Buffer | AsyncIterable<Buffer>,
  ): Promise<Result<StoredFile, Refusal>> {
    const size = Buffer.isBuffer(content) ? content.length : 0;
    const room = await this.checkRoom(size);
    if (!room.ok) return room;
    const temporary = path.join(this.#incoming, randomBytes(16).toString('hex'));
    try {
      const stored = await this.#write(temporary, streamId, caseKey, asStream(content));
      const target = this.#pathOf(stored.address);
      if (await touched(target)) await rm(temporary, { force: true });
      else await moveDurably(temporary, target);
      return ok(stored);
    } catch (error) {
      await rm(temporary, { force: true });
      return storageFullOr(error);
    }
  }

  async #write(
    temporary: string,
    streamId: string,
    caseKey: CaseKey,
    source: AsyncIterable<Buffer>,
  ): Promise<StoredFile> {
    const seal = { vault: this.#options.vault, caseKey, streamId };
    const hmac = this.#addressMac(streamId);
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const salt = randomBytes(16);
      const size = await writeSealed(handle, seal, salt, source, (piece) => hmac.update(piece));
      await handle.sync();
      return { address: hmac.digest('hex'), size };
    } finally {
      await handle.close();
    }
  }

  /**
   * @param streamId the case
   * @param caseKey its key
   * @param address from `put`
   * @returns the content, piece by piece; the last check falls when the last piece was read
   * @throws SealBroken when the file is missing, altered, or another one
   */
  async *get(streamId: string, caseKey: CaseKey, address: string): AsyncGenerator<Buffer> {
    const handle = await open(this.#pathOf(address), 'r').catch(() => undefined);
    if (!handle) throw new SealBroken('A stored file is missing.');
    try {
      const hmac = this.#addressMac(streamId);
      for await (const piece of readSealed(handle, {
        vault: this.#options.vault,
        caseKey,
        streamId,
      })) {
        hmac.update(piece);
        yield piece;
      }
      if (hmac.digest('hex') !== address) throw new SealBroken('A stored file is another one.');
    } finally {
      await handle.close();
    }
  }

  /** As `get`, whole in memory. */
  async getBytes(streamId: string, caseKey: CaseKey, address: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.get(streamId, caseKey, address)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /**
   * Removes files that no event came to name: the form was abandoned, or the server was killed
   * between file and event.
   *
   * @param isReferenced which of these addresses are named
   * @param olderThan files put since are left alone: their event may still come
   * @returns how many files were removed, unfinished ones included
   */
  async sweepUnreferenced(
    isReferenced: (addresses: readonly string[]) => Promise<ReadonlySet<string>>,
    olderThan: Date,
  ): Promise<number> {
    let removed = await this.#sweepIncoming(olderThan);
    for (const shard of await readdir(this.#directory)) {
      if (!/^[0-9a-f]{2}$/.test(shard)) continue;
      const names = await readdir(path.join(this.#directory, shard));
      const addresses = names.map((name) => `${shard}${name}`).filter((name) => ADDRESS.test(name));
      for (let at = 0; at < addresses.length; at += SWEEP_BATCH) {
        const old = await this.#olderOf(addresses.slice(at, at + SWEEP_BATCH), olderThan);
        if (old.length === 0) continue;
        const referenced = await isReferenced(old);
        for (const address of old) {
          if (!referenced.has(address) && (await this.#remove(address, olderThan))) removed += 1;
        }
      }
    }
    return removed;
  }

  async #sweepIncoming(olderThan: Date): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.#incoming)) {
      const file = path.join(this.#incoming, name);
      if (!(await isOlder(file, olderThan))) continue;
      await rm(file, { force: true });
      removed += 1;
    }
    return removed;
  }

  async #olderOf(addresses: readonly string[], olderThan: Date): Promise<string[]> {
    const old: string[] = [];
    for (const address of addresses) {
      if (await isOlder(this.#pathOf(address), olderThan)) old.push(address);
    }
    return old;
  }

  /**
   * Away first, then a second look: a put of the same content may have touched the file after it
   * was found old, and counts on it.
   */
  async #remove(address: string, olderThan: Date): Promise<boolean> {
    const away = path.join(this.#incoming, `swept-${address}`);
    await rename(this.#pathOf(address), away);
    if (await isOlder(away, olderThan)) {
      await rm(away, { force: true });
      return true;
    }
    await moveDurably(away, this.#pathOf(address));
    return false;
  }

  #pathOf(address: string): string {
    if (!ADDRESS.test(address)) throw new TypeError('not the address of a file');
    return path.join(this.#directory, address.slice(0, 2), address.slice(2));
  }

  #addressMac(streamId: string): Hmac {
    const { keys } = this.#options;
    const { digest } = keys.suiteOf(keys.versionFor('file-address'));
    return createHmac(digest, keys.mac('file-address', streamId));
  }
}

async function* asStream(content: Buffer | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(content)) yield content;
  else yield* content;
}

/** Makes an existing file young, so that no sweep takes it; false when there is none. */
async function touched(file: string): Promise<boolean> {
  try {
    const now = new Date();
    await utimes(file, now, now);
    return true;
  } catch {
    return false;
  }
}

async function isOlder(file: string, than: Date): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && found.isFile() && found.mtime < than;
}

function storageFullOr(error: unknown): Refused {
  if (isStorageFull(error)) return refuse('storage-full');
  throw error;
}
