import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpServer } from '../../../platform/http/index.ts';
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

/** Answers of a whole petition, page by page. */
const answers: readonly (readonly [string, Record<string, string | readonly string[]>])[] = [
  ['helper', { helping: 'self' }],
  ['purpose', { purpose: 'appeal' }],
  ['story', { title: '路灯坏了三个月', text: '小区门口路灯一直不亮。\n老人晚上摔倒。' }],
  ['demands', { demand: ['修好路灯', '', '赔偿医药费'] }],
  ['place', { chosen: '340000', region: '340001', place: '解放路 12 号' }],
  ['concerned', { unit: '临江县住房和城乡建设局', accusedPersons: '', earlierSteps: '打过 12345' }],
  ['you', { anonymous: 'no', name: '张桂英', mobile: '13800000000', documentNumber: '' }],
  ['papers', { service: 'electronic', safeContact: '晚上七点后' }],
];

const fillTo = async (last: string, change: Record<string, Record<string, string>> = {}) => {
  await citizen.get('/submit/helper');
  for (const [step, fields] of answers) {
    if (step === 'papers') await citizen.postFiles('/submit/files', { do: 'next' }, []);
    const answer = await citizen.post(`/submit/${step}`, { ...fields, ...change[step] });
    expect([step, answer.status]).toEqual([step, 303]);
    if (step === last) return;
  }
};

const theOnlyPetition = () => {
  expect(house.petitions.size).toBe(1);
  const [petition] = house.petitions.values();
  if (petition === undefined) throw new Error('no petition');
  return petition;
};

describe('W-1 a petition is submitted in plain steps without script', () => {
  it('asks one question on each page, in order, and ends with number and code', async () => {
    await citizen.get('/submit/helper');
    const first = await citizen.post('/submit/helper', { helping: 'self' });
    expect(first.location).toBe('/submit/purpose');
    await fillTo('papers');
    const check = await citizen.get('/submit/check');
    expect(check.body).toContain('路灯坏了三个月');
    expect(check.body).toContain('2. 赔偿医药费');
    expect(check.body).toContain('临江县 › 城关镇');
    const done = await citizen.postAndFollow('/submit/check', { do: 'next' });
    expect(done.body).toContain('2026 0000 0001');
    expect(done.body).toContain('7K3M-0QXD-9A2B-ZC4W');
    expect(done.body).toContain('最晚 2026年12月7日');
    expect(theOnlyPetition().input).toMatchObject({
      channel: 'web',
      demands: ['修好路灯', '赔偿医药费'],
      regionCode: '340001',
      purpose: 'appeal',
      electronicService: true,
      accusedUnits: [],
      accusedPersons: '临江县住房和城乡建设局',
      people: [{ role: 'petitioner', name: '张桂英', mobile: '13800000000' }],
    });
  });

  it('deletes the draft after sending, and shows the page again on this device only', async () => {
    await fillTo('papers');
    await citizen.postAndFollow('/submit/check', { do: 'next' });
    expect(house.drafts.size).toBe(0);
    expect((await citizen.get('/submit/done')).body).toContain('7K3M-0QXD-9A2B-ZC4W');
    expect((await new Citizen(app).get('/submit/done')).status).toBe(404);
    house.now += 31 * 60 * 1000;
    expect((await citizen.get('/submit/done')).body).not.toContain('7K3M');
  });

  it('goes down the levels of places without script', async () => {
    await fillTo('demands');
    const county = await citizen.get('/submit/place');
    expect(county.body).toContain('临江县下面的哪里');
    const deeper = await citizen.postAndFollow('/submit/place', {
      chosen: '340000',
      region: '340002',
      place: '',
    });
    expect(deeper.body).toContain('柳河村');
    const enough = await citizen.post('/submit/place', { chosen: '340002', region: '', place: '' });
    expect(enough.location).toBe('/submit/concerned');
    const unknown = await citizen.post('/submit/place', { chosen: '', region: '999999' });
    expect([unknown.status, unknown.body]).toEqual([422, expect.stringContaining('没有这个地方')]);
  });

  it('takes a helper as a person of its own, with the receipt for both', async () => {
    await fillTo('papers', {
      helper: {
        helping: 'clerk',
        helperName: '李网格',
        helperMobile: '13900000000',
        helperRelation: '柳河村网格员',
      },
    });
    const done = await citizen.postAndFollow('/submit/check', { do: 'next' });
    expect(done.body).toContain('李网格');
    expect(theOnlyPetition().input.people).toMatchObject([
      { role: 'petitioner', name: '张桂英' },
      { role: 'helper', name: '李网格', mobile: '13900000000', authority: '柳河村网格员' },
    ]);
  });

  it('takes a petition without a name and says what that means', async () => {
    await fillTo('papers', { you: { anonymous: 'yes', name: '忘了删', mobile: '' } });
    await citizen.postAndFollow('/submit/check', { do: 'next' });
    const { input } = theOnlyPetition();
    expect(input.anonymous).toBe(true);
    expect(JSON.stringify(input)).not.toContain('忘了删');
  });

  it('L-5 tells who will see an accusation and names the accused unit by its code', async () => {
    await fillTo('papers', { purpose: { purpose: 'accusation' } });
    const page = await citizen.get('/submit/concerned');
    expect(page.body).toContain('谁会看到您写的内容');
    await citizen.postAndFollow('/submit/check', { do: 'next' });
    expect(theOnlyPetition().input.accusedUnits).toEqual(['housing']);
  });

  it('keeps what was typed when a switch, back or save is pressed', async () => {
    await fillTo('purpose');
    for (const pressed of ['elder-on', 'language-en', 'back', 'save']) {
      const text = `写到一半 ${pressed}`;
      const left = await citizen.post('/submit/story', { title: '', text, do: pressed });
      expect(left.status).toBe(303);
      expect((await citizen.get('/submit/story')).body).toContain(text);
    }
    const page = await citizen.get('/submit/story');
    expect(page.body).toMatch(/<html lang="en" class="elder">/);
  });

  it('saves while typing for the script, and for nobody else', async () => {
    await fillTo('purpose');
    const typed = { title: '自动', text: '保存', do: 'autosave' };
    expect((await citizen.post('/submit/story', typed)).status).toBe(204);
    expect((await citizen.get('/submit/story')).body).toContain('自动');
    expect((await citizen.post('/submit/story', typed, 'forged')).status).toBe(403);
  });

  it('goes on another device with the code, and slows guesses down', async () => {
    await fillTo('story');
    const saved = await citizen.postAndFollow('/submit/demands', { demand: '', do: 'save' });
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(saved.body)?.[0] ?? '';
    const other = new Citizen(app);
    await other.get('/submit/go-on');
    const wrong = await other.post('/submit/go-on', { code: '0000-0000-0000-0000' });
    expect([wrong.status, wrong.body]).toEqual([404, expect.stringContaining('没有找到')]);
    const opened = await other.post('/submit/go-on', { code: code.toLowerCase() });
    expect(opened.status).toBe(303);
    expect((await other.get('/submit/story')).body).toContain('路灯坏了三个月');
    const guesser = new Citizen(app);
    await guesser.get('/submit/go-on');
    const tries = [];
    for (let index = 0; index < 8; index += 1) {
      tries.push((await guesser.post('/submit/go-on', { code: '1111-1111-1111-1111' })).status);
    }
    expect(tries.at(-1)).toBe(429);
  });
});

describe('P-2 the same submission sent twice makes one petition', () => {
  it('also when the second press arrives before the page after sending', async () => {
    await fillTo('papers');
    const both = await Promise.all([
      citizen.post('/submit/check', { do: 'next' }),
      citizen.post('/submit/check', { do: 'next' }),
    ]);
    expect(both.map(({ location }) => location)).toEqual(['/submit/done', '/submit/done']);
    expect((await citizen.get('/submit/done')).body).toContain('7K3M');
    expect(house.petitions.size).toBe(1);
    const late = await citizen.post('/submit/check', { do: 'next' });
    expect(late.location).toBe('/submit/done');
    expect(house.petitions.size).toBe(1);
  });

  it('sends what the power cut off when the page after sending is opened', async () => {
    await fillTo('papers');
    const { submit } = house.deps;
    Object.assign(house.deps, { submit: () => Promise.reject(new Error('gone')) });
    expect((await citizen.post('/submit/check', { do: 'next' })).status).toBe(503);
    Object.assign(house.deps, { submit });
    expect((await citizen.get('/submit/check')).location).toBe('/submit/done');
    expect((await citizen.get('/submit/done')).body).toContain('7K3M');
  });
});

describe('bad input gets a sentence beside the field and loses nothing', () => {
  it('over-long text', async () => {
    await fillTo('purpose');
    const text = '长'.repeat(10_001);
    const answer = await citizen.post('/submit/story', { title: '标题', text });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('最多 10000 字，现在有 10001 字');
    expect(answer.body).toContain('href="#text"');
    expect(answer.body).toContain(text);
    expect((await citizen.get('/submit/story')).body).toContain(text);
  });

  it('10,000 demands', async () => {
    await fillTo('story');
    const demand = Array.from({ length: 10_000 }, (_, index) => `诉求${index + 1}`);
    const answer = await citizen.post('/submit/demands', { demand });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('您写了 10000 件');
    expect(answer.body).toContain('诉求10000</textarea>');
    const fewer = await citizen.post('/submit/demands', { demandList: '一\n二\n\n三' });
    expect(fewer.location).toBe('/submit/place');
    expect((await citizen.get('/submit/demands')).body).toContain('>三</textarea>');
  });

  it('an empty page says what is missing, each a link to its field', async () => {
    await fillTo('purpose');
    const answer = await citizen.post('/submit/story', { title: ' ', text: '' });
    expect(answer.body).toContain('<a href="#title">请填写“用一句话说是什么事”。</a>');
    expect(answer.body).toContain('aria-invalid="true"');
    expect(answer.body).toContain('有 2 处需要改一改');
  });

  it('control characters and right-to-left overrides are taken out', async () => {
    await fillTo('purpose');
    await citizen.post('/submit/story', {
      title: '标\u202E题\u0000\n续',
      text: '甲\u200B乙\u0007',
    });
    const page = await citizen.get('/submit/story');
    expect(page.body).toContain('value="标题 续"');
    expect(page.body).toContain('>甲乙</textarea>');
  });

  it('characters that were lost on the way are named, not stored', async () => {
    await fillTo('purpose');
    const answer = await citizen.post('/submit/story', { title: '好', text: '坏\uFFFD字' });
    expect([answer.status, answer.body]).toEqual([422, expect.stringContaining('无法识别的字符')]);
  });

  it('P-1 doubtful identity and mobile numbers warn once and then pass', async () => {
    await fillTo('concerned');
    const typed = {
      anonymous: 'no',
      name: '王',
      mobile: '1380000',
      documentType: 'identity-card',
      documentNumber: '11010519491231002Y',
    };
    const warned = await citizen.post('/submit/you', typed);
    expect(warned.status).toBe(200);
    expect(warned.body).toContain('这个号码位数不一样');
    expect(warned.body).toContain('这个号码里有别的字');
    const confirmed = /name="confirmed" value="([^"]+)"/.exec(warned.body)?.[1] ?? '';
    const passed = await citizen.post('/submit/you', { ...typed, confirmed });
    expect(passed.location).toBe('/submit/files');
    const changed = await citizen.post('/submit/you', { ...typed, mobile: '138', confirmed });
    expect(changed.status).toBe(200);
  });

  it('files: a bad one is named, the others stay, each can be removed', async () => {
    await fillTo('you');
    const answer = await citizen.postFiles('/submit/files', { do: 'upload' }, [
      { name: '合同.jpg', bytes: Buffer.from('a picture') },
      { name: '木马.jpg', bytes: Buffer.from('MZ program') },
      { name: '大.jpg', bytes: Buffer.alloc(21 * 1024 * 1024, 1) },
      { name: '收据.jpg', bytes: Buffer.from('another') },
    ]);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('“木马.jpg”的类型不能接收');
    expect(answer.body).toContain('“大.jpg”超过 20 MB');
    expect([...house.uploads.values()].map(({ name }) => name)).toEqual(['合同.jpg', '收据.jpg']);
    const [id = ''] = house.uploads.keys();
    await citizen.postFiles('/submit/files', { do: `remove-${id}` }, []);
    expect(house.uploads.size).toBe(1);
  });

  it('a forged form takes no file, saves nothing and shows what was typed', async () => {
    await fillTo('purpose');
    const before = [...house.drafts.values()];
    const story = await citizen.post('/submit/story', { title: '真的', text: '都在' }, 'forged');
    expect(story.status).toBe(403);
    expect(story.body).toContain('请再按一次按钮');
    expect(story.body).toContain('>都在</textarea>');
    const file = { name: '1.jpg', bytes: Buffer.from('picture') };
    const files = await citizen.postFiles('/submit/files', { do: 'upload' }, [file], 'forged');
    expect(files.status).toBe(403);
    expect(house.uploads.size).toBe(0);
    expect([...house.drafts.values()]).toEqual(before);
  });

  it('an expired draft in the middle of a form: the last page is shown again', async () => {
    await fillTo('purpose');
    house.drafts.clear();
    const answer = await citizen.post('/submit/story', { title: '还在', text: '一字不少' });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('已重新保存');
    expect(answer.body).toContain('>一字不少</textarea>');
    const next = await citizen.post('/submit/story', { title: '还在', text: '一字不少' });
    expect(next.location).toBe('/submit/demands');
    const check = await citizen.get('/submit/check');
    expect(check.body).toContain('还有没填完的');
    expect(check.body).not.toContain('确认提交');
  });

  it('X-7 typed text survives when it cannot be kept', async () => {
    await fillTo('purpose');
    house.draftsFail = true;
    const answer = await citizen.post('/submit/story', { title: '满了', text: '盘满也在' });
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('>盘满也在</textarea>');
    expect(answer.body).toContain('没有存上');
  });

  it('a refusal at the end reopens the draft with a sentence', async () => {
    await fillTo('you');
    await citizen.postFiles('/submit/files', { do: 'next' }, [
      { name: '1.jpg', bytes: Buffer.from('picture') },
    ]);
    await citizen.post('/submit/papers', { service: 'window' });
    house.uploads.clear();
    const answer = await citizen.post('/submit/check', { do: 'next' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('请重新上传，或直接提交');
    const done = await citizen.postAndFollow('/submit/check', { do: 'next' });
    expect(done.body).toContain('7K3M');
  });
});
