import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import {
  begin,
  goOn,
  lookUp,
  press,
  readSlip,
  untilCheck,
} from '../test/journeys/citizen-steps.ts';
import { launchBrowser } from '../test/harness/browser.ts';
import { openPetition, openStep } from '../test/journeys/console-steps.ts';
import { signInOn } from '../test/journeys/visit.ts';
import { Caller } from '../test/system/caller.ts';
import { letterScan } from './letter-scan.ts';

/**
 * `npm run screenshots [-- --quick]`: pictures of the running program for the README. `COUNTY_URL`
 * and `COUNTY_PASSWORD` name a demo county that already runs.
 */
const quick = process.argv.includes('--quick');
const folder = path.resolve(import.meta.dirname, '../docs/screenshots');
const mostBytes = 140 * 1024;

interface County {
  readonly url: string;
  readonly password: string;
}

const entry = path.resolve(import.meta.dirname, '../test/journeys/serve-county.ts');

async function startCounty(home: string) {
  const running = process.env['COUNTY_URL'];
  if (running !== undefined) {
    const county = { url: running, password: process.env['COUNTY_PASSWORD'] ?? '' };
    return { county, stop: async () => undefined };
  }
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: path.join(home, 'data'),
      PORT: '0',
      METRICS_PORT: '0',
      REQUIRE_SECOND_FACTOR: 'no',
      LOG_LEVEL: 'error',
      COUNTY_SIZE: quick ? '200' : '2000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const county = await new Promise<County>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"url"')) resolve(JSON.parse(line) as County);
    });
    child.once('exit', () => reject(new Error('the program did not start')));
  });
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { county, stop };
}

/** Few colours are enough for pages; a picture that is still too large gets fewer. */
async function save(name: string, picture: Buffer): Promise<void> {
  for (const colours of [128, 64, 32, 16]) {
    const small = await sharp(picture).png({ palette: true, colours, effort: 10 }).toBuffer();
    if (small.length > mostBytes && colours > 16) continue;
    await writeFile(path.join(folder, `${name}.png`), small);
    process.stdout.write(`${name}.png ${Math.round(small.length / 1024)} KB\n`);
    return;
  }
}

const settled = "document.querySelector('[aria-busy=true], .waiting') === null";

const take = async (page: Page, name: string, fullPage = false): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(settled);
  await save(name, await page.screenshot({ fullPage, animations: 'disabled' }));
};

async function takePhone(browser: Browser, { url }: County): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    baseURL: url,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto('/');
  await take(page, 'home');
  const text =
    '八月起，小区门口三盏路灯不亮，夜里老人摔倒过。\n打过电话，说派人来修，到现在没有人来。';
  await begin(page, '小区门口路灯坏了三个月没人修', text);
  await page.fill('#demand-1', '修好路灯');
  await take(page, 'submit');
  await goOn(page, { demands: ['修好路灯'], name: '赵桂兰', mobile: '13912345678' });
  await untilCheck(page);
  await press(page, 'next');
  await take(page, 'done', true);
  const slip = await readSlip(page);
  await lookUp(page, slip);
  await take(page, 'progress', true);
  await context.close();
}

interface Line {
  readonly id: string;
  readonly clock: unknown;
}

async function firstOf(caller: Caller, query: string): Promise<string> {
  const { items } = await caller.must('GET', `/desk?limit=20${query}`);
  const found = (items as Line[]).find(({ clock }) => clock !== null);
  return found?.id ?? '';
}

const signIn = async (browser: Browser, county: County, userName: string): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    baseURL: county.url,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto('/console/');
  await signInOn(page, userName, county.password);
  await page.locator('nav .side-link').first().waitFor();
  return page;
};

const callAs = async ({ url, password }: County, userName: string): Promise<Caller> => {
  const caller = new Caller(url);
  await caller.must('POST', '/session', { userName, password });
  return caller;
};

/** A letter that came in today, with its scan. */
async function registerLetter(county: County): Promise<string> {
  const clerk = await callAs(county, 'clerk');
  const upload = await clerk.upload([{ name: '来信.png', bytes: await letterScan() }]);
  const [scan] = upload.body['uploads'] as { id: string }[];
  const registered = await clerk.must('POST', '/registrations', {
    channel: 'letter',
    title: '请求查明村口鱼塘占用耕地并恢复原状',
    text: '见来信扫描件：村口鱼塘占了三户的耕地，没有手续，请求查明并恢复。',
    demands: ['查明鱼塘用地是否有手续', '恢复被占的耕地'],
    purpose: 'appeal',
    regionCode: '690121',
    people: [{ name: '王福根', mobile: '13900001234' }],
    uploads: scan === undefined ? [] : [scan.id],
  });
  return String(registered['id']);
}

async function takeOffice(browser: Browser, county: County): Promise<void> {
  const officer = await callAs(county, 'officer1');
  const page = await signIn(browser, county, 'officer1');
  const selected = await firstOf(officer, '&task=triage');
  await page.goto(`/console/desk?sel=${selected}`);
  await page.locator('.line').first().waitFor();
  await take(page, 'desk');
  const letter = await registerLetter(county);
  await openStep(page, letter, 'refer');
  await page.fill('#field-instruction', '请查清用地手续，依法处理，并在期限内书面答复信访人。');
  await take(page, 'triage');

  const clerk = await signIn(browser, county, 'clerk');
  await clerk.goto('/console/register');
  await clerk.locator('#registration-channel').check();
  await clerk.locator('.person-name input').fill('李淑芬');
  await clerk.locator('.person-mobile input').fill('13900001234');
  await clerk.fill('#registration-title', '村口鱼塘占用耕地');
  await clerk
    .locator('.register-side a, .register-side .similar, .register-side p')
    .first()
    .waitFor();
  await take(clerk, 'registration');

  const handler = await signIn(browser, county, 'housing');
  const handling = await firstOf(await callAs(county, 'housing'), '&task=handle');
  await openPetition(handler, handling);
  await take(handler, 'petition');
  // Tall enough that nothing scrolls under the strip.
  await handler.setViewportSize({ width: 1280, height: 1800 });
  const clock = handler.locator('.panel:has(> .clock-item)');
  await clock.locator('.clock-item button').first().click();
  await clock.locator('table.days').waitFor();
  await save('clock', await clock.screenshot());

  const head = await signIn(browser, county, 'officehead');
  await head.goto('/console/papers?step=issuePaper');
  await head.locator('tbody tr').first().waitFor();
  await head.waitForLoadState('networkidle');
  for (const box of (await head.locator('tbody input').all()).slice(0, 3)) await box.check();
  await take(head, 'papers');
}

/** A review that waits for its decision, and a hearing with its panel. */
async function takeCases(browser: Browser, county: County): Promise<void> {
  const reviewer = await signIn(browser, county, 'review');
  const { items } = await (
    await callAs(county, 'review')
  ).must('GET', '/desk?limit=50&task=review');
  const [line] = items as { case: { id: string } | null }[];
  await reviewer.goto(`/console/reviews/${line?.case?.id ?? ''}`);
  await reviewer.locator('main h1').waitFor();
  await take(reviewer, 'review');

  const housing = await signIn(browser, county, 'housing');
  const found = await (await callAs(county, 'housing')).must('GET', '/proceedings');
  const hearing = (
    found['items'] as { id: string; petitionId: string; kind: string; plannedOn: string | null }[]
  ).find(({ kind, plannedOn }) => kind === 'hearing' && plannedOn !== null);
  await housing.goto(`/console/petitions/${hearing?.petitionId}/proceedings/${hearing?.id}`);
  await housing.locator('main h1').waitFor();
  await take(housing, 'hearing');
}

/** A case that a leader takes to the end, what a must-check found, and a promise to many households. */
async function takeSupervision(browser: Browser, county: County): Promise<void> {
  const firstId = async (userName: string, at: string): Promise<string> => {
    const { items } = await (await callAs(county, userName)).must('GET', at);
    return (items as Pick<Line, 'id'>[])[0]?.id ?? '';
  };
  const pictures = [
    ['sponsored', 'leader', `sponsored/${await firstId('leader', '/sponsored-cases?status=open')}`],
    ['supervision', 'supervisor1', 'supervision/items'],
    ['promise', 'officer1', `public-promises/${await firstId('officer1', '/public-promises')}`],
  ] as const;
  for (const [name, userName, at] of pictures) {
    const page = await signIn(browser, county, userName);
    await page.goto(`/console/${at}`);
    await page.locator('main h1').waitFor();
    await take(page, name);
  }
}

interface Group {
  readonly current: { readonly stage: string } | null;
}

/** The figures of an office, the report drawn from them, and a hall amid its day. */
async function takeFiguresAndHall(browser: Browser, county: County): Promise<void> {
  const head = await signIn(browser, county, 'officehead');
  await head.goto('/console/statistics');
  await head.locator('.tile-figure').first().waitFor();
  await take(head, 'statistics');
  const { items } = await (await callAs(county, 'officehead')).must('GET', '/reports');
  const final = (items as { id: string; status: string }[]).find(
    ({ status }) => status === 'final',
  );
  await head.goto(`/console/statistics/reports/${final?.id ?? ''}`);
  await head.locator('main h1').waitFor();
  await take(head, 'report');

  const officer = await callAs(county, 'officer1');
  const halls = await officer.must('GET', '/reception-halls');
  const page = await signIn(browser, county, 'officer1');
  for (const { dayId } of halls['items'] as { dayId: string }[]) {
    const { groups } = await officer.must('GET', `/reception-days/${dayId}/hall`);
    if ((groups as Group[]).every(({ current }) => current?.stage !== 'talking')) continue;
    await page.goto(`/console/halls/${dayId}`);
    await page.locator('.hall-figures').waitFor();
    // Its stream of changes never ends: the network is never idle.
    await page.waitForTimeout(1000);
    await save('hall', await page.screenshot({ animations: 'disabled' }));
    return;
  }
}

interface PaperLine {
  readonly id: string;
  readonly kind: string;
  readonly rendered: boolean;
}

/** The first page of an opinion, as it is printed. */
async function takePaper(county: County, home: string): Promise<void> {
  const caller = await callAs(county, 'officer1');
  const { items } = await caller.must('GET', '/petitions?status=concluded&limit=50');
  for (const { id } of items as Line[]) {
    const { papers } = await caller.must('GET', `/petitions/${id}`);
    const opinion = (papers as PaperLine[]).find(
      (each) => each.kind === 'opinion' && each.rendered,
    );
    if (opinion === undefined) continue;
    const answer = await fetch(
      `${county.url}/api/v1/petitions/${id}/papers/${opinion.id}?format=pdf`,
      {
        headers: { cookie: [...caller.cookies].map((pair) => pair.join('=')).join('; ') },
      },
    );
    const file = path.join(home, 'opinion.pdf');
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    const args = ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', file, file];
    const printed = spawnSync('pdftoppm', args);
    if (printed.status !== 0) throw new Error(`pdftoppm: ${String(printed.stderr)}`);
    await save('paper', await readFile(`${file}.png`));
    return;
  }
}

const home = await mkdtemp(path.join(tmpdir(), 'huiyin-pictures-'));
await chmod(home, 0o755);
await mkdir(folder, { recursive: true });
const { county, stop } = await startCounty(home);
const browser = await launchBrowser();
try {
  await takePhone(browser, county);
  await takeOffice(browser, county);
  await takeCases(browser, county);
  await takeSupervision(browser, county);
  await takeFiguresAndHall(browser, county);
  await takePaper(county, home);
} finally {
  await browser.close();
  await stop();
  await rm(home, { recursive: true, force: true });
}
