import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { MasterKeyFault } from './master-key-fault.ts';
import { suiteNamed, type CipherSuite, type SuiteName } from './suite.ts';

/**
 * What a key is derived for. Case keys are wrapped and blind indexes written under the current
 * version; the other four are pinned to a version of their own, because a new one would void every
 * look-up code handed out, every retried request, every search word and every stored file.
 */
export type KeyPurpose =
  | 'case-key'
  | 'blind-index'
  | 'words'
  | 'lookup-code'
  | 'derived-id'
  | 'file-address';

export type PinnedPurpose = Exclude<KeyPurpose, 'case-key'>;

type Pins = Readonly<Partial<Record<PinnedPurpose, number | undefined>>>;

const fileSchema = z.strictObject({
  current: z.int().positive(),
  keys: z.record(z.string().regex(/^[1-9]\d{0,4}$/), z.base64()),
  /** By version; a version that is not named belongs to the international suite. */
  suites: z.record(z.string(), z.enum(['international', 'national'])).optional(),
  pinned: z
    .strictObject({
      'blind-index': z.int().positive(),
      words: z.int().positive(),
      'lookup-code': z.int().positive(),
      'derived-id': z.int().positive(),
      'file-address': z.int().positive(),
    })
    .partial()
    .optional(),
});

type MasterKeyFile = z.infer<typeof fileSchema>;

const KEY_BYTES = 32;

/**
 * The master key versions in memory, and the keys derived from them by HKDF. Each version belongs to
 * one suite: an office changes its suite by a rotation, and what is pinned keeps its own.
 */
export class MasterKeys {
  readonly current: number;
  readonly versions: readonly number[];
  readonly #roots: ReadonlyMap<number, KeyObject>;
  readonly #pinned: Pins;
  readonly #suites: ReadonlyMap<number, SuiteName>;
  readonly #derived = new Map<string, KeyObject>();

  constructor(
    current: number,
    roots: ReadonlyMap<number, Buffer>,
    pinned: Pins = {},
    suites: ReadonlyMap<number, SuiteName> = new Map(),
  ) {
    this.current = current;
    this.versions = [...roots.keys()].sort((a, b) => a - b);
    this.#roots = new Map([...roots].map(([version, root]) => [version, createSecretKey(root)]));
    this.#pinned = pinned;
    this.#suites = suites;
  }

  /** The suite of a version, by default of the current one. */
  suiteOf(version: number = this.current): CipherSuite {
    return suiteNamed(this.#suites.get(version) ?? 'international');
  }

  /** The version that new values of this purpose are made with. */
  versionFor(purpose: KeyPurpose): number {
    if (purpose === 'case-key') return this.current;
    const pinned = this.#pinned[purpose];
    if (pinned !== undefined) return pinned;
    return purpose === 'blind-index' ? this.current : (this.versions[0] ?? this.current);
  }

  /**
   * @param purpose whose key
   * @param text what is hashed
   * @param version as for `key`
   * @returns the keyed hash of the text by the version's suite, 32 bytes
   */
  mac(purpose: KeyPurpose, text: string, version: number = this.versionFor(purpose)): Buffer {
    return this.suiteOf(version).mac(this.key(purpose, version), text);
  }

  /**
   * @param purpose what the key is for; keys of two purposes tell nothing about each other
   * @param version a version of the file; by default the one that new values are made with
   * @returns a key of 32 bytes
   */
  key(purpose: KeyPurpose, version: number = this.versionFor(purpose)): KeyObject {
    const name = `${purpose}/${version}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const root = this.#roots.get(version);
    if (!root) {
      throw new MasterKeyFault('incomplete', { version });
    }
    const bytes = hkdfSync(
      this.suiteOf(version).digest,
      root,
      'huiyin',
      `huiyin/${name}`,
      KEY_BYTES,
    );
    const made = createSecretKey(Buffer.from(bytes));
    this.#derived.set(name, made);
    return made;
  }
}

function readMasterKeyFile(file: string): MasterKeyFile {
  let mode: number;
  let text: string;
  try {
    mode = statSync(file).mode;
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new MasterKeyFault('missing', { file });
    }
    throw new MasterKeyFault('unreadable', { file });
  }
  // Windows has no group and others in the mode.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new MasterKeyFault('too-open', { file });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MasterKeyFault('malformed', { file, place: 'JSON' });
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    // Only the place is named: zod's message could quote a piece of a key.
    const place = parsed.error.issues[0]?.path.join('.') || 'JSON';
    throw new MasterKeyFault('malformed', { file, place });
  }
  return parsed.data;
}

/**
 * Reads the master key file, which lies outside the database and belongs to one user alone.
 *
 * @param file path of the JSON file {current, keys: {version: base64 of 32 bytes}, pinned?}
 * @returns the keys in memory
 * @throws MasterKeyFault with one sentence for the operator: missing, open to others, malformed,
 *   without a version that it names, or with a key that is not 32 bytes
 */
export function loadMasterKeys(file: string): MasterKeys {
  const content = readMasterKeyFile(file);
  const roots = new Map<number, Buffer>();
  for (const [version, text] of Object.entries(content.keys)) {
    const root = Buffer.from(text, 'base64');
    if (root.length !== KEY_BYTES) {
      throw new MasterKeyFault('malformed', { file, place: `keys.${version}` });
    }
    roots.set(Number(version), root);
  }
  for (const version of [content.current, ...Object.values(content.pinned ?? {})]) {
    if (version !== undefined && !roots.has(version)) {
      throw new MasterKeyFault('incomplete', { version });
    }
  }
  const suites = Object.entries(content.suites ?? {});
  return new MasterKeys(
    content.current,
    roots,
    content.pinned,
    new Map(suites.map(([version, suite]) => [Number(version), suite])),
  );
}

/** Whole or not at all: a torn key file would lose every case. */
function writeMasterKeyFile(file: string, content: MasterKeyFile, flag: 'wx' | 'w'): void {
  const target = flag === 'wx' ? file : `${file}.new`;
  const descriptor = openSync(target, flag, 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (target !== file) renameSync(target, file);
}

const freshRoot = (): string => randomBytes(KEY_BYTES).toString('base64');

/**
 * Makes a master key file with version 1, readable by this user alone.
 *
 * @param file path that must not exist yet; a file that exists is never overwritten
 * @param suite the suite that the office seals with
 * @throws MasterKeyFault when the file exists
 */
export function createMasterKeyFile(file: string, suite: SuiteName = 'international'): void {
  try {
    writeMasterKeyFile(
      file,
      { current: 1, keys: { '1': freshRoot() }, suites: { '1': suite } },
      'wx',
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new MasterKeyFault('exists', { file });
    }
    throw error;
  }
}

/**
 * Adds a fresh version and makes it current; the old ones stay, for reading. The purposes that must
 * not change by a rotation stay pinned to the version that they have.
 *
 * @param file the existing master key file
 * @param suite the suite of the new version; that of the current one unless told
 * @returns the number of the new version
 * @throws MasterKeyFault as loadMasterKeys does
 */
export function addMasterKeyVersion(file: string, suite?: SuiteName): number {
  const keys = loadMasterKeys(file);
  const content = readMasterKeyFile(file);
  const version = Math.max(...keys.versions) + 1;
  writeMasterKeyFile(
    file,
    {
      current: version,
      keys: { ...content.keys, [version]: freshRoot() },
      suites: { ...content.suites, [version]: suite ?? keys.suiteOf().name },
      pinned: {
        words: keys.versionFor('words'),
        'lookup-code': keys.versionFor('lookup-code'),
        'derived-id': keys.versionFor('derived-id'),
        'file-address': keys.versionFor('file-address'),
      },
    },
    'w',
  );
  return version;
}
