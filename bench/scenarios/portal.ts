import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildConsoleIfStale } from '../../src/main/build-console.ts';
import { consoleDirectory } from '../../src/main/server.ts';
import { launchBrowser } from '../../test/harness/browser.ts';
import type { Ground, Scenario } from './scenario.ts';

/** 400 kbit/s and 200 ms, as on a telephone at the edge of its network. */
const slow = { offline: false, latency: 200, downloadThroughput: 50_000, uploadThroughput: 50_000 };

interface Seen {
  readonly kilobytes: number;
  readonly firstPaint: number;
}

/** Opens the submit page with an empty cache on a slow line. */
async function openSubmit({ program }: Ground): Promise<Seen> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow);
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(`http://${program.host}:${program.port}/submit`, { waitUntil: 'networkidle' });
    // The paint is recorded a moment after the network falls still.
    const recorded = await page.waitForFunction(
      `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`,
    );
    const firstPaint = Number(await recorded.jsonValue());
    return { kilobytes: bytes / 1024, firstPaint };
  } finally {
    await browser.close();
  }
}

/** Everything that the console's first page asks for before it shows anything, gzipped. */
function consoleWeight(): number {
  const index = readFileSync(path.join(consoleDirectory, 'index.html'));
  const names = [...index.toString('utf8').matchAll(/(?:src|href)="\/console\/([^"]+)"/g)];
  const files = names.map(([, name]) => readFileSync(path.join(consoleDirectory, name ?? '')));
  return [index, ...files].reduce((sum, file) => sum + gzipSync(file).length, 0) / 1024;
}

/** What a citizen on a slow line waits for, and what the console's first load weighs. */
export const portal: Scenario = {
  name: 'portal',
  run: async (ground) => {
    await buildConsoleIfStale(() => undefined);
    // The first look warms the server up; a citizen is not its first visitor.
    await openSubmit(ground);
    const seen = await openSubmit(ground);
    return [
      { name: 'portal.submit', value: seen.kilobytes, unit: 'KB' },
      { name: 'portal.first-paint', value: seen.firstPaint, unit: 'ms' },
      { name: 'portal.console', value: consoleWeight(), unit: 'KB' },
    ];
  },
};
