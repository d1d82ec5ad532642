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

interface PastMatter {
  readonly title: string;
  readonly text: string;
  readonly demands: readonly string[];
  readonly instruction: {
    readonly text: string;
    readonly unit: string;
    readonly days: number;
  } | null;
}

interface PastVisitor {
  readonly matter: PastMatter;
  readonly topic: string | null;
  readonly input: Partial<TakeInput>;
  readonly settledAtOnce: boolean;
}

/** What the county's leader takes on as a matter of their own. */
export const certificates: PastMatter = {
  title: '锦绣家园二期入住五年不动产证办不下来',
  text: '二期三百多户入住满五年，开发商一直说在办，孩子上学、房屋买卖都受影响。',
  demands: ['明确办证时间', '查清卡在哪个环节'],
  instruction: {
    text: '请县住建局牵头查清办证卡在哪里，五日内书面告诉住户。',
    unit: 'housing',
    days: 5,
  },
};
const wages: PastMatter = {
  title: '河滨路工程拖欠工资',
  text: '去年在河滨路工程干活，十一个人的工资到现在没有结清。',
  demands: ['结清拖欠的工资'],
  instruction: {
    text: '请县人社局一个月内督促施工单位把工资结清。',
    unit: 'labour',
    days: 30,
  },
};
const pension: PastMatter = {
  title: '养老待遇资格认证没有通过',
  text: '老人手机认证总是失败，这个月养老金停发了。',
  demands: ['恢复发放'],
  instruction: null,
};

/** Who came to the day that is over; two topics of ten people and more, and one of a few. */
export const pastCast: readonly PastVisitor[] = [
  {
    matter: certificates,
    topic: '住房与城乡建设',
    input: { name: '骆明霞', telephone: '15400001221', persons: 5 },
    settledAtOnce: false,
  },
  {
    matter: wages,
    topic: '劳动与社会保障',
    input: { name: '石保国', telephone: '15400001222', persons: 6 },
    settledAtOnce: false,
  },
  {
    matter: certificates,
    topic: '住房与城乡建设',
    input: { name: '常素芳', persons: 4 },
    settledAtOnce: false,
  },
  {
    matter: pension,
    topic: '劳动与社会保障',
    input: { name: '谷秀英', telephone: '15400001223', persons: 2 },
    settledAtOnce: true,
  },
  {
    matter: wages,
    topic: '劳动与社会保障',
    input: { name: '田树林', persons: 5 },
    settledAtOnce: false,
  },
  { matter: certificates, topic: '住房与城乡建设', input: { persons: 3 }, settledAtOnce: false },
];
