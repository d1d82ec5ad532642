import { randomUUID } from 'node:crypto';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  begin,
  goOn,
  lookUp,
  press,
  readSlip,
  submitPetition,
  untilCheck,
} from './citizen-steps.ts';
import { answerPetition } from './office-by-program.ts';
import { phone, photograph, tooWide, visitCounty, untilCount } from './visit.ts';

/* A citizen with a phone and no JavaScript, on the whole program. */

const visits = visitCounty();
const story = '八月起，小区门口三盏路灯不亮，夜里老人摔倒过。\n打过电话，一直没有人来修。';

const titles = async (title: string): Promise<number> => {
  const officer = await visits.callAs('officer1');
  const { items } = await officer.must('GET', `/search?q=${encodeURIComponent(title)}`);
  return (items as { title: string }[]).filter((line) => line.title === title).length;
};

describe('W-1 W-2 P-3 a petition from a phone without script', () => {
  test('draft kept, photograph, one petition of two presses, receipt, progress, answer', async () => {
    const title = `路灯不亮没人修 ${randomUUID().slice(0, 6)}`;
    const page = await visits.open(phone);
    await begin(page, title, story);

    // Leaves in the middle and goes on with the code of the draft on another telephone.
    await press(page, 'save');
    const draftCode = (await page.textContent('.code .big')) ?? '';
    const other = await visits.open(phone);
    await other.goto('/submit/go-on');
    await other.fill('#code', draftCode);
    await other.getByRole('button', { name: '打开' }).click();
    expect(new URL(other.url()).pathname).toBe('/submit/demands');
    await goOn(other, {
      demands: ['修好路灯', '赔偿医药费'],
      name: '赵桂兰',
      mobile: '13912345678',
    });
    await other.setInputFiles('#files', [await photograph('路灯')]);
    await press(other, 'upload');
    expect(await other.textContent('ul.files')).toContain('路灯.jpg');
    await untilCheck(other);
    const summary = await other.textContent('main');
    for (const word of [title, '修好路灯', '赔偿医药费', '赵桂兰', '路灯.jpg']) {
      expect(summary).toContain(word);
    }
    await other.waitForLoadState();
    expect(await other.evaluate(tooWide)).toBe(false);

    // Presses twice: the second press does not wait for the first.
    const again = await other.context().newPage();
    await again.goto('/submit/check');
    await Promise.all([press(other, 'next'), press(again, 'next')]);
    await other.goto('/submit/done');
    const slip = await readSlip(other);
    await again.goto('/submit/done');
    expect(await readSlip(again)).toEqual(slip);
    expect(slip.number).toMatch(/^\d{13}$/);
    expect(await titles(title)).toBe(1);

    // The QR code leads to the page, and never holds the look-up code.
    const picture = (await other.locator('img.qr').getAttribute('src')) ?? '';
    const svg = Buffer.from(picture.split(',')[1] ?? '', 'base64');
    const { data, info } = await sharp(svg).resize(360).ensureAlpha().raw().toBuffer({
      resolveWithObject: true,
    });
    const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
    expect(read.endsWith(`/p/${slip.number}`)).toBe(true);

    const receipt = await other.request.get(`/p/${slip.number}/receipt.pdf`);
    expect(receipt.headers()['content-type']).toBe('application/pdf');
    expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');

    // A wrong code is one sentence and tells nothing.
    const window = await visits.open(phone);
    await lookUp(window, { number: slip.number, code: '0000-0000-0000-0000' });
    await untilCount(window.locator('.faults li'), 1);
    expect(await window.textContent('main')).not.toContain(title);

    await lookUp(window, slip);
    expect(await window.textContent('h1')).toBe(title);
    const now = await window.textContent('section.now');
    expect(now).toContain('临澄县信访局');
    expect(now).toMatch(/最晚 \d{4}年\d+月\d+日/);

    await window.getByRole('link', { name: '补充材料' }).click();
    await window.fill('#text', '又坏了一盏，补充照片。');
    await window.setInputFiles('#files', [await photograph('又坏一盏')]);
    await press(window, 'next');
    expect(await window.textContent('main')).toContain('您补充的材料已经收到');

    // The office works; the petitioner reads what came of it.
    await answerPetition(visits, slip.number);
    await window.reload();
    await window.goto(`/p/${slip.number}`);
    const answered = (await window.textContent('main')) ?? '';
    expect(answered).toContain('支持');
    expect(answered).toMatch(/您可以在 \d{4}年\d+月\d+日.*以前（含当天）请上一级机关再看一次/);
    const opinion = window.getByRole('link', { name: /处理意见书/ });
    const address = (await opinion.getAttribute('href')) ?? '';
    const paper = await window.request.get(address);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).length).toBeGreaterThan(5_000);
  });

  test('P-14 withdraws and changes the mind within ten days', async () => {
    const page = await visits.open(phone);
    const title = `楼道堆物 ${randomUUID().slice(0, 6)}`;
    const slip = await submitPetition(page, { title, text: '楼道里堆满杂物。', name: '钱明' });
    await lookUp(page, slip);
    await page.getByRole('link', { name: '撤回' }).click();
    await page.fill('#text', '邻居已经清理了');
    await press(page, 'next');
    expect(await page.textContent('main')).toContain('已经撤回');
    await page.getByRole('button', { name: '反悔，不撤回了' }).click();
    expect(await page.textContent('main')).toContain('已经恢复办理');
    expect(await page.textContent('section.now')).toContain('临澄县信访局');
  });
});
