import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** The operating system user that PostgreSQL runs as; undefined ids mean "as we are". */
export type ClusterUser = {
  readonly name: string;
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
};

/** Preferred first. PostgreSQL refuses to run as root, so root hands it to one of these. */
const candidates = ['huiyin', 'postgres', '_postgres', 'nobody'];

/** Chooses the user for the cluster; undefined when we are root and none of them exists. */
export const chooseClusterUser = async (): Promise<ClusterUser | undefined> => {
  if (process.getuid?.() !== 0) return { name: process.env['USER'] ?? 'self', ids: undefined };
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const users = new Map(
    passwd
      .split('\n')
      .map((line) => line.split(':'))
      .map((fields) => [fields[0] ?? '', { uid: Number(fields[2]), gid: Number(fields[3]) }]),
  );
  for (const name of candidates) {
    const ids = users.get(name);
    if (ids && ids.uid > 0 && ids.gid > 0) return { name, ids };
  }
  return undefined;
};

/** Whether that user can enter the directory; asked of the system, not guessed from mode bits. */
export const canEnter = async (user: ClusterUser, directory: string): Promise<boolean> => {
  if (user.ids === undefined) return true;
  const child = spawn('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    ...user.ids,
    cwd: '/',
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
};
