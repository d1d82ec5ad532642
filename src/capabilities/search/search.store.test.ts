import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/vault/index.ts';
import { openPetitionView, splitPetition } from '../petitions/index.ts';
import {
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import { searchQuerySchema } from './contract.ts';
import { findSimilar, searchPetitions } from './queries.ts';
import { readQuestion } from './question.ts';

let county: County;

beforeAll(async () => {
  county = await openCounty();
});

afterAll(() => county.close());

const search = async (actor: ReturnType<typeof staff>, query: Record<string, string>) =>
  must(await searchPetitions(county.deps, actor, searchQuerySchema.parse(query), county.at.now));

const found = async (actor: ReturnType<typeof staff>, q: string) =>
  (await search(actor, { q })).items.map((line) => line.number);

const person = (mobile: string, documentNumber: string) => ({
  people: [{ role: 'petitioner' as const, name: '李大山', mobile, documentNumber }],
});

const looks = (what: string) =>
  county.database.db.withActor({ actor: '', units: [], roles: ['system'] }, 'read', (tx) =>
    tx.query<{ stream_id: string; actor: string }>({
      name: 'test.looks',
      text: 'SELECT stream_id, actor FROM access_record WHERE what = $1',
      values: [what],
    }),
  );

describe('P-15 search', () => {
  it('finds by two Chinese characters in any order of parts, newest first, page by page', async () => {
    const made: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      county.at.now += 60_000;
      const { number } = await county.register({ title: '红旗桥护栏破损', text: '请修复护栏。' });
      made.unshift(number);
    }
    expect(await found(staff('office'), '护栏')).toEqual(made);
    expect(await found(staff('office'), '破损 红旗桥')).toEqual(made);
    const first = await search(staff('office'), { q: '护栏', limit: '3' });
    const second = await search(staff('office'), {
      q: '护栏',
      limit: '3',
      after: first.next ?? '',
    });
    expect([...first.items, ...second.items].map((line) => line.number)).toEqual(made);
    expect(second.next).toBeNull();
    expect(await found(staff('housing'), '护栏')).toEqual([]);
  });

  it('finds a petition by its number, as people type it, within the scope', async () => {
    const { number, id } = await county.register();
    expect(await found(staff('office'), number.replace(/(\d{4})/g, '$1 '))).toEqual([number]);
    expect(await found(staff('housing'), number)).toEqual([]);
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    expect(await found(staff('housing'), number)).toEqual([number]);
  });

  it('L-4 finds by identity number and mobile number and records the look', async () => {
    const { number, id } = await county.register(person('13911112222', '11010519491231002X'));
    expect(await found(staff('office'), '139 1111 2222')).toEqual([number]);
    expect(await found(staff('office'), '11010519491231002x')).toEqual([number]);
    expect(await found(staff('housing'), '13911112222')).toEqual([]);
    const rows = await looks('search-person');
    expect(rows.filter((row) => row.stream_id === id)).toHaveLength(2);
    // The look that found nothing stands there too, by whom it was.
    expect(rows.some((row) => row.actor === 'staff:housing-officer')).toBe(true);
  });

  it('L-5 shows an accusation to nobody by word or person, by number to its handlers', async () => {
    const { number } = await county.register(
      {
        channel: 'web',
        purpose: 'accusation',
        title: '举报某干部收受礼金',
        ...person('13933334444', '440524188001010014'),
      },
      null,
    );
    for (const actor of [staff('office'), named('office')]) {
      expect(await found(actor, '礼金')).toEqual([]);
      expect(await found(actor, '13933334444')).toEqual([]);
      expect(
        await findSimilar(county.deps, actor, { mobile: '13933334444', text: '收受礼金' }, 0),
      ).toEqual([]);
    }
    expect(await found(staff('office'), number)).toEqual([]);
    expect(await found(named('office'), number)).toEqual([number]);
  });

  it('I-3 P-2 like matters of everybody who signs, ended ones too, with why; each look recorded, no number of anybody', async () => {
    const office = staff('office');
    const first = await county.register({ title: '东湖路排水堵塞', ...person('13955550001', '') });
    const second = await county.register({ title: '西山村道路塌方', ...person('13955550002', '') });
    const like = await county.register({ title: '南门菜场噪声扰民', ...person('13955550003', '') });
    await county.run(office, second.id, 'fileOnly', {
      reason: 'thanks',
      explanation: '没有需要办理的请求。',
    });
    await county.issue('office', second.id);
    const people = [{ mobile: '13955550001' }, { mobile: '13955550002' }];
    const asked = { people, text: '南门菜场凌晨噪声扰民' };
    const shown = await findSimilar(county.deps, office, asked, county.at.now);
    expect(shown.map(({ id, by }) => [id, by])).toEqual(
      expect.arrayContaining([
        [first.id, 'person'],
        [second.id, 'person'],
        [like.id, 'text'],
      ]),
    );
    expect(shown.find(({ id }) => id === second.id)?.status).toBe('concluded');
    const traces = (await looks('similar')).map(({ stream_id: id }) => id);
    expect(traces).toEqual(expect.arrayContaining([first.id, second.id, like.id]));
    expect(await findSimilar(county.deps, staff('housing'), asked, county.at.now)).toEqual([]);
  });

  it('L-5 what turns out to be an accusation is found no more; turned back, it is again', async () => {
    const { id, number } = await county.register({
      title: '河东水站收费不公',
      demands: ['退还多收的管网费'],
      ...person('13977778888', '52010319920404003X'),
    });
    await county.run(staff('office'), id, 'addMaterial', { text: '附上抄表记录。', uploads: [] });
    const classify = (purpose: 'accusation' | 'appeal') =>
      county.run(staff('office'), id, 'classify', {
        purpose,
        category: null,
        urgency: 'ordinary',
        regionCode: '430121',
        accusedUnits: [],
      });
    const wanted = ['水站', '管网费', '抄表', '13977778888', '52010319920404003X'];
    await classify('accusation');
    for (const q of wanted) expect(await found(staff('office'), q)).toEqual([]);
    const kept = await county.database.db.withActor(
      { actor: '', units: [], roles: [] },
      'read',
      (tx) =>
        tx.query({
          name: 'test.blind-indexes',
          text: 'SELECT 1 FROM blind_index WHERE stream_id = $1',
          values: [id],
        }),
    );
    expect(kept).toEqual([]);
    await classify('appeal');
    for (const q of wanted) expect(await found(staff('office'), q)).toEqual([number]);
  });

  it('P-2 a part of a split petition is found by its people', async () => {
    const { id } = await county.register({
      demands: ['修路', '通水'],
      ...person('13966667777', '370102198505050019'),
    });
    const view = await openPetitionView(county.deps, staff('office'), id, county.at.now);
    const parts = (view?.demands ?? []).map((demand) => ({
      title: demand.text,
      purpose: 'appeal' as const,
      demandIds: [demand.id],
      attachmentIds: [],
    }));
    must(
      await splitPetition(
        county.deps,
        id,
        { parts, explanation: '两件事分别办理' },
        { actor: staff('office'), commandId: newId() },
      ),
    );
    expect(await found(staff('office'), '13966667777')).toHaveLength(3);
  });

  it('tells what was typed', () => {
    expect(readQuestion('2026 0000 0001 6').kind).toBe('words');
    expect(readQuestion('2026000000011').kind).toBe('number');
    expect(readQuestion('１３８００００１２３４').kind).toBe('telephone');
    expect(readQuestion('430111-19900307-4518').kind).toBe('identity-number');
    expect(readQuestion('供水').kind).toBe('words');
  });
});

describe('P-2 like matters while typing', () => {
  it('shows matters of the same people and like texts, and records each look', async () => {
    const same = await county.register({
      title: '滨河路夜市油烟扰民',
      text: '滨河路夜市油烟直排居民楼，环保部门未处理。',
      ...person('13955556666', '320311770706001'),
    });
    const byPerson = await findSimilar(
      county.deps,
      staff('office'),
      { mobile: '13955556666' },
      county.at.now,
    );
    expect(byPerson.map((line) => line.id)).toEqual([same.id]);
    const byText = await findSimilar(
      county.deps,
      staff('office'),
      { text: '滨河路夜市油烟直排，居民楼受影响' },
      county.at.now,
    );
    expect(byText.map((line) => line.id)).toContain(same.id);
    expect(await findSimilar(county.deps, staff('housing'), { mobile: '13955556666' }, 0)).toEqual(
      [],
    );
    const rows = await looks('similar');
    expect(rows.filter((row) => row.stream_id === same.id)).toHaveLength(2);
  });
});
