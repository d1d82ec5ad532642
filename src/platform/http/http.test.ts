import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { csrfField, verifyCsrf } from './csrf.ts';
import { idempotencyKeyOf } from './idempotency.ts';
import { languageFromHeader } from './language.ts';
import { operation } from './operation.ts';
import { sendRefusal } from './problem.ts';
import { buildHttp, type HttpOptions, type HttpServer } from './server.ts';

let app: HttpServer | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

const body = z.object({
  title: z.string().min(2).max(5),
  people: z.array(z.object({ name: z.string() })),
});

const build = async (options: HttpOptions = {}): Promise<HttpServer> => {
  app = await buildHttp({
    words: { 'field.title': { zh: '标题', en: 'title' }, 'field.name': { zh: '姓名', en: 'name' } },
    ...options,
  });
  app.post(
    '/api/v1/things',
    {
      schema: operation(
        {
          tag: 'things',
          operationId: 'addThing',
          summary: 'Adds a thing',
          example: { title: 'ab', people: [] },
        },
        { body, response: { 200: z.object({ title: z.string() }) } },
      ),
    },
    async (request) => ({ title: request.body.title }),
  );
  app.get('/p/:number', async () => {
    throw new Error('nobody foresaw this');
  });
  app.get('/leak', async () => {
    throw Object.assign(new Error('value "李小明 13900000000" is wrong'), {
      name: 'error',
      code: '22P02',
    });
  });
  app.get('/form', async (request, reply) => csrfField(request, reply));
  app.post('/form', async (request, reply) => {
    const verified = verifyCsrf(request);
    return verified.ok ? reply.send('kept') : sendRefusal(reply, verified.refusal);
  });
  app.post('/key', async (request, reply) => {
    const key = idempotencyKeyOf(request);
    return key.ok ? { key: key.value ?? null } : sendRefusal(reply, key.refusal);
  });
  app.post(
    '/seldom',
    { config: { rateLimit: { max: 1, timeWindow: 60_000 } } },
    async () => 'done',
  );
  return app;
};

const post = async (server: HttpServer, payload: unknown, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('refusals leave as RFC 9457 problems', () => {
  it('names the field at fault in both languages', async () => {
    const server = await build();
    const answer = await post(
      server,
      { title: 'abcdefg', people: [] },
      { 'accept-language': 'en' },
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json();
    expect(problem).toMatchObject({
      type: '/problems/input-invalid',
      code: 'input-invalid',
      field: 'title',
      status: 422,
    });
    expect(problem.detail).toBe(problem.detailEn);
    expect(problem.detailEn).toMatch(/^“title” is not right: Too big/);
    expect(problem.detailZh).toMatch(/^“标题”填写有误：数值过大/);
    expect(answer.body).not.toContain('abcdefg');
  });

  it('says which field is missing, deep inside lists too', async () => {
    const server = await build();
    const answer = await post(server, { title: 'abc', people: [{ name: 'x' }, {}] });
    expect(answer.json()).toMatchObject({ code: 'input-required', field: 'people.1.name' });
    expect(answer.json().detail).toBe('请填写“姓名”。');
  });

  it('answers broken JSON, wrong types, too large bodies and unknown addresses', async () => {
    const server = await build({ bodyLimit: 1024 * 1024 });
    expect((await post(server, '{"title":')).json()).toMatchObject({ code: 'malformed-request' });
    const xml = await post(server, '<a/>', { 'content-type': 'text/xml' });
    expect(xml.json()).toMatchObject({ code: 'malformed-request' });
    const large = await post(server, { title: 'x'.repeat(1_100_000), people: [] });
    expect(large.json()).toMatchObject({ code: 'body-too-large', params: { limit: 1 } });
    const nowhere = await server.inject({ url: '/api/v1/nowhere?name=x' });
    expect(nowhere.json()).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('shows a page to a browser and explains each code', async () => {
    const server = await build();
    const page = await server.inject({ url: '/nowhere', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('<h1>没有找到</h1>');
    const explained = await server.inject({ url: '/problems/extension-used' });
    expect(explained.body).toContain('已经延期过一次');
    expect(explained.body).toContain('It was extended once already');
    expect((await server.inject({ url: '/problems/toString' })).statusCode).toBe(404);
  });

  it('throttles with a sentence', async () => {
    const server = await build();
    await server.inject({ method: 'POST', url: '/seldom' });
    const answer = await server.inject({ method: 'POST', url: '/seldom' });
    expect(answer.statusCode).toBe(429);
    expect(answer.json()).toMatchObject({ code: 'too-many-tries' });
  });
});

describe('X-4 the log holds no personal data', () => {
  it('logs the pattern, the reference of a fault and nothing that people typed', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const server = await build({ log: pino({}, sink) });
    const answer = await server.inject({ url: '/p/2026110100017?code=SECRET-CODE' });
    const leak = await server.inject({ url: '/leak' });
    await server.inject({ url: '/nobody/13900000000' });
    const log = lines.join('');
    expect(answer.json().code).toBe('internal-error');
    expect(log).toContain(answer.json().params.reference);
    expect(log).toContain('"route":"/p/:number"');
    expect(log).toContain(leak.json().params.reference);
    expect(log).toContain('22P02');
    expect(log).not.toMatch(/2026110100017|SECRET|13900000000|李小明|127\.0\.0\.1/);
    expect(answer.body).not.toContain('foresaw');
  });
});

describe('forged requests are refused', () => {
  it('refuses another site, and a session without our header', async () => {
    const server = await build();
    const good = { title: 'abc', people: [] };
    const tries: [Record<string, string>, number][] = [
      [{}, 200],
      [{ 'sec-fetch-site': 'same-origin' }, 200],
      [{ 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'sec-fetch-site': 'same-site' }, 403],
      [{ origin: 'https://evil.example' }, 403],
      [{ origin: 'null' }, 403],
      [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, 200],
      [{ cookie: 'huiyin_session=x' }, 403],
      [{ cookie: 'huiyin_session=x', 'x-requested-with': 'huiyin' }, 200],
      [
        {
          cookie: 'huiyin_session=x',
          'x-requested-with': 'huiyin',
          'sec-fetch-site': 'cross-site',
        },
        403,
      ],
    ];
    for (const [headers, status] of tries) {
      const answer = await post(server, good, headers);
      expect([headers, answer.statusCode]).toEqual([headers, status]);
    }
  });

  it('takes a portal form back only with its own token', async () => {
    const server = await build();
    const first = await server.inject({ url: '/form' });
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    const { name, value } = first.json<{ name: string; value: string }>();
    const send = async (payload: string, own: string) =>
      server.inject({
        method: 'POST',
        url: '/form',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: own },
        payload,
      });
    expect((await send(`${name}=${value}`, cookie)).statusCode).toBe(200);
    expect((await send(`${name}=${value}`, 'huiyin_form=AAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(
      403,
    );
    expect((await send(`${name}=${value}x`, cookie)).statusCode).toBe(403);
    expect((await send('', cookie)).json()).toMatchObject({ code: 'csrf-refused' });
  });
});

describe('X-2 our header is asked for by the route', () => {
  it('however the address of the route is written', async () => {
    const server = await build();
    for (const url of ['/api/v1/things', '/%61pi/v1/things', '/ap%69/v1/things']) {
      const answer = await server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', cookie: 'huiyin_session=x' },
        payload: JSON.stringify({ title: 'abc', people: [] }),
      });
      expect([url, answer.json().code]).toEqual([url, 'csrf-refused']);
    }
  });
});

describe('the API description', () => {
  it('is OpenAPI 3.1 with tag, id, summary, example and the problem of every operation', async () => {
    const server = await build();
    const document = (await server.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/api/v1/things']);
    const { post: described } = document.paths['/api/v1/things'];
    expect(described).toMatchObject({ tags: ['things'], operationId: 'addThing' });
    expect(described.requestBody.content['application/json'].example).toEqual({
      title: 'ab',
      people: [],
    });
    const shared = described.responses.default.$ref;
    expect(shared).toMatch(/^#\/components\/responses\/RefusedStaff/);
    const refused = document.components.responses[shared.split('/').at(-1)];
    expect(refused.content['application/problem+json']).toEqual({
      schema: { $ref: '#/components/schemas/Problem' },
    });
    expect(refused['x-codes']).toContain('input-invalid');
    expect(document.components.schemas.Problem.required).toContain('detailZh');
  });
});

describe('headers, language, health', () => {
  it('allows inline style on console pages only, and never inline script', async () => {
    const server = await build();
    const portal = (await server.inject({ url: '/p' })).headers['content-security-policy'];
    const console = (await server.inject({ url: '/console/' })).headers['content-security-policy'];
    expect(portal).not.toContain('unsafe');
    expect(console).toMatch(/style-src 'self' 'unsafe-inline'/);
    expect(console).toMatch(/script-src 'self';/);
  });

  it('follows the reader', () => {
    expect(languageFromHeader('en-GB,en;q=0.9,zh;q=0.8')).toBe('en');
    expect(languageFromHeader('fr, zh-TW;q=0.5, en;q=0.4')).toBe('zh-CN');
    expect(languageFromHeader('en;q=0, fr')).toBe('zh-CN');
    expect(languageFromHeader(undefined)).toBe('zh-CN');
  });

  it('tells alive from ready', async () => {
    const server = await build({
      checks: [
        {
          name: 'database',
          check: async () => ({ code: 'clock-skew', params: { seconds: 9 } }),
        },
      ],
    });
    expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200);
    const ready = await server.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json().code]).toEqual([503, 'clock-skew']);
  });

  it('takes an Idempotency-Key of sane form only', async () => {
    const server = await build();
    const send = async (key: string) =>
      server.inject({ method: 'POST', url: '/key', headers: { 'idempotency-key': key } });
    expect((await send('a-good-key-1')).json()).toEqual({ key: 'a-good-key-1' });
    expect((await send('short')).json()).toMatchObject({ code: 'input-invalid' });
  });
});
