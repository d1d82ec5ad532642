import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** Where Debian puts its browser. */
const debian = '/usr/bin/chromium';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Program {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A program on this machine: named by CHROMIUM_PATH, or Debian's. */
const installed = (): Program | undefined => {
  const named = process.env['CHROMIUM_PATH'];
  // A wrong name fails at the launch: another browser than the one asked for proves nothing.
  const executablePath = named ?? (existsSync(debian) ? debian : undefined);
  return executablePath === undefined ? undefined : { executablePath, args: quiet, env: {} };
};

/** The browser that npm brings. It knows no Chinese letters: the ones of our papers are lent. */
const brought = async (): Promise<Program> => {
  // Makes it unpack the system libraries that a bare server lacks; read when it is loaded.
  process.env['VERCEL'] = '1';
  const { default: packed } = await import('@sparticuz/chromium');
  packed.setGraphicsMode = false;
  const executablePath = await packed.executablePath();
  return {
    executablePath,
    args: [...packed.args.filter((arg) => !arg.startsWith('--headless')), ...quiet],
    env: { FONTCONFIG_FILE: await fontConfiguration() },
  };
};

const fontFolder = (family: string): string =>
  path.dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`));

const fontConfiguration = async (): Promise<string> => {
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-fonts-'));
  const folders = ['noto-sans-sc', 'noto-serif-sc'].map((family) => fontFolder(family));
  const file = path.join(home, 'fonts.conf');
  await writeFile(
    file,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      ...folders.map((folder) => `  <dir>${folder}</dir>`),
      `  <cachedir>${path.join(home, 'cache')}</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return file;
};

const launch = ({ executablePath, args, env }: Program): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } });

/**
 * Starts a browser without a window: `CHROMIUM_PATH`, else Debian's, else the one that npm brings.
 * Where none starts, the test fails; it is never skipped.
 */
export const launchBrowser = async (): Promise<Browser> => launch(installed() ?? (await brought()));

/**
 * Starts a browser that keeps what it is given, like the one on a telephone: started again in the same
 * folder it has it still. Microphone and camera are those of a machine that pretends.
 */
export const launchOwnBrowser = async (
  folder: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> => {
  const { executablePath, args, env } = installed() ?? (await brought());
  return chromium.launchPersistentContext(folder, {
    ...options,
    executablePath,
    args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    env: { ...process.env, ...env },
  });
};

/** Starts the browser that npm brings, also where another is installed. */
export const launchBroughtBrowser = async (): Promise<Browser> => launch(await brought());
