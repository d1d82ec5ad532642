import type { CommandInput } from '../../src/capabilities/petitions/contract.ts';
import { builtInCalendar } from '../../src/kernel/calendar-years.ts';
import { countPeriod } from '../../src/kernel/clocks.ts';
import { getPeriod } from '../../src/kernel/periods.ts';
import { categories, lines, outbox, regions, session, units, viewOf } from './mock-data.ts';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: Buffer | string;
  readonly type?: string;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const problem = (status: number, code: string, zh: string, en: string, field?: string): Answer => ({
  status,
  body: { status, code, detail: zh, detailZh: zh, detailEn: en, params: {}, field },
});

/** What the mock remembers between requests. */
const state = { signedIn: false, versions: new Map<string, number>(), expired: false };

const scan = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#fdfbf4"/><g font-family="serif" font-size="24" fill="#333">${[
  '尊敬的信访局领导：',
  '　　我们是南园小区的住户，小区顶层漏雨',
  '已经两年，多次找物业没有结果……',
  '　　　　　　　　　住户：王某某',
]
  .map((text, at) => `<text x="40" y="${80 + at * 60}">${text}</text>`)
  .join('')}</g></svg>`;

function explain(id: string, key: string): Answer {
  const clock = viewOf(id, 1).clocks.find((each) => each.key === key);
  if (clock === undefined) return problem(404, 'not-found', '没有找到。', 'Not found.');
  const period = getPeriod(clock.period);
  const rule = {
    id: clock.period,
    amount: typeof period.amount === 'number' ? period.amount : 15,
    unit: period.unit,
    rollOver: period.rollOver,
    basis: period.basis,
  };
  const run = { startedAt: clock.startedAt, pauses: [], extensions: [] };
  return ok({ ...clock, ...countPeriod(rule, run, builtInCalendar()) });
}

function command(id: string, name: string, body: unknown): Answer {
  const { expectedVersion, input } = body as {
    expectedVersion: number;
    input: CommandInput<'notAccept'>;
  };
  const version = state.versions.get(id) ?? 1;
  if (expectedVersion !== version) {
    return problem(
      409,
      'version-conflict',
      '刚才已有人更新了这件事项。请查看新的内容，再决定是否继续；您填写的内容已保留。',
      'Somebody changed this petition a moment ago.',
    );
  }
  if (name === 'not-accept' && input.explanation.length < 10) {
    const zh = '请写明理由（至少 10 字），信访人会看到。';
    return problem(422, 'explanation-required', zh, 'Give the reason.', 'input.explanation');
  }
  state.versions.set(id, version + 1);
  return ok({
    version: version + 1,
    ...(name === 'replace-lookup-code' ? { lookupCode: 'ABCD-EFGH-JKLM-NPQR' } : {}),
  });
}

function petition(method: string, parts: readonly string[], body: unknown): Answer {
  const [id = '', kind, name = ''] = parts;
  if (kind === undefined) return ok(viewOf(id, state.versions.get(id) ?? 1));
  if (kind === 'clocks') return explain(id, decodeURIComponent(name));
  if (kind === 'commands') return command(id, name, body);
  if (kind === 'presence')
    return method === 'GET' ? ok({ people: [{ name: '李办案' }] }) : { status: 204 };
  if (kind === 'people') {
    return ok({
      id: name,
      fields: {
        name: '王小明',
        documentNumber: '34010419800101123X',
        mobile: '13800000000',
        address: '南园小区 3 栋 501',
      },
      warnings: ['证件号码校验位不对，可能输错了一位。'],
    });
  }
  if (kind === 'attachments') return { status: 200, bytes: scan, type: 'image/svg+xml' };
  return ok({
    kind: 'referral',
    form: 'letter',
    issuer: { name: '临江县信访局', sealName: '临江县信访局' },
    title: '关于转送南园小区漏雨事项的函',
    addressee: '县住房和城乡建设局：',
    blocks: [
      { type: 'paragraph', text: '现将信访人反映的事项转送你单位，请依法办理。', indent: true },
    ],
  });
}

/** The real server's answers, roughly; enough to see every page. */
export function answer(method: string, url: URL, body: unknown): Answer {
  const [, , , area = '', ...parts] = url.pathname.split('/');
  const q = url.searchParams.get('q');
  if (area === 'session' && method === 'POST') {
    const { password } = body as { password: string };
    if (password !== 'demo' && parts[0] !== 'fresh') {
      const zh = '用户名、密码或动态码不对，请再试。';
      return problem(401, 'sign-in-wrong', zh, 'User name, password or code is wrong; try again.');
    }
    state.signedIn = true;
    return ok(session);
  }
  if (area === 'setup') return ok({ setUp: true, demo: true });
  if (area === 'mock') {
    if (parts[0] === 'expire') state.signedIn = false;
    if (parts[0] === 'faster')
      state.versions.set(parts[1] ?? '', (state.versions.get(parts[1] ?? '') ?? 1) + 1);
    return { status: 204 };
  }
  if (!state.signedIn) {
    const zh = '登录已过期，请重新登录；您填写的内容已保留。';
    return problem(401, 'not-signed-in', zh, 'Your session has ended; sign in again.');
  }
  switch (area) {
    case 'session':
      if (method === 'DELETE') state.signedIn = false;
      return method === 'DELETE' ? { status: 204 } : ok(session);
    case 'desk':
      if (parts[0] === 'summary') {
        return ok({
          total: lines.length,
          byTask: { triage: 21, accept: 9, handle: 14, 'paper-approval': 6 },
          byColour: { green: 21, blue: 12, yellow: 8, red: 9 },
        });
      }
      return ok({ items: filtered(url), next: null });
    case 'search':
      return ok({ items: lines.filter(({ title }) => title.includes(q ?? '')), next: null });
    case 'similar':
      return ok({ items: lines.slice(0, 3).map((line) => ({ ...line, by: 'text' })) });
    case 'petitions':
      return parts.length === 0
        ? ok({ items: filtered(url), next: null })
        : petition(method, parts, body);
    case 'registrations':
      return {
        status: 201,
        body: {
          id: lines[0]?.id,
          number: '2026000012344',
          lookupCode: 'K7MP-2QRX-9TVW-4HJN',
          warnings: [],
        },
      };
    case 'uploads':
      return ok({
        uploads: [
          { id: crypto.randomUUID(), name: '来信扫描.jpg', mediaType: 'image/jpeg', size: 234_567 },
        ],
      });
    case 'units':
      return parts[1] === 'officers'
        ? ok({ officers: [{ userId: crypto.randomUUID(), displayName: '赵承办' }] })
        : ok({ units });
    case 'regions':
      return ok({ regions });
    case 'categories':
      return ok({ categories });
    case 'users':
      return ok({
        users: [
          {
            userId: session.userId,
            userName: 'officer',
            displayName: '张办信',
            disabled: false,
            posts: session.posts,
          },
        ],
      });
    case 'outbox':
      return ok({ items: outbox, next: null });
    case 'sessions':
      return ok({
        sessions: [
          {
            sessionId: crypto.randomUUID(),
            agent: 'Chrome · Linux',
            createdAt: new Date().toISOString(),
            lastSeenAt: new Date().toISOString(),
            current: true,
          },
        ],
      });
    case 'calendar':
      return ok({
        years: [
          {
            year: 2026,
            source: '国办发明电〔2025〕7号',
            published: true,
            restDays: [
              { date: '2026-01-01', name: '元旦' },
              { date: '2026-01-02', name: '元旦' },
            ],
            makeUpDays: [{ date: '2026-01-04', name: '元旦' }],
          },
          {
            year: 2027,
            source: '全国年节及纪念日放假办法',
            published: false,
            restDays: [],
            makeUpDays: [],
          },
        ],
        versions: [],
        version: 'x',
      });
    case 'access-log':
      return ok({ items: [], next: null });
    case 'saved-searches':
      return ok({ items: [] });
    case 'papers':
      return ok({
        results: (body as { papers: object[] }).papers.map((each) => ({
          ...each,
          done: true,
          code: null,
          detail: null,
        })),
      });
    case 'exports':
      return method === 'POST'
        ? ok({ id: crypto.randomUUID() })
        : ok({ state: 'ready', progress: 1 });
    default:
      return problem(404, 'not-found', '没有找到，或不在您的职责范围内。', 'Not found.');
  }
}

function filtered(url: URL) {
  const colour = url.searchParams.get('colour');
  const task = url.searchParams.get('task');
  return lines.filter(
    (line) =>
      (colour === null || line.clock?.colour === colour) &&
      (task === null || line.tasks.some((each) => each === task)),
  );
}
