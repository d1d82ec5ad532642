import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blindIndex, blindIndexesForLookup, type BlindIndexKind } from './blind-index.ts';
import { deriveId, newId } from './derive-id.ts';
import {
  isLookupCode,
  isOneTimeWord,
  lookupCode,
  oneTimeWord,
  parseLookupCode,
} from './lookup-code.ts';
import { MasterKeyFault } from './master-key-fault.ts';
import {
  addMasterKeyVersion,
  createMasterKeyFile,
  loadMasterKeys,
  MasterKeys,
} from './master-key.ts';
import { Vault } from './vault.ts';

const STREAM = '0192f0c1-7c00-7000-8000-000000000001';
const keys = new MasterKeys(1, new Map([[1, Buffer.alloc(32, 1)]]));
const rotated = new MasterKeys(
  2,
  new Map([
    [1, Buffer.alloc(32, 1)],
    [2, Buffer.alloc(32, 2)],
  ]),
);

const faultOf = (work: () => unknown): MasterKeyFault => {
  try {
    work();
  } catch (error) {
    if (error instanceof MasterKeyFault) return error;
  }
  throw new Error('no fault');
};

describe('the master key file', () => {
  let directory = '';
  const at = (name: string) => path.join(directory, name);
  const write = (name: string, content: string, mode = 0o600) => {
    writeFileSync(at(name), content, { mode });
    chmodSync(at(name), mode);
    return at(name);
  };
  const root = Buffer.alloc(32, 7).toString('base64');

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'huiyin-keys-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('L-3 a new file belongs to one user alone and is never overwritten', () => {
    createMasterKeyFile(at('new'));
    expect(statSync(at('new')).mode & 0o777).toBe(0o600);
    const before = readFileSync(at('new'), 'utf8');
    expect(faultOf(() => createMasterKeyFile(at('new'))).code).toBe('exists');
    expect(readFileSync(at('new'), 'utf8')).toBe(before);
    expect(loadMasterKeys(at('new')).current).toBe(1);
  });

  it('L-3 a file that others may read is refused with a sentence that says what to do', () => {
    for (const mode of [0o640, 0o604, 0o644]) {
      const file = write('open', `{"current":1,"keys":{"1":"${root}"}}`, mode);
      const fault = faultOf(() => loadMasterKeys(file));
      expect(fault.code).toBe('too-open');
      expect(fault.en).toContain(`chmod 600 ${file}`);
      expect(fault.zh).toContain(`chmod 600 ${file}`);
    }
  });

  it('L-3 a file that is missing, malformed or incomplete is refused, and no key is quoted', () => {
    expect(faultOf(() => loadMasterKeys(at('nowhere'))).code).toBe('missing');
    const bad: [string, MasterKeyFault['code']][] = [
      ['', 'malformed'],
      ['[]', 'malformed'],
      [`{"current":1,"keys":{"1":"${root}"},"extra":1}`, 'malformed'],
      [`{"current":1,"keys":{"1":"${root.slice(0, 20)}"}}`, 'malformed'],
      [`{"current":1,"keys":{"01":"${root}"}}`, 'malformed'],
      [`{"current":2,"keys":{"1":"${root}"}}`, 'incomplete'],
      [`{"current":1,"keys":{"1":"${root}"},"pinned":{"words":3}}`, 'incomplete'],
    ];
    for (const [content, code] of bad) {
      const fault = faultOf(() => loadMasterKeys(write('bad', content)));
      expect({ content, code: fault.code }).toEqual({ content, code });
      expect(fault.message).not.toContain(root.slice(0, 8));
    }
  });

  it('L-3 a new version becomes current while codes, ids, words and file addresses stay', () => {
    createMasterKeyFile(at('rotating'));
    const before = loadMasterKeys(at('rotating'));
    expect(addMasterKeyVersion(at('rotating'))).toBe(2);
    expect(addMasterKeyVersion(at('rotating'))).toBe(3);
    const after = loadMasterKeys(at('rotating'));
    expect(after.versions).toEqual([1, 2, 3]);
    expect(after.versionFor('case-key')).toBe(3);
    expect(after.versionFor('blind-index')).toBe(3);
    expect(lookupCode(after, STREAM, 1)).toBe(lookupCode(before, STREAM, 1));
    expect(after.key('words').equals(before.key('words'))).toBe(true);
    expect(after.key('file-address').equals(before.key('file-address'))).toBe(true);
    expect(after.key('case-key', 1).equals(before.key('case-key', 1))).toBe(true);
    expect(statSync(at('rotating')).mode & 0o777).toBe(0o600);
  });

  it('L-3 an office goes over to the national suite by a rotation, and codes stay', () => {
    createMasterKeyFile(at('national'));
    const before = loadMasterKeys(at('national'));
    expect(before.suiteOf().name).toBe('international');
    addMasterKeyVersion(at('national'), 'national');
    const after = loadMasterKeys(at('national'));
    expect([after.suiteOf(1).name, after.suiteOf(2).name]).toEqual(['international', 'national']);
    expect(lookupCode(after, STREAM, 1)).toBe(lookupCode(before, STREAM, 1));
    const asked = blindIndexesForLookup(after, 'telephone', '13800138000');
    expect(asked[0]?.value).toEqual(blindIndex(before, 'telephone', '13800138000').value);
    // The next version stays with the suite.
    addMasterKeyVersion(at('national'));
    expect(loadMasterKeys(at('national')).suiteOf().name).toBe('national');
    const made = new Vault(after).newCaseKey();
    expect(made.wrapped[1]).toBe(2);
    createMasterKeyFile(at('national-first'), 'national');
    expect(lookupCode(loadMasterKeys(at('national-first')), STREAM, 1)).toMatch(/^[0-9A-Z-]{19}$/);
  });

  it('L-3 keys of different purposes differ', () => {
    const purposes = ['case-key', 'blind-index', 'words', 'lookup-code', 'derived-id'] as const;
    const made = purposes.map((purpose) => keys.key(purpose).export().toString('hex'));
    expect(new Set(made).size).toBe(purposes.length);
  });
});

describe('one-time words', () => {
  const made = Date.parse('2026-03-02T09:00:00Z');
  const minute = 60_000;
  const word = oneTimeWord(keys, STREAM, 1, made);
  const fits = (typed: string, now = made, version = 1, stream = STREAM): boolean =>
    isOneTimeWord(keys, stream, version, typed, now);

  it('P-3 eight digits, good for at least ten and at most twenty minutes', () => {
    expect(word).toMatch(/^\d{8}$/);
    expect([0, 9, 10, 19].map((after) => fits(word, made + after * minute))).not.toContain(false);
    expect([20, 30, -1].map((after) => fits(word, made + after * minute))).not.toContain(true);
  });

  it('P-3 read as people type it', () => {
    const wide = [...word].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
    expect(fits(wide.join(''))).toBe(true);
    expect(fits(` ${word.slice(0, 4)} ${word.slice(4)} `)).toBe(true);
  });

  it('P-3 nothing else fits: another code, another petition, other digits', () => {
    expect(fits(word, made, 2)).toBe(false);
    expect(fits(word, made, 1, STREAM.replace(/1$/, '2'))).toBe(false);
    expect(['', word.slice(1), `${word}0`, 'x'.repeat(500)].some((typed) => fits(typed))).toBe(
      false,
    );
  });
});

describe('blind indexes', () => {
  const same: [BlindIndexKind, string, string][] = [
    ['identity-number', '11010519491231002x', '110105 19491231 002X'],
    ['telephone', '+86 138-0013-8000', '13800138000'],
    ['telephone', '0086 13800138000', '１３８００１３８０００'],
    ['telephone', '(010) 6600-0000', '01066000000'],
    ['name', '王 小明', '王小明'],
    ['name', '阿布都·热依木', '阿布都•热依木'],
    ['organisation-code', '91110000-100000000x', '91110000100000000X'],
  ];
  it.each(same)('L-3 one %s written in two ways has one index: %s', (kind, first, second) => {
    expect(blindIndex(keys, kind, first).value).toEqual(blindIndex(keys, kind, second).value);
  });

  it('L-3 other values and other kinds have other indexes of 16 bytes', () => {
    const one = blindIndex(keys, 'telephone', '13800138000');
    expect(one.value).toHaveLength(16);
    expect(one.value).not.toEqual(blindIndex(keys, 'telephone', '13800138001').value);
    expect(one.value).not.toEqual(blindIndex(keys, 'identity-number', '13800138000').value);
  });

  it('L-3 during a rotation a look-up asks for both versions and writes the new one', () => {
    const before = blindIndex(keys, 'telephone', '13800138000');
    const asked = blindIndexesForLookup(rotated, 'telephone', '13800138000');
    expect(asked.map((index) => index.version)).toEqual([1, 2]);
    expect(asked[0]?.value).toEqual(before.value);
    expect(blindIndex(rotated, 'telephone', '13800138000')).toEqual(asked[1]);
  });
});

describe('look-up codes', () => {
  it('P-3 a code is 80 bits in four groups, and another one for each petition and version', () => {
    const code = lookupCode(keys, STREAM, 1);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(lookupCode(keys, STREAM, 1)).toBe(code);
    expect(lookupCode(keys, STREAM, 2)).not.toBe(code);
    expect(lookupCode(keys, STREAM.replace(/1$/, '2'), 1)).not.toBe(code);
    const letters = new Set<string>();
    for (let version = 1; version <= 200; version += 1) {
      for (const letter of lookupCode(keys, STREAM, version)) letters.add(letter);
    }
    expect(letters.size).toBe(33);
  });

  it('P-3 a code typed in lower case, with blanks, with O for 0 and I or L for 1 is understood', () => {
    expect(parseLookupCode(' o123 4567-89ab cdil ')).toBe('0123-4567-89AB-CD11');
    expect(parseLookupCode('０１２３４５６７８９ＡＢＣＤＥＦ')).toBe('0123-4567-89AB-CDEF');
    const code = lookupCode(keys, STREAM, 1);
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
    expect(isLookupCode(keys, STREAM, 1, typed)).toBe(true);
  });

  it('P-3 anything else opens nothing', () => {
    const code = lookupCode(keys, STREAM, 1);
    const changed = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`;
    const wrong = ['', code.slice(1), `${code}0`, changed, 'U'.repeat(16), '-'.repeat(19)];
    expect(wrong.filter((typed) => isLookupCode(keys, STREAM, 1, typed))).toEqual([]);
    expect(isLookupCode(keys, STREAM, 2, code)).toBe(false);
    expect(parseLookupCode('0'.repeat(100_000))).toBeUndefined();
  });
});

describe('ids', () => {
  it('L-1 a retried request has the same id, anything else another one', () => {
    const id = deriveId(keys, 'staff:7', 'POST /petitions', 'k1');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(deriveId(keys, 'staff:7', 'POST /petitions', 'k1')).toBe(id);
    expect(deriveId(keys, 'staff:7', 'POST /petitions', 'k2')).not.toBe(id);
    expect(deriveId(keys, 'staff:7P', 'OST /petitions', 'k1')).not.toBe(id);
  });

  it('L-1 new ids are in the order of their time and never twice', () => {
    const early = newId(Date.UTC(2026, 10, 1));
    const late = newId(Date.UTC(2026, 10, 1) + 1);
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
    expect(new Set(Array.from({ length: 5000 }, () => newId(0))).size).toBe(5000);
  });
});
