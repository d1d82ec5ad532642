import { describe, expect, test } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { minutesDocument, type MinutesSource } from './minutes.ts';

const day = {
  id: 'day',
  unit: 'office',
  plan: {
    on: localDate('2026-11-10'),
    from: '09:00',
    to: '12:30',
    place: '接待大厅',
    leaders: [{ id: 'l', name: '程怀民', post: '县长' }],
  },
  minutes: { content: { id: 'content', hash: '' } },
  taskForces: [
    { leaderId: 'l', units: ['housing'], matter: { id: 'matter' }, members: { id: 'members' } },
  ],
} as unknown as ReceptionDay;

const write = (more: Partial<MinutesSource>) =>
  minutesDocument(
    {
      day,
      opened: new Map<string, unknown>([
        ['content', { attending: '县长', heard: '房产证', decided: '成立专班' }],
        ['matter', { text: '小区办证' }],
        ['members', { text: '组长：县长' }],
      ]),
      organisation: {
        find: (id) => ({ id, name: `${id}局` }) as never,
        contactOf: () => ({ phone: '', address: '' }),
      },
      now: Date.parse('2026-11-12T09:00:00+08:00'),
      number: null,
      verify: null,
      ...more,
    },
    {},
  );

describe('R-4, G-1 minutes as a paper', () => {
  test('say who received, when, and which task force answers for what', () => {
    const text = JSON.stringify(write({}));
    expect(text).toContain('9时至12时30分，县长程怀民在接待大厅接待来访群众');
    expect(text).toContain('小区办证：由程怀民牵头，housing局负责。组长：县长。');
  });

  test('without number and code they are a draft', () => {
    expect(write({})).toMatchObject({ draftMark: true });
  });

  test('with both they are dated and can be verified', () => {
    const verify = { url: 'https://office.example/verify/A', code: 'A' };
    const paper = write({ number: '临信纪字〔2026〕1号', verify });
    expect(paper).toMatchObject({ draftMark: false, number: '临信纪字〔2026〕1号', verify });
  });

  test('minutes issued before they were papers keep their number and are no draft', () => {
    const paper = write({ number: '临信纪字〔2026〕1号' });
    expect(paper).toMatchObject({ draftMark: false, date: '2026-11-12' });
  });
});
