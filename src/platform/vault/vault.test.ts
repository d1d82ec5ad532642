import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MasterKeys } from './master-key.ts';
import type { SuiteName } from './suite.ts';
import { commitment, SealBroken, Vault } from './vault.ts';

const STREAM = '0192f0c1-7c00-7000-8000-000000000001';
const keysOf = (...versions: number[]) =>
  new MasterKeys(
    Math.max(...versions),
    new Map(versions.map((version) => [version, Buffer.alloc(32, version)])),
  );

describe.each<SuiteName>(['international', 'national'])('sealing with the %s suite', (suite) => {
  const vault = new Vault(keysOf(1), suite);
  const { key } = vault.newCaseKey();

  it('L-3 a sealed value opens again, whatever JSON value it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const item = vault.sealJson(key, STREAM, 'text', value);
        const opened = vault.openJson(key, STREAM, 'text', item.ciphertext, item.hash);
        expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
      }),
      { numRuns: 100 },
    );
  });

  it('L-3 the ciphertext holds the text in no encoding and differs each time', () => {
    const text = '王小明反映青山镇征地补偿款未发放';
    const first = vault.sealJson(key, STREAM, 'text', text);
    const second = vault.sealJson(key, STREAM, 'text', text);
    expect(first.ciphertext.includes(Buffer.from(text))).toBe(false);
    expect(first.ciphertext.equals(second.ciphertext)).toBe(false);
    expect(first.hash).not.toBe(second.hash);
  });

  it('L-3 one changed byte anywhere is found', () => {
    const { ciphertext } = vault.sealJson(key, STREAM, 'text', '补偿款');
    for (let at = 0; at < ciphertext.length; at += 1) {
      const altered = Buffer.from(ciphertext);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => vault.openJson(key, STREAM, 'text', altered)).toThrow(SealBroken);
    }
    for (let length = 0; length < ciphertext.length; length += 1) {
      const cut = ciphertext.subarray(0, length);
      expect(() => vault.openJson(key, STREAM, 'text', cut)).toThrow(SealBroken);
    }
  });

  it('L-3 a value moved to another case or another item does not open', () => {
    const { ciphertext } = vault.sealJson(key, STREAM, 'text', '补偿款');
    const elsewhere = STREAM.replace(/1$/, '2');
    expect(() => vault.openJson(key, elsewhere, 'text', ciphertext)).toThrow(SealBroken);
    expect(() => vault.openJson(key, STREAM, 'name', ciphertext)).toThrow(SealBroken);
    const other = vault.newCaseKey().key;
    expect(() => vault.openJson(other, STREAM, 'text', ciphertext)).toThrow(SealBroken);
  });

  it('L-3 a sealed value put in the place of a later one breaks the commitment', () => {
    const earlier = vault.sealJson(key, STREAM, 'text', '补偿款');
    const later = vault.sealJson(key, STREAM, 'text', '安置房');
    expect(() => vault.openJson(key, STREAM, 'text', earlier.ciphertext, later.hash)).toThrow(
      SealBroken,
    );
  });

  it('L-3 case keys open under the master key version that wrapped them, and no other', () => {
    const made = vault.newCaseKey();
    const item = vault.sealJson(made.key, STREAM, 'text', '补偿款');
    const again = new Vault(keysOf(1), suite).unwrap(made.wrapped, made.keyVersion);
    expect(vault.openJson(again, STREAM, 'text', item.ciphertext)).toBe('补偿款');
    expect(() => new Vault(keysOf(1, 2), suite).unwrap(made.wrapped, 2)).toThrow(SealBroken);
    expect(() => new Vault(keysOf(2), suite).unwrap(made.wrapped, 1)).toThrow('version 1');
  });

  it('L-3 rewrapping changes the wrapped key and leaves what it sealed readable', () => {
    const made = vault.newCaseKey();
    const item = vault.sealJson(made.key, STREAM, 'text', '补偿款');
    const rotating = new Vault(keysOf(1, 2), suite);
    const rewrapped = rotating.rewrap(made.wrapped, made.keyVersion);
    expect(rewrapped.keyVersion).toBe(2);
    const key2 = new Vault(keysOf(2), suite).unwrap(rewrapped.wrapped, 2);
    expect(vault.openJson(key2, STREAM, 'text', item.ciphertext, item.hash)).toBe('补偿款');
  });

  it('L-3 bytes sealed without a commitment open at their place alone', () => {
    const sealed = vault.seal(key, 'draft 7', '草稿');
    expect(vault.open(key, 'draft 7', sealed).toString()).toBe('草稿');
    expect(() => vault.open(key, 'draft 8', sealed)).toThrow(SealBroken);
  });
});

describe('suites side by side', () => {
  it('L-3 after a change of suite the older values still open and keep their commitments', () => {
    const before = new Vault(keysOf(1), 'international');
    const after = new Vault(keysOf(1), 'national');
    const made = before.newCaseKey();
    const item = before.sealJson(made.key, STREAM, 'text', '补偿款');
    const key = after.unwrap(made.wrapped, made.keyVersion);
    expect(after.openJson(key, STREAM, 'text', item.ciphertext, item.hash)).toBe('补偿款');
    const newer = after.sealJson(key, STREAM, 'text', '安置房');
    expect(before.openJson(made.key, STREAM, 'text', newer.ciphertext, newer.hash)).toBe('安置房');
  });

  it('L-3 the commitment is SHA-256 over salt and text, as anyone can work out', () => {
    const salt = randomBytes(16);
    const expected = createHash('sha256').update(salt).update('"补偿款"').digest('hex');
    expect(commitment(salt, '"补偿款"')).toBe(expected);
    expect(commitment(salt, '"补偿款"', 'national')).not.toBe(expected);
  });

  it('L-3 more case keys than are remembered still open', () => {
    const vault = new Vault(keysOf(1));
    const made = Array.from({ length: 2100 }, () => vault.newCaseKey());
    for (let round = 0; round < 2; round += 1) {
      for (const { key, wrapped } of made) expect(vault.unwrap(wrapped, 1).equals(key)).toBe(true);
    }
  });
});
