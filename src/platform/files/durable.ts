import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

/** What file systems answer when there is no room: the disk, or the user's share of it. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Whether an error of the file system means that there is no room left. */
export const isStorageFull = (error: unknown): boolean =>
  FULL.has((error as NodeJS.ErrnoException | undefined)?.code ?? '');

/** Writes a directory's entries to the disk: without it a renamed file can be lost with the power. */
export async function syncDirectory(directory: string): Promise<void> {
  // Windows cannot open a directory; its file system journals the entry itself.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a synced file in its place so that after a crash it is there whole or not at all. */
export async function moveDurably(from: string, to: string): Promise<void> {
  const directory = path.dirname(to);
  const made = await mkdir(directory, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncDirectory(path.dirname(made));
  await rename(from, to);
  await syncDirectory(directory);
}
