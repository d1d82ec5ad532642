import type { GroupInput, TakeInput } from '../../../capabilities/reception-days/index.ts';

interface Table {
  readonly key: string;
  readonly open: boolean;
  readonly input: GroupInput;
}

/** Tables of the running day: the county's leader, two with knowledge of their own, one for all. */
export const hallGroups: readonly Table[] = [
  {
    key: 'leader',
    open: true,
    input: {
      label: '第1接谈组',
      place: '1号桌',
      units: ['county-gov', 'county-office'],
      topics: [],
    },
  },
  {
    key: 'housing',
    open: true,
    input: { label: '第2接谈组', place: '2号桌', units: ['housing', 'resources'], topics: [] },
  },
  {
    key: 'labour',
    open: true,
    input: { label: '第3接谈组', place: '3号桌', units: ['labour', 'court'], topics: [] },
  },
  {
    key: 'free',
    open: true,
    input: { label: '第4接谈组', place: '4号桌', units: [], topics: [] },
  },
];

interface Visitor {
  readonly key: string;
  /** After the doors opened. */
  readonly minutes: number;
  readonly input: Partial<TakeInput>;
}

/** Who came; invented, like everybody in the county. */
export const hallCast: readonly Visitor[] = [
  { key: 'heard', minutes: 1, input: { name: '陶淑珍', telephone: '15400001201', persons: 2 } },
  {
    key: 'away',
    minutes: 2,
    input: { name: '简大勇', telephone: '15400001202', unit: 'housing' },
  },
  { key: 'cancelled', minutes: 3, input: { way: 'portal', name: '费小曼' } },
  { key: 'talking', minutes: 8, input: { name: '柏永年', persons: 1 } },
  {
    key: 'group',
    minutes: 12,
    input: {
      persons: 9,
      unit: 'resources',
      representatives: ['水大贵', '窦三才', '章秀兰'],
      note: '九户一起来，反映征地补偿。',
    },
  },
  { key: 'by-hand', minutes: 20, input: { name: '云秋生', persons: 3 } },
  { key: 'waiting', minutes: 30, input: { unit: 'labour', name: '奚国栋' } },
  { key: 'plain', minutes: 42, input: {} },
  { key: 'called', minutes: 55, input: { unit: 'housing', persons: 2 } },
  { key: 'telephone', minutes: 60, input: { way: 'telephone', telephone: '15400001210' } },
  { key: 'portal', minutes: 70, input: { way: 'portal', persons: 2, name: '潘雨' } },
  { key: 'late-1', minutes: 95, input: {} },
  { key: 'late-2', minutes: 130, input: { persons: 4 } },
  { key: 'late-3', minutes: 145, input: { unit: 'education' } },
];
