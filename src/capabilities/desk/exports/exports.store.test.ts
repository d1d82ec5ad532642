import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import {
  head,
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../../petitions/queries/county.test-data.ts';
import type { NewExport } from '../contract.ts';
import { approveExport, askExport, askExportAgain } from './ask.ts';
import { exportKind, exportRetry, type ExportDeps } from './deps.ts';
import { exportJob, produceExport } from './produce.ts';
import { getExport, openExport } from './read.ts';
import { neutralise } from './sheet.ts';

let county: County;
let deps: ExportDeps;
const sent: string[] = [];

beforeAll(async () => {
  county = await openCounty();
  deps = {
    ...county.deps,
    enqueueExport: (_, exportId) => {
      sent.push(exportId);
      return Promise.resolve();
    },
    findActor: (_, userId, unitId) => Promise.resolve(staff(unitId, userId)),
  };
  county.at.now -= 60_000;
  await county.register({ title: '=HYPERLINK("http://example.org","点此")' });
  county.at.now += 60_000;
  await county.register({ title: '梧桐苑噪声扰民' });
});

afterAll(() => county.close());

const ask = async (actor: StaffActor, more: Partial<NewExport> = {}): Promise<string> => {
  const asked: NewExport = {
    list: 'petitions',
    query: {},
    reason: '季度会商使用',
    personal: false,
    ...more,
  };
  return must(await askExport(deps, actor, asked, 'zh-CN', county.at.now)).id;
};

const cellsOf = async (actor: StaffActor, exportId: string): Promise<string[][]> => {
  const pieces: Buffer[] = [];
  for await (const piece of must(await openExport(deps, actor, exportId))) pieces.push(piece);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.concat(pieces) as never);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const values = Array.isArray(row.values) ? row.values.slice(1) : [];
    rows.push(values.map(String));
  });
  return rows;
};

describe('lists as XLSX', () => {
  it('is made by a job with progress, says who, when and why, and masks people', async () => {
    const id = await ask(staff('office'));
    expect(sent).toContain(id);
    expect(await getExport(deps, staff('office'), id)).toMatchObject({ state: 'queued' });
    await produceExport(deps, id);
    const view = await getExport(deps, staff('office'), id);
    expect(view).toMatchObject({ state: 'ready', progress: 1, rows: 2 });
    expect(view?.downloadUrl).toBe(`/api/v1/exports/${id}/file`);
    const cells = await cellsOf(staff('office'), id);
    expect(cells.slice(0, 4)).toEqual([
      ['导出人', 'office-officer by name'],
      ['导出时间', '2026-11-02 09:00'],
      ['事由', '季度会商使用'],
      ['批准人', '无需批准'],
    ]);
    expect(cells[5]?.slice(0, 3)).toEqual(['编号', '标题', '信访人']);
    expect(cells[6]?.slice(1, 4)).toEqual(['梧桐苑噪声扰民', '王*', '已登记']);
    expect(JSON.stringify(cells)).not.toMatch(/王小明|13800001234/);
  });

  it('X-5 neutralises formulas in what people typed', async () => {
    const id = await ask(staff('office'));
    await produceExport(deps, id);
    const titles = (await cellsOf(staff('office'), id)).map((row) => row[1]);
    expect(titles).toContain(`'=HYPERLINK("http://example.org","点此")`);
  });

  it('X-5 no text begins as a formula does', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.constantFrom('', ' ', '\t', '\n', '\r', '\u200b', '\ufeff'),
          fc.constantFrom('=', '+', '-', '@', '＝', '＋', '\t', '甲'),
          fc.string(),
        ),
        (parts) => {
          const safe = neutralise(parts.join(''));
          expect(safe).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
          expect(safe).not.toMatch(/^[\t\r\n]/);
        },
      ),
    );
    expect(neutralise('梧桐苑')).toBe('梧桐苑');
  });

  it('L-4 personal data wait for a second person, stand in full and are recorded', async () => {
    const id = await ask(staff('office'), { personal: true });
    expect(sent).not.toContain(id);
    expect(await getExport(deps, staff('office'), id)).toMatchObject({
      state: 'awaiting-approval',
      mayApprove: false,
    });
    expect(await approveExport(deps, staff('office'), id, true)).toMatchObject({
      ok: false,
      refusal: { code: 'second-person-required' },
    });
    expect(await approveExport(deps, head('housing'), id, true)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
    expect(await getExport(deps, head('office'), id)).toMatchObject({ mayApprove: true });
    must(await approveExport(deps, head('office'), id, true));
    expect(await approveExport(deps, head('office'), id, false)).toMatchObject({
      refusal: { code: 'export-decided' },
    });
    await produceExport(deps, id);
    const cells = await cellsOf(staff('office'), id);
    expect(cells[3]).toEqual(['批准人', 'office-head by name']);
    expect(cells[6]).toEqual(expect.arrayContaining(['王小明', '13800001234']));
    expect(await openExport(deps, head('office'), id)).toMatchObject({ ok: false });
    const traces = await county.database.db.withActor(
      { actor: '', units: [], roles: ['system'] },
      'read',
      (tx) =>
        tx.query<{ actor: string }>({
          name: 'test.export-traces',
          text: 'SELECT actor FROM access_record WHERE what = $1',
          values: [`export:${id}`],
        }),
    );
    expect(traces).toEqual([{ actor: 'staff:office-officer' }, { actor: 'staff:office-officer' }]);
  });

  it('L-5 no accusation leaves in a file, nor does the number of rows tell of one', async () => {
    const both = { ...named('office'), roles: ['accusation-officer', 'case-officer'] as const };
    await county.register({ title: '举报住建局某科长', purpose: 'accusation' }, null);
    const asker = { ...both, readingUnits: staff('office').readingUnits };
    const id = await ask(asker);
    const colleague = await ask(staff('office'));
    await produceExport({ ...deps, findActor: () => Promise.resolve(asker) }, id);
    await produceExport(deps, colleague);
    const view = await getExport(deps, asker, id);
    expect(view?.rows).toBe((await getExport(deps, staff('office'), colleague))?.rows);
    expect(JSON.stringify(await cellsOf(asker, id))).not.toContain('举报');
  });

  it('X-2 a file goes with the post: who left the unit fetches nothing more', async () => {
    const id = await ask(staff('office'));
    await produceExport(deps, id);
    const elsewhere = { ...staff('housing'), userId: staff('office').userId };
    expect(await openExport(deps, elsewhere, id)).toMatchObject({ ok: false });
    const clerk = { ...staff('office'), roles: ['clerk'] as const };
    expect(await openExport(deps, clerk, id)).toMatchObject({ ok: false });
    expect((await openExport(deps, staff('office'), id)).ok).toBe(true);
  });

  it('an export whose job runs out of tries is failed with a sentence and can be asked again', async () => {
    const broken = {
      ...deps,
      files: { put: () => Promise.reject(new Error('disk')) } as unknown as ExportDeps['files'],
    };
    const id = await ask(staff('office'));
    const state = async () => (await getExport(deps, staff('office'), id))?.state;
    const { signal } = new AbortController();
    const job = exportJob(() => broken);
    expect([job.name, job.retry.limit]).toEqual([exportKind.name, exportRetry.limit]);
    for (let attempt = 1; attempt <= exportRetry.limit + 1; attempt += 1) {
      const run = job.perform({ exportId: id }, { jobId: 'job', attempt, signal });
      await expect(run).rejects.toThrow('disk');
      expect(await state()).toBe(attempt > exportRetry.limit ? 'failed' : 'running');
    }
    const mine = await getExport(deps, staff('office'), id);
    expect(mine).toMatchObject({ mayAskAgain: true });
    expect(await getExport(deps, head('office'), id)).toMatchObject({ mayAskAgain: false });
    const others = await askExportAgain(deps, head('office'), id, county.at.now);
    expect(others).toMatchObject({ refusal: { code: 'not-found' } });
    const again = must(await askExportAgain(deps, staff('office'), id, county.at.now)).id;
    await produceExport(deps, again);
    expect(await getExport(deps, staff('office'), again)).toMatchObject({
      state: 'ready',
      reason: '季度会商使用',
      mayAskAgain: false,
    });
  });

  it('an export whose process died in its last run does not stay under way for ever', async () => {
    const id = await ask(staff('office'));
    await county.database.db.withActor({ actor: '', units: [], roles: ['system'] }, 'write', (tx) =>
      tx.query({
        name: 'test.old-export',
        text: `UPDATE list_export SET state = 'running', created_at = created_at - interval '3 hours'
                WHERE export_id = $1`,
        values: [id],
      }),
    );
    expect(await getExport(deps, staff('office'), id)).toMatchObject({
      state: 'failed',
      mayAskAgain: true,
    });
  });

  it('makes nothing for somebody whose post was taken away since', async () => {
    const id = await ask(staff('office'));
    await produceExport({ ...deps, findActor: () => Promise.resolve(null) }, id);
    expect(await getExport(deps, staff('office'), id)).toMatchObject({ state: 'failed' });
    const clerk = { ...staff('office', 'clerk'), roles: ['clerk'] as const };
    const asked = { list: 'desk', query: {}, reason: '季度会商使用', personal: false } as const;
    expect(await askExport(deps, clerk, asked, 'zh-CN', county.at.now)).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
  });
});
