import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toProblem, type HttpServer } from '../../../platform/http/index.ts';
import { ownPath } from '../../../portal/page.tsx';
import { portalProblemPage } from '../../../portal/problem-page.tsx';
import { Citizen, portalServer } from './testing/citizen.ts';
import type { MemoryHouse } from './testing/memory-deps.ts';

let app: HttpServer;
let house: MemoryHouse;
let citizen: Citizen;

beforeEach(async () => {
  ({ app, house } = await portalServer());
  citizen = new Citizen(app);
});
afterEach(() => app.close());

const LIMIT = 30 * 1024;

/** Bytes on the wire, as a browser that accepts brotli gets them, heads included. */
const transferred = async (url: string): Promise<number> => {
  const response = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  const heads = Object.entries(response.headers).map(
    ([name, value]) => `${name}: ${String(value)}`,
  );
  return response.rawPayload.length + heads.join('\r\n').length;
};

describe('the portal is light', () => {
  it.each(['/submit', '/submit/helper', '/'])('%s with style and script ≤ 30 KB', async (url) => {
    const { body } = await citizen.get(url);
    const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(assets).toHaveLength(3);
    let bytes = await transferred(url);
    for (const asset of assets) bytes += await transferred(asset ?? '');
    expect(bytes).toBeLessThan(LIMIT);
  });

  it('the script is small, and browsers keep it', async () => {
    const { body, headers } = await citizen.get('/assets/portal.js');
    expect(body.length).toBeLessThanOrEqual(4096);
    expect(headers['cache-control']).toContain('immutable');
  });

  it('fetches nothing from elsewhere and runs nothing inline', async () => {
    for (const url of ['/', '/submit/helper', '/rights', '/offices', '/help', '/verify']) {
      const { body } = await citizen.get(url);
      expect(body).not.toMatch(/(?:src|href)="https?:/);
      expect(body).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/);
    }
  });
});

describe('W-1 W-3 the shell', () => {
  it('remembers large print and language by one tap each, and leads back', async () => {
    const large = await citizen.get('/elder?to=on&back=%2Frights');
    expect(large.location).toBe('/rights');
    await citizen.get('/language?to=en&back=%2Frights');
    const { body } = await citizen.get('/rights');
    expect(body).toMatch(/<html lang="en" class="elder">/);
    expect(body).toContain('60 days');
  });

  it('leads back to own pages only', () => {
    const foreign = ['//evil.example', '/\\evil.example', 'https://evil.example', '', 7];
    expect(foreign.map(ownPath)).toEqual(['/', '/', '/', '/', '/']);
    expect(ownPath('/p/2026000000011?done=added')).toBe('/p/2026000000011?done=added');
  });

  it('explains the periods with the numbers of the rules', async () => {
    const { body } = await citizen.get('/rights');
    expect(body).toContain('<td>60 天</td><td>《信访工作条例》第 34 条</td>');
    expect(body).toContain('<td>15 天</td><td>《信访工作条例》第 22 条</td>');
  });

  it('publishes what art. 18 asks for', async () => {
    const { body } = await citizen.get('/offices');
    for (const text of [
      '临江县人民路 1 号',
      'tel:0551-12345678',
      '周一至周五',
      '登记、转送、答复',
    ]) {
      expect(body).toContain(text);
    }
  });

  it('offers to go on only where a draft is held', async () => {
    expect((await citizen.get('/')).body).not.toContain('您上次没写完的内容还在');
    await citizen.get('/submit/helper');
    await citizen.post('/submit/helper', { helping: 'self' });
    expect((await citizen.get('/')).body).toContain('您上次没写完的内容还在');
    expect((await citizen.get('/submit/go-on')).location).toBe('/submit/purpose');
  });

  it('G-1 verifies a paper by its code, and says so plainly when it cannot', async () => {
    expect((await citizen.get('/verify?code=%20GENUINE1')).location).toBe('/verify/GENUINE1');
    expect((await citizen.get('/verify/GENUINE1')).body).toContain('这份文书是真的');
    const unknown = await citizen.get('/verify/WRONG');
    expect([unknown.status, unknown.body]).toEqual([404, expect.stringContaining('不要轻信')]);
    expect((await citizen.get('/verify?code=')).body).toContain('请填写核验码');
  });

  it('says what is kept and whom to call when nothing else can be said', async () => {
    const page = portalProblemPage(() => ({ ...office, phone: '0551-9' }));
    const problem = toProblem({ code: 'database-unavailable', params: {} }, 'zh-CN');
    let html: string | undefined;
    app.get('/broken', async (request) => {
      html = page(problem, request);
      return '';
    });
    await citizen.get('/broken');
    expect(html).toContain('内容没有丢失');
    expect(html).toContain('0551-9');
  });

  it('keeps pages out of caches and drafts out of scripts', async () => {
    await citizen.get('/submit/helper');
    const response = await app.inject({ url: '/submit/helper' });
    expect(response.headers['cache-control']).toBe('no-store');
    await citizen.post('/submit/helper', { helping: 'self' });
    expect(house.drafts.has(citizen.cookies.get('huiyin_draft') ?? '')).toBe(true);
  });
});

const office = {
  id: 'office',
  name: '',
  address: '',
  phone: '',
  hours: '',
  email: '',
  procedure: '',
};
