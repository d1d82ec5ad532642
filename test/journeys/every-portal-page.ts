import type { Page } from 'playwright-core';
import { lookUp, press, readSlip, type Slip } from './citizen-steps.ts';
import { answerPetition, findByNumber, movePapers, petitionOf, step } from './office-by-program.ts';
import type { Visits } from './visit.ts';

/* All citizens' pages in one walk: reading, submitting, looking up, and what comes after. */

/** Called on each page with the pattern of the route that it proves and a name of its own. */
export type Seen = (pattern: string, name: string) => Promise<void>;

const visit = async (page: Page, at: string): Promise<void> => {
  const answer = await page.goto(at);
  if (answer === null || answer.status() >= 400) throw new Error(`${at}: ${answer?.status()}`);
};

const read = async (page: Page, seen: Seen): Promise<void> => {
  const pages = [
    '/',
    '/rights',
    '/help',
    '/offices',
    '/verify',
    '/progress',
    '/progress/lost',
    '/reception/subscribe',
    '/reception',
  ];
  for (const at of ['/commitments', '/promises', '/statistics', ...pages.slice(0, -1), '/draws']) {
    await visit(page, at);
    await seen(at, at.slice(1) || 'home');
  }
  await visit(page, '/promises');
  await page.locator('main a[href^="/promises/"]').first().click();
  await seen('/promises/:number', 'promise');
  await visit(page, '/draws');
  await page.locator('main a[href^="/draws/"]').first().click();
  await seen('/draws/:id', 'draw');
  // The walk goes on from here.
  for (const at of ['/reception']) {
    await visit(page, at);
    await seen(at, at.slice(1) || 'home');
  }
  await page.locator('main a[href^="/reception/"]:not([href$=".ics"])').first().click();
  await seen('/reception/:id', 'reception-day');
  for (const at of ['/submit', '/submit/go-on']) {
    await visit(page, at);
    await seen(at, at.slice(1).replace('/', '-'));
  }
};

/** Answers question after question; each is looked at before it is sent. */
const submit = async (page: Page, seen: Seen): Promise<Slip> => {
  const answer = async (name: string): Promise<void> => {
    await seen('/submit/:step', `submit-${name}`);
    await press(page, 'next');
  };
  await visit(page, '/submit/helper');
  await page.check('input[name=helping][value=self]');
  await answer('helper');
  await page.check('input[name=purpose][value=appeal]');
  await answer('purpose');
  await page.fill('#title', '小区门口路灯坏了三个月没人修');
  await page.fill('#text', '八月起三盏路灯不亮，夜里老人摔倒过。');
  await answer('story');
  await page.fill('#demand-1', '修好路灯');
  await answer('demands');
  await page.selectOption('#region', { index: 1 });
  await answer('place');
  while (new URL(page.url()).pathname === '/submit/place') await press(page, 'next');
  await visit(page, '/submit/saved');
  await seen('/submit/saved', 'submit-saved');
  await visit(page, '/submit/go-on');
  await answer('concerned');
  await page.check('input[name=anonymous][value=no]');
  await page.fill('#name', '赵桂兰');
  await page.fill('#mobile', '13912345678');
  await answer('you');
  await answer('files');
  await page.check('input[name=service][value=electronic]');
  await answer('papers');
  await answer('check');
  await seen('/submit/done', 'submit-done');
  return readSlip(page);
};

/** A petition of the county whose petitioner lost the code and gets a new one at the window. */
const newCode = async (visits: Visits, id: string): Promise<Slip> => {
  const clerk = await visits.callAs('clerk');
  const { number } = await petitionOf(clerk, id);
  const { lookupCode } = await step(clerk, id, 'replaceLookupCode');
  return { number, code: String(lookupCode) };
};

const openOwn = async (page: Page, seen: Seen, slip: Slip, ways: readonly string[]) => {
  await lookUp(page, slip);
  for (const way of ways) {
    await visit(page, `/p/${slip.number}/${way}`);
    await seen(`/p/:number/${way}`, `own-${way}`);
  }
};

/** From the page that explains the review to the one that says how it stands, and to taking it back. */
const askReview = async (page: Page, seen: Seen): Promise<void> => {
  const answer = async (name: string): Promise<void> => {
    await seen('/p/:number/review/:step', `review-${name}`);
    await press(page, 'next');
  };
  await page.locator('main a[href*="/review/"]').first().click();
  await page.locator('main input[type=radio]').first().check();
  await answer('body');
  await page.fill('#grounds', '答复没有说明楼顶什么时候修。');
  await answer('grounds');
  await answer('files');
  await answer('check');
  await page.waitForURL('**/reviews/*');
  await seen('/p/:number/reviews/:review', 'review-asked');
  await visit(page, `${new URL(page.url()).pathname}/withdraw`);
  await seen('/p/:number/reviews/:review/withdraw', 'review-withdraw');
};

/** A matter that came in, was refused, was answered, went on to review and to a hearing. */
const follow = async (page: Page, seen: Seen, visits: Visits, slip: Slip): Promise<void> => {
  await visit(page, `/progress/lost?number=${slip.number}`);
  await page.fill('#contact', '13800000042');
  await press(page, 'next');
  await seen('/progress/lost', 'lost-word');
  await lookUp(page, slip);
  await seen('/p/:number', 'own-received');
  await openOwn(page, seen, slip, ['add', 'withdraw', 'looks']);
  const officer = await visits.callAs('officer1');
  const id = await findByNumber(officer, slip.number);
  const reasons = { reason: 'same-matter-open', explanation: '同一事项正在办理，请等待答复。' };
  await step(officer, id, 'notAccept', reasons);
  await movePapers(await visits.callAs('officehead'), id, 'issuePaper');
  await openOwn(page, seen, slip, ['contest']);

  const clerk = await visits.callAs('clerk');
  const other = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title: '楼顶漏水无人维修',
    text: '雨天漏水已有两年，多次报修没有结果。',
    demands: ['修好楼顶'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '柳春生' }],
  });
  const answered: Slip = { number: String(other['number']), code: String(other['lookupCode']) };
  // Two bodies may lawfully review this unit: the petitioner chooses.
  await answerPetition(visits, answered.number, 'housing');
  await openOwn(page, seen, answered, ['rate', 'review']);
  await askReview(page, seen);
  await lookUp(page, answered);
  await seen('/p/:number', 'own-answered');
};

const heard = async (page: Page, seen: Seen, visits: Visits): Promise<void> => {
  const { items } = await (await visits.callAs('housing')).must('GET', '/proceedings');
  const line = (items as { petitionId: string; kind: string }[]).find(
    ({ kind }) => kind === 'hearing',
  );
  if (line === undefined) throw new Error('the county has no hearing');
  await openOwn(page, seen, await newCode(visits, line.petitionId), ['hearings']);
};

/** Tickets for a reception day, and the screen that calls them. */
const tickets = async (page: Page, seen: Seen, visits: Visits): Promise<void> => {
  await visit(page, '/tickets');
  await seen('/tickets', 'tickets');
  await page.locator('ul.tiles a').first().click();
  await seen('/tickets/:dayId', 'tickets-take');
  await page.locator('#take button.button').click();
  await seen('/tickets/mine', 'tickets-mine');
  await visit(page, '/tickets/open?number=A001');
  await seen('/tickets/open', 'tickets-open');
  const officer = await visits.callAs('officer1');
  const { items } = await officer.must('GET', '/reception-halls');
  for (const { dayId } of items as { dayId: string }[]) {
    const { screens } = await officer.must('GET', `/reception-days/${dayId}/hall`);
    const screen = (screens as { path: string | null }[]).find(({ path }) => path !== null);
    if (screen?.path == null) continue;
    await visit(page, screen.path);
    await seen('/screens/:token', 'screen');
    return;
  }
  throw new Error('the county has no calling screen');
};

/** Addresses that only send on to another page, or answer the script of one. */
export const sendingOn = [
  '/screens/:token/board',
  '/screens/:token/live',
  '/${name}',
  '/p/:number/parts/:part',
];

/**
 * Walks through every page of the portal.
 * @param page a window without anybody's session
 * @param seen called while a page stands
 */
export const walkPortal = async (page: Page, visits: Visits, seen: Seen): Promise<void> => {
  await read(page, seen);
  await page.goto('/verify/AAAA-BBBB-CCCC');
  await seen('/verify/:code', 'verify-unknown');
  const slip = await submit(page, seen);
  await follow(page, seen, visits, slip);
  await heard(page, seen, visits);
  await tickets(page, seen, visits);
};
