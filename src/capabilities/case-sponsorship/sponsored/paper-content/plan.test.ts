import { expect, test } from 'vitest';
import type { SponsoredView } from '../view.ts';
import { planSheetOf } from './plan.ts';

const unit = { id: 'u', name: '临江县住房和城乡建设局' };
const leader = { userId: 'l', name: '程怀民', unit: { id: 'g', name: '临江县人民政府' } };
const post = { zh: '网格员', en: 'Grid member' };

const item: SponsoredView = {
  id: 's',
  version: 3,
  status: 'open',
  petition: { id: 'p', number: '2026000000016', title: '小区屋顶漏水' },
  unit,
  office: unit,
  region: { id: '430121', name: '临江县' },
  leader,
  leaderLeft: false,
  openedAt: 0,
  takenAt: 0,
  next: null,
  overdue: false,
  posts: [],
  result: null,
  proposal: null,
  declined: null,
  plan: {
    at: 0,
    by: '程怀民',
    matterKnot: '保修责任不清。',
    mindKnot: '担心没有人管。',
    measures: [{ kind: 'aid', words: '办理临时救助。' }],
  },
  milestones: [
    {
      id: 'm',
      what: '上门说明',
      responsible: '何工',
      date: '2026-03-20',
      told: '',
      state: 'open',
      missed: true,
      doneOn: null,
      reports: [],
      moved: [{ at: 0, by: '程怀民', from: '2026-03-10', to: '2026-03-20', reason: '排期' }],
    },
  ],
  tasks: [
    {
      id: 't',
      post: 'grid-member',
      status: 'given',
      dueDate: '2026-03-21',
      overdue: false,
      version: 1,
      label: post,
      ownOnly: false,
      holder: { userId: null, name: '尤小燕', telephone: '0550-1' },
      task: '每周联系一次。',
      moved: [],
      reports: [],
      returns: [],
      withdrawn: null,
      steps: [],
    },
  ],
  notes: [],
  handOver: null,
  ending: null,
  verified: null,
  timeline: [],
  steps: [],
  mayGiveTasks: false,
  mayPromise: false,
};

const now = Date.parse('2026-03-25T09:00:00+08:00');

test('S-1 the plan sheet says the knots, the measures, each date with what became of it, the seven', () => {
  const { blocks, title, date } = planSheetOf(item, now);
  const text = JSON.stringify(blocks);
  expect([title, date]).toEqual(['领导包案化解方案（一案一策）', '2026-03-25']);
  for (const said of [
    '保修责任不清。',
    '担心没有人管。',
    '救助帮扶：办理临时救助。',
    '尤小燕 0550-1',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain('推进中（逾期）；原定2026-03-10');
  expect(text).not.toMatch(/息诉|罢访|不再信访|承诺书/u);
});

test('S-1 a case without a plan prints what there is', () => {
  const { blocks } = planSheetOf({ ...item, plan: null, milestones: [], tasks: [] }, now);
  expect(JSON.stringify(blocks)).toContain('方案尚未填写。');
});
