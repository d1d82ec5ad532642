import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatPetitionNumber } from '../../../kernel/petition-number.ts';
import type { HttpServer } from '../../../platform/http/index.ts';
import { Citizen, portalServer } from './testing/citizen.ts';
import type { MemoryHouse } from './testing/memory-deps.ts';

const CODE = '7K3M-0QXD-9A2B-ZC4W';

let app: HttpServer;
let house: MemoryHouse;
let citizen: Citizen;
let number: string;

beforeEach(async () => {
  ({ app, house } = await portalServer());
  citizen = new Citizen(app);
  const submitted = await house.deps.submit(
    {
      channel: 'web',
      title: '路灯坏了',
      text: '不亮',
      demands: ['修好'],
      purpose: 'appeal',
      category: null,
      urgency: 'ordinary',
      regionCode: '340001',
      people: [],
      anonymous: false,
      secrecy: false,
      electronicService: true,
      accusedUnits: [],
      numbersElsewhere: [],
      uploads: [],
    },
    { commandKey: crypto.randomUUID(), owner: 'draft:x' },
  );
  if (!submitted.ok) throw new Error('not submitted');
  number = submitted.value.number;
});
afterEach(() => app.close());

const petition = () => {
  const found = house.petitions.get(number);
  if (found === undefined) throw new Error('no petition');
  return found;
};

const change = (progress: Partial<ReturnType<typeof petition>['progress']>): void => {
  const found = petition();
  found.progress = { ...found.progress, ...progress };
};

const signIn = async (): Promise<void> => {
  await citizen.get('/progress');
  const answer = await citizen.post('/progress', { number, code: CODE });
  expect(answer.location).toBe(`/p/${number}`);
};

describe('P-3 a lost code', () => {
  const lost = '/progress/lost';
  const answerTo = async (contact: string, asked = number) => {
    await citizen.get(lost);
    return citizen.post(lost, { number: asked, contact });
  };

  it('P-3 is replaced from the page that asks for it; the answer is the same for everybody', async () => {
    expect((await citizen.get('/progress')).body).toContain(`href="${lost}"`);
    const bare = (html: string) => html.replaceAll(/value="[^"]*"|“[^”]*”/g, '');
    const stranger = formatPetitionNumber(2026, 99);
    const right = await answerTo('13800000042');
    const wrong = await answerTo('13800000042', stranger);
    expect(right.status).toBe(200);
    expect(bare(wrong.body)).toBe(bare(right.body));
    expect(house.asked).toEqual([
      { number, contact: '13800000042' },
      { number: stranger, contact: '13800000042' },
    ]);
  });

  it('P-3 right digits show the new code and open the petition; wrong ones say what to do', async () => {
    await answerTo('13800000042');
    const typed = { number, contact: '13800000042', key: 'k' };
    const wrong = await citizen.post(`${lost}/word`, { ...typed, word: '11111111' });
    expect(wrong.status).toBe(403);
    expect(wrong.body).toContain('验证数字不对，或已过二十分钟');
    expect(wrong.body).toContain('value="11111111"');
    const right = await citizen.post(`${lost}/word`, { ...typed, word: '12345678' });
    expect(right.body).toContain(CODE);
    expect((await citizen.get(`/p/${number}`)).body).toContain('路灯坏了');
  });

  it('P-3 what cannot be a number or contact is told before anything is sent', async () => {
    const answer = await answerTo('不记得了', '123');
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('请填手机号（11 位数字）或邮箱（带 @）');
    expect(answer.body).toContain('不记得了');
    expect(house.asked).toEqual([]);
  });

  it('P-3 askings are slowed down: nobody can make a telephone ring all day', async () => {
    const statuses = [];
    for (let turn = 0; turn < 7; turn += 1) {
      // Another spelling of the number is no way around.
      const spelt = number.slice(0, turn) + ' ' + number.slice(turn);
      statuses.push((await answerTo('13800000042', spelt)).status);
    }
    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(statuses.slice(5)).toEqual([429, 429]);
    expect(house.asked).toHaveLength(5);
  });
});

describe('L-4 who has seen my data', () => {
  it('is one tap away, in plain words with body and time; without the code nothing is told', async () => {
    const stranger = await citizen.get(`/p/${number}/looks`);
    expect(stranger.body).toContain('查询码');
    expect(stranger.body).not.toContain('<h1>谁看过您的信息');
    await signIn();
    expect((await citizen.get(`/p/${number}`)).body).toContain(`/p/${number}/looks`);
    expect((await citizen.get(`/p/${number}/looks`)).body).toContain('还没有工作人员看过');
    house.looks.push({ at: house.now, unit: '甲县信访局', what: 'person' });
    house.looks.push({ at: house.now, unit: '甲县住建局', what: 'of-another-time' });
    const { body } = await citizen.get(`/p/${number}/looks`);
    expect(body).toContain('看了您的姓名、电话等完整信息');
    expect(body).toContain('甲县信访局');
    expect(body).not.toContain('of-another-time');
  });
});

describe('P-4 a split petition', () => {
  it('opens its parts from its own page without another code, an accusation by number only', async () => {
    const part = await house.deps.submit(petition().input, {
      commandKey: crypto.randomUUID(),
      owner: 'draft:x',
    });
    if (!part.ok) throw new Error('not submitted');
    const accusation = formatPetitionNumber(2026, 77);
    change({
      continuedIn: [{ id: part.value.id, number: part.value.number }, { number: accusation }],
    });
    const away = await citizen.get(`/p/${part.value.number}`);
    expect(away.body).toContain('name="code"');
    await signIn();
    const { body } = await citizen.get(`/p/${number}`);
    expect(body).toContain(`href="/p/${number}/parts/${part.value.number}"`);
    expect(body).not.toContain(`/parts/${accusation}`);
    const hop = await citizen.get(`/p/${number}/parts/${part.value.number}`);
    expect(hop.location).toBe(`/p/${part.value.number}`);
    for (const open of [part.value.number, number]) {
      expect((await citizen.get(`/p/${open}`)).body).not.toContain('name="code"');
    }
    const refused = await citizen.get(`/p/${number}/parts/${accusation}`);
    expect(refused.location).toBe(`/progress?number=${accusation}`);
    expect((await citizen.get(`/p/${accusation}`)).body).toContain('name="code"');
  });
});

const nothingAfterwards = {
  rating: null,
  ratingExcluded: null,
  followUp: null,
  contest: null,
  contestable: null,
} as const;

describe('W-2 progress with number and code', () => {
  it('shows who has it, what comes next and the latest day, newest first', async () => {
    const entry = { actor: '', text: null, public: true } as const;
    change({
      status: 'handling',
      holder: { name: '住建局', phone: '0551-1' },
      latest: { period: 'handling', dueDate: '2027-02-09', provisional: true },
      history: [
        { ...entry, seq: 1, at: house.now, type: 'PetitionRegistered', unit: '', facts: {} },
        {
          ...entry,
          seq: 2,
          at: house.now,
          type: 'PetitionHanded',
          unit: '信访局',
          facts: { to: '住建局' },
        },
        { ...entry, seq: 3, at: house.now, type: 'SomethingLater', unit: '', facts: {} },
      ],
    });
    await signIn();
    const { body } = await citizen.get(`/p/${number}`);
    expect(body).toContain('最晚 2027年2月9日（星期二）答复您');
    expect(body).toContain('还没有公布那一年的放假安排');
    expect(body).toContain('住建局');
    expect(body).toContain('转给住建局办理</p>');
    expect(body).toContain('有新的进展');
    expect(body.indexOf('转给住建局')).toBeLessThan(body.indexOf('收到您的信访事项'));
    expect(body).toContain('href="tel:0551-1"');
  });

  it('P-19 shows why it is closed and how to contest it', async () => {
    change({
      status: 'concluded',
      latest: null,
      conclusion: { form: 'not-accepted', reason: 'legal-route', explanation: '请向仲裁委提出。' },
      reviewUntil: null,
      afterwards: { ...nothingAfterwards, contestable: 'not-accepted' },
    });
    await signIn();
    const { body } = await citizen.get(`/p/${number}`);
    expect(body).toContain('没有受理（不予受理）');
    expect(body).toContain('属于诉讼、仲裁、复议等法定途径');
    expect(body).toContain('请向仲裁委提出。');
    expect(body).toContain('会由没有参加过这件事的人再核查');
  });

  it('never has the code in an address, and needs it again after half an hour', async () => {
    await signIn();
    expect((await citizen.get(`/p/${number}`)).body).not.toContain(CODE);
    house.now += 29 * 60_000;
    expect((await citizen.get(`/p/${number}`)).body).toContain('路灯坏了');
    house.now += 29 * 60_000;
    expect((await citizen.get(`/p/${number}`)).body).toContain('路灯坏了');
    house.now += 31 * 60_000;
    const asked = await citizen.get(`/p/${number}`);
    expect(asked.body).not.toContain('路灯坏了');
    expect(asked.body).toContain(`value="${number}"`);
  });

  it('opens one petition only, and nothing after leaving', async () => {
    await signIn();
    expect((await citizen.get(`/p/${formatPetitionNumber(2026, 77)}`)).body).not.toContain(
      '路灯坏了',
    );
    const left = await citizen.postAndFollow('/leave', {});
    expect(left.body).toContain('本机的记录已清除');
    expect((await citizen.get(`/p/${number}`)).body).not.toContain('路灯坏了');
  });

  it('an altered cookie opens nothing', async () => {
    await signIn();
    const sealed = citizen.cookies.get('huiyin_progress') ?? '';
    citizen.cookies.set('huiyin_progress', `${sealed.slice(0, -2)}AA`);
    expect((await citizen.get(`/p/${number}`)).body).not.toContain('路灯坏了');
  });

  it('gives papers to whoever proved the code, and says when one is not ready', async () => {
    const papers = `/p/${number}/receipt.pdf`;
    expect((await citizen.get(papers)).headers['content-type']).toContain('text/html');
    await signIn();
    const receipt = await citizen.get(papers);
    expect(receipt.headers['content-type']).toBe('application/pdf');
    const id = petition().progress.papers[0]?.id ?? '';
    expect((await citizen.get(`/p/${number}/papers/${id}.pdf`)).status).toBe(200);
    change({ papers: [{ id: 'waiting', kind: 'opinion', number: null, servedAt: null }] });
    const waiting = await citizen.get(`/p/${number}/papers/waiting.pdf`);
    expect([waiting.status, waiting.body]).toEqual([404, expect.stringContaining('正在生成')]);
  });
});

describe('P-3 guesses are told nothing and slowed down', () => {
  it('gives a wrong number and a wrong code the same sentence', async () => {
    await citizen.get('/progress');
    const wrongCode = await citizen.post('/progress', { number, code: 'AAAA-AAAA-AAAA-AAAA' });
    const wrongNumber = await citizen.post('/progress', {
      number: formatPetitionNumber(2026, 77),
      code: CODE,
    });
    const sentence = '编号与查询码不相符';
    expect([wrongCode.status, wrongCode.body]).toEqual([404, expect.stringContaining(sentence)]);
    expect([wrongNumber.status, wrongNumber.body]).toEqual([
      404,
      expect.stringContaining(sentence),
    ]);
  });

  it('names a wrong check digit and a missing digit, and keeps what was typed', async () => {
    await citizen.get('/progress');
    const digit = await citizen.post('/progress', { number: '2026 0000 0001 8', code: CODE });
    expect(digit.body).toContain('可能输错了一位');
    expect(digit.body).toContain('value="2026 0000 0001 8"');
    expect((await citizen.post('/progress', { number: '2026', code: '' })).body).toContain(
      '13 位数字',
    );
  });

  it('makes a guesser wait ever longer, but lets the petitioner in from elsewhere', async () => {
    await citizen.get('/progress');
    const statuses = [];
    for (let index = 0; index < 6; index += 1) {
      const guess = { number, code: 'AAAA-AAAA-AAAA-AAAA' };
      statuses.push((await citizen.post('/progress', guess)).status);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
    const own = await citizen.post('/progress', { number, code: CODE });
    expect([own.status, own.body]).toEqual([429, expect.stringContaining('没有失效')]);
    house.now += 3_000;
    expect((await citizen.post('/progress', { number, code: CODE })).status).toBe(303);
  });
});

describe('W-2 P-14 what a petitioner can do', () => {
  it('adds words and photographs; a double press is one command', async () => {
    await signIn();
    const page = await citizen.get(`/p/${number}/add`);
    const key = /name="key" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const empty = await citizen.postFiles(`/p/${number}/add`, { key, text: ' ' }, []);
    expect([empty.status, empty.body]).toEqual([422, expect.stringContaining('请写几句')]);
    const file = { name: '1.jpg', bytes: Buffer.from('picture') };
    for (let press = 0; press < 2; press += 1) {
      const sent = await citizen.postFiles(`/p/${number}/add`, { key, text: '新照片' }, [file]);
      expect(sent.location).toBe(`/p/${number}?done=added`);
    }
    expect(house.commands).toHaveLength(1);
    expect(house.commands[0]).toMatchObject({ type: 'addMaterial', input: { text: '新照片' } });
    expect((await citizen.get(`/p/${number}?done=added`)).body).toContain(
      '已经收到，办理的人会看到',
    );
  });

  it('keeps words and good files when one file is bad', async () => {
    await signIn();
    await citizen.get(`/p/${number}/add`);
    const again = await citizen.postFiles(`/p/${number}/add`, { text: '说明' }, [
      { name: '好.jpg', bytes: Buffer.from('picture') },
      { name: '坏.jpg', bytes: Buffer.from('MZ') },
    ]);
    expect(again.status).toBe(422);
    expect(again.body).toContain('>说明</textarea>');
    expect(again.body).toContain('好.jpg');
    const upload = /name="upload" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    const kept = upload.replaceAll('&quot;', '"');
    await citizen.postFiles(`/p/${number}/add`, { text: '说明', upload: kept }, []);
    const { id } = JSON.parse(kept) as { id: string };
    expect(house.commands[0]?.input).toEqual({ text: '说明', uploads: [id] });
  });

  it('loses nothing when the half hour ends in the middle of a form', async () => {
    await signIn();
    await citizen.get(`/p/${number}/add`);
    house.now += 31 * 60_000;
    const typed = '写了很久\n第二行';
    const asked = await citizen.postFiles(`/p/${number}/add`, { text: typed }, []);
    expect(asked.status).toBe(403);
    expect(asked.body).toContain('您刚才写的内容还在');
    const back = await citizen.post('/progress', { number, code: CODE, page: 'add', text: typed });
    expect(back.body).toContain(`>${typed}</textarea>`);
    const sent = await citizen.postFiles(`/p/${number}/add`, { text: typed }, []);
    expect(sent.status).toBe(303);
  });

  it('stages no file of somebody who has not proved the code', async () => {
    await citizen.get('/progress');
    const file = { name: '1.jpg', bytes: Buffer.from('picture') };
    await citizen.postFiles(`/p/${number}/add`, { text: '' }, [file]);
    expect(house.uploads.size).toBe(0);
  });

  it('withdraws only by the petitioner, and takes it back', async () => {
    await citizen.get('/progress');
    await citizen.post(`/p/${number}/withdraw`, { text: '' });
    expect(house.commands).toHaveLength(0);
    await signIn();
    await citizen.get(`/p/${number}/withdraw`);
    const forged = await citizen.post(`/p/${number}/withdraw`, { text: '不告了' }, 'forged');
    expect([forged.status, forged.body]).toEqual([403, expect.stringContaining('>不告了<')]);
    const done = await citizen.post(`/p/${number}/withdraw`, { text: '' });
    expect(done.location).toBe(`/p/${number}?done=withdrawn`);
    change({ actions: ['revoke'] });
    expect((await citizen.get(`/p/${number}`)).body).toContain(`action="/p/${number}/revoke"`);
    await citizen.post(`/p/${number}/revoke`, {});
    expect(house.commands.map(({ type }) => type)).toEqual(['withdraw', 'revokeWithdrawal']);
  });

  it('keeps what was typed when a switch is pressed', async () => {
    await signIn();
    await citizen.get(`/p/${number}/add`);
    const page = await citizen.postFiles(`/p/${number}/add`, { text: '一半', do: 'elder-on' }, []);
    expect(page.body).toContain('class="elder"');
    expect(page.body).toContain('>一半</textarea>');
  });
});
