import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MasterKeys } from '../vault/master-key.ts';
import { SealBroken, Vault } from '../vault/vault.ts';
import { FileStore } from './file-store.ts';

const STREAM = '0192f0c1-7c00-7000-8000-000000000001';
const OTHER = '0192f0c1-7c00-7000-8000-000000000002';
const keys = new MasterKeys(1, new Map([[1, Buffer.alloc(32, 1)]]));
const vault = new Vault(keys);
const { key } = vault.newCaseKey();
const gigabyte = 1024 ** 3;

let directory = '';
let free = gigabyte;
let store: FileStore;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'huiyin-files-'));
  free = gigabyte;
  store = await FileStore.open({ directory, vault, keys, freeBytes: async () => free });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const pathOf = (address: string) => path.join(directory, address.slice(0, 2), address.slice(2));

const put = async (content: Buffer, streamId = STREAM): Promise<string> => {
  const stored = await store.put(streamId, key, content);
  if (!stored.ok) throw new Error(stored.refusal.code);
  return stored.value.address;
};

const filesOf = async (): Promise<string[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

/** As a torn connection or a full disk would break it. */
async function* breaking(code: string): AsyncGenerator<Buffer> {
  yield randomBytes(200_000);
  throw Object.assign(new Error(code), { code });
}

describe('the file store', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 1_000_000])(
    'L-3 %i bytes come back as put',
    async (size) => {
      const content = randomBytes(size);
      expect(await store.getBytes(STREAM, key, await put(content))).toEqual(content);
    },
  );

  it('L-3 a stream in pieces has the address of its content', async () => {
    const content = randomBytes(300_000);
    const pieces = async function* pieces(): AsyncGenerator<Buffer> {
      for (let at = 0; at < content.length; at += 7919) yield content.subarray(at, at + 7919);
    };
    const stored = await store.put(STREAM, key, pieces());
    expect(stored).toEqual({ ok: true, value: { address: await put(content), size: 300_000 } });
    expect(await filesOf()).toHaveLength(1);
  });

  it('L-3 the disk holds the content in no readable form, for this user alone', async () => {
    const content = Buffer.from('征地补偿协议书'.repeat(1000));
    const file = pathOf(await put(content));
    const onDisk = await readFile(file);
    expect(onDisk.includes(Buffer.from('征地补偿'))).toBe(false);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('L-3 the same paper in two cases has two addresses and opens in its own case only', async () => {
    const content = randomBytes(1000);
    const address = await put(content);
    const elsewhere = await put(content, OTHER);
    expect(address).not.toBe(elsewhere);
    await expect(store.getBytes(OTHER, key, address)).rejects.toThrow(SealBroken);
    const otherKey = vault.newCaseKey().key;
    await expect(store.getBytes(STREAM, otherKey, address)).rejects.toThrow(SealBroken);
  });

  it('L-3 a changed, cut, lengthened, reordered or exchanged file is found', async () => {
    const address = await put(randomBytes(200_000));
    const file = pathOf(address);
    const good = await readFile(file);
    // Head of 20 bytes, then chunks of 4 + 2 + 12 + 65536 + 16 bytes.
    const chunk = 4 + 2 + 12 + 65_536 + 16;
    const swapped = Buffer.from(good);
    good.copy(swapped, 20, 20 + chunk, 20 + 2 * chunk);
    good.copy(swapped, 20 + chunk, 20, 20 + chunk);
    const changed = Buffer.from(good);
    changed[100_000] = (changed[100_000] ?? 0) ^ 1;
    const another = await readFile(pathOf(await put(randomBytes(200_000))));
    const cuts = [good.subarray(0, -1), good.subarray(0, 20 + 2 * chunk), good.subarray(0, 10)];
    for (const bad of [changed, swapped, another, Buffer.concat([good, good]), ...cuts]) {
      await writeFile(file, bad);
      await expect(store.getBytes(STREAM, key, address)).rejects.toThrow(SealBroken);
    }
    await rm(file);
    await expect(store.getBytes(STREAM, key, address)).rejects.toThrow('missing');
  });

  it('X-5 an address that is a path is thrown out', async () => {
    await expect(store.getBytes(STREAM, key, '../../etc/passwd')).rejects.toThrow('address');
  });

  it('X-7 with less than the reserve free an upload is refused before it is read', async () => {
    free = 200 * 1024 * 1024 - 1;
    let read = false;
    const source = async function* source(): AsyncGenerator<Buffer> {
      read = true;
      yield Buffer.from('x');
    };
    const full = { ok: false, refusal: { code: 'storage-full' } };
    expect(await store.checkRoom()).toMatchObject(full);
    expect(await store.put(STREAM, key, source())).toMatchObject(full);
    expect(read).toBe(false);
    free = 200 * 1024 * 1024 + 10;
    expect(await store.put(STREAM, key, randomBytes(11))).toMatchObject(full);
    // … and by itself again when there is room.
    free = gigabyte;
    expect(await store.put(STREAM, key, randomBytes(11))).toMatchObject({ ok: true });
  });

  it('X-7 a disk that fills up while writing refuses, and nothing is left behind', async () => {
    for (const code of ['ENOSPC', 'EDQUOT']) {
      expect(await store.put(STREAM, key, breaking(code))).toMatchObject({
        ok: false,
        refusal: { code: 'storage-full' },
      });
    }
    await expect(store.put(STREAM, key, breaking('ECONNRESET'))).rejects.toThrow('ECONNRESET');
    expect(await filesOf()).toEqual([]);
  });

  it('X-7 the real free space of the disk is asked', async () => {
    const real = await FileStore.open({ directory, vault, keys, reserve: 2 ** 60 });
    expect(await real.checkRoom()).toMatchObject({ ok: false });
    const modest = await FileStore.open({ directory, vault, keys, reserve: 1 });
    expect(await modest.checkRoom()).toEqual({ ok: true, value: true });
  });

  it('X-6 the sweep removes what no event names, old enough, and nothing else', async () => {
    const [named, abandoned, young] = [
      await put(randomBytes(10)),
      await put(randomBytes(11)),
      await put(randomBytes(12)),
    ];
    const yesterday = new Date(Date.now() - 86_400_000);
    const torn = path.join(directory, 'incoming', 'torn');
    await writeFile(torn, 'x');
    for (const file of [pathOf(named), pathOf(abandoned), torn]) {
      await utimes(file, yesterday, yesterday);
    }
    const asked: string[] = [];
    const isReferenced = async (addresses: readonly string[]) => {
      asked.push(...addresses);
      return new Set([named]);
    };
    const removed = await store.sweepUnreferenced(isReferenced, new Date(Date.now() - 3_600_000));
    expect(removed).toBe(2);
    expect(asked).not.toContain(young);
    expect((await filesOf()).toSorted()).toEqual([named.slice(2), young.slice(2)].toSorted());
  });

  it('X-6 content put again while it is being swept stays', async () => {
    const content = randomBytes(10);
    const address = await put(content);
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(pathOf(address), yesterday, yesterday);
    const isReferenced = async () => {
      await put(content);
      return new Set<string>();
    };
    const olderThan = new Date(Date.now() - 3_600_000);
    expect(await store.sweepUnreferenced(isReferenced, olderThan)).toBe(0);
    expect(await store.getBytes(STREAM, key, address)).toEqual(content);
  });
});
