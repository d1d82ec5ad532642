import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { visitCounty } from './visit.ts';

/* A report is drafted from the figures, worded, finalised by somebody else, and taken home. */

const visits = visitCounty();

describe('T-3, P-4a a report on last quarter but one', () => {
  test('is drafted by an officer, finalised by the head, and downloaded as PDF and DOCX', async () => {
    const officer = await visits.openAs('officer1');
    await officer.goto('/console/statistics');
    await officer.getByRole('link', { name: '工作报告' }).click();
    await officer.getByRole('button', { name: '起草报告' }).press('Enter');
    await officer.getByLabel('报告种类').selectOption('quarter');
    // The running one and the one before are the demo's own.
    await officer.getByLabel('时期', { exact: true }).selectOption({ index: 2 });
    await officer.getByRole('button', { name: '统计并起草' }).click();
    await officer.getByText('草稿：文字由数据自动起草').waitFor({ timeout: 60_000 });
    expect(await officer.getByRole('button', { name: '定稿' }).count()).toBe(0);

    await officer.getByRole('button', { name: '修改“督办情况”的文字' }).press('Enter');
    await officer.getByLabel('“督办情况”的文字').fill('对超期事项逐件提醒。');
    await officer.getByRole('button', { name: '保存文字' }).click();
    await officer.getByText('已保存：督办情况').waitFor();
    const address = new URL(officer.url()).pathname;

    const head = await visits.openAs('officehead');
    await head.goto(address);
    await head.getByText('对超期事项逐件提醒。').waitFor();
    await head.getByRole('button', { name: '定稿', exact: true }).click();
    await head.getByRole('button', { name: '确认定稿' }).click();
    await head.getByText('数据和文字不再改动').waitFor();

    const leader = await visits.openAs('leader');
    await leader.goto(address);
    await leader.getByText('对超期事项逐件提醒。').waitFor();
    for (const [name, mark] of [
      ['下载 PDF', '%PDF'],
      ['下载 DOCX', 'PK'],
    ] as const) {
      const [download] = await Promise.all([
        leader.waitForEvent('download'),
        leader.getByRole('link', { name }).click(),
      ]);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, mark.length).toString('latin1')).toBe(mark);
    }
  });
});
