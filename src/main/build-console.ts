import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { consoleDirectory } from './server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const stampFile = path.join(root, 'dist/console.stamp');

/** A hash over the console's sources, so that a stale build is noticed. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['console', 'src/kernel', 'src/capabilities']) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    for (const name of names.toSorted()) {
      if (!/\.(tsx?|css|html|json|svg|webmanifest)$/.test(name)) continue;
      hash.update(name).update(await readFile(path.join(root, folder, name)));
    }
  }
  hash.update(await readFile(path.join(root, 'package-lock.json')));
  return hash.digest('hex');
}

/**
 * Builds the console when it was never built or its sources changed since.
 * @param write told that it takes a moment
 */
export async function buildConsoleIfStale(write: (text: string) => unknown): Promise<void> {
  const hash = await hashOfSources();
  const built = existsSync(path.join(consoleDirectory, 'index.html'));
  const known = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : '';
  if (built && known === hash) return;
  write('正在构建工作台界面… Building the console (once, about 20 seconds)…\n');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'console/vite.config.ts', '--logLevel', 'error'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The console could not be built (vite ended with ${code}).`);
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, hash);
}
