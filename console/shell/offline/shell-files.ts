import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export const serviceWorker = 'service-worker';

/**
 * Pages that a telephone takes along, by their source; what they import comes with them. Statistics,
 * charts and everything else stay in the office.
 */
const takenAlong =
  /console\/(shell\/(offline|sign-in|first-steps|broken)|home-visits\/field|disputes\/field|words\/)/;

interface Chunk {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  code?: string;
}

/** The files of a build without which a taken-along page does not open. */
export function filesTakenAlong(chunks: readonly Chunk[]): readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const taken = new Set<string>();
  const take = (name: string): void => {
    const chunk = byName.get(name);
    if (chunk === undefined || taken.has(name)) return;
    taken.add(name);
    for (const next of chunk.imports ?? []) take(next);
  };
  for (const { type, fileName, isEntry, facadeModuleId } of chunks) {
    if (fileName === `${serviceWorker}.js`) continue;
    if (type === 'asset' && fileName.endsWith('.css')) taken.add(fileName);
    if (isEntry === true || takenAlong.test(facadeModuleId ?? '')) take(fileName);
  }
  return [...taken].toSorted();
}

/** Lists the taken-along files of a build for the service worker, and gives that its version. */
export const shellFiles = (): Plugin => ({
  name: 'huiyin-shell-files',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = filesTakenAlong(Object.values(bundle) as unknown as readonly Chunk[]).map(
      (name) => `/console/${name}`,
    );
    const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
    const source = JSON.stringify({ version, files });
    this.emitFile({ type: 'asset', fileName: 'shell-files.json', source });
    const worker = bundle[`${serviceWorker}.js`];
    if (worker?.type === 'chunk') {
      // A changed worker is what a browser takes for a new release.
      worker.code = worker.code.replaceAll('__SHELL_VERSION__', version);
    }
  },
});
