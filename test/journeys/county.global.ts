import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { ended, newHome, removeHome, settingsOf } from '../system/house.ts';

/** Where the running county is, and what opens everybody's account. */
export interface CountyAddress {
  readonly url: string;
  readonly password: string;
  /** The directory of the data, for the programs of the operator. */
  readonly dataDir: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    county: CountyAddress;
  }
}

const entry = path.join(import.meta.dirname, 'serve-county.ts');

const startCounty = async (
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly address: CountyAddress; readonly child: ChildProcess }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString('utf8')));
  const address = await new Promise<CountyAddress>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{"url"')) return;
      const told = JSON.parse(line) as Omit<CountyAddress, 'dataDir'>;
      resolve({ ...told, dataDir: settings['DATA_DIR'] ?? '' });
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.join('')}`)));
  });
  return { address, child };
};

/** One whole program with a small demo county for all journeys; `COUNTY_URL` names a running one. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const running = process.env['COUNTY_URL'];
  if (running !== undefined) {
    project.provide('county', {
      url: running,
      password: process.env['COUNTY_PASSWORD'] ?? '',
      dataDir: process.env['COUNTY_DATA'] ?? '',
    });
    return async () => undefined;
  }
  const home = await newHome();
  const settings = settingsOf(home, { COUNTY_SIZE: '80', DATABASE_MEMORY: '128MB' });
  const { address, child } = await startCounty(settings);
  project.provide('county', address);
  return async () => {
    child.kill('SIGTERM');
    await ended(child);
    await removeHome(home, settings);
  };
};
