import type {
  Category,
  Region,
  SessionView,
  Unit,
} from '../../src/capabilities/identity-organisation/contract.ts';
import type { OutboxItem } from '../../src/capabilities/messages/contract.ts';
import type {
  ClockView,
  PetitionLine,
  PetitionView,
} from '../../src/capabilities/petitions/view.ts';
import { formatPetitionNumber } from '../../src/kernel/petition-number.ts';

const day = 86_400_000;
const now = Date.now();
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

export const regions: readonly Region[] = [
  { code: '340000', name: '江淮省', level: 'province', parentCode: null },
  { code: '340800', name: '临江市', level: 'city', parentCode: '340000' },
  { code: '340822', name: '临江县', level: 'county', parentCode: '340800' },
  { code: '340822101', name: '城关镇', level: 'township', parentCode: '340822' },
];

const unit = (code: string, name: string, kind: Unit['kind']): Unit => ({
  id: code,
  name,
  kind,
  level: 'county',
  regionCode: '340822',
  parentId: null,
  system: null,
  active: true,
  successorId: null,
  phone: '0556-12345678',
  address: null,
  postCode: null,
  email: null,
  receptionHours: '周一至周五 8:30–17:30',
  receptionPlace: null,
});

export const units: readonly Unit[] = [
  unit('office', '临江县信访局', 'petition-office'),
  unit('housing', '县住房和城乡建设局', 'bureau'),
  unit('labour', '县人力资源和社会保障局', 'bureau'),
  unit('town', '城关镇人民政府', 'township'),
  unit('discipline', '县纪委监委', 'discipline-body'),
];

export const categories: readonly Category[] = [
  { code: '01', level: 1, name: '城乡建设', parentCode: null, active: true },
  { code: '0101', level: 2, name: '住房与房地产', parentCode: '01', active: true },
  { code: '010101', level: 3, name: '物业管理', parentCode: '0101', active: true },
  { code: '02', level: 1, name: '劳动和社会保障', parentCode: null, active: true },
];

export const session: SessionView = {
  userId: id(1),
  userName: 'officer',
  displayName: '张办信',
  language: 'zh-CN',
  unit: { id: 'office', name: '临江县信访局', regionCode: '340822' },
  roles: ['case-officer', 'office-head'],
  posts: [{ unitId: 'office', role: 'case-officer', unitName: '临江县信访局' }],
  verbs: [
    'petition.read',
    'petition.register',
    'petition.export',
    'paper.check',
    'paper.sign',
    'paper.seal',
    'paper.serve',
    'outbox.read',
    'access.audit',
    'calendar.import',
    'organisation.administer',
  ],
  todo: null,
  draftKey: 'bW9jay1kcmFmdC1rZXktb2YtdGhpcnR5LXR3by1ieXQ',
  freshUntil: new Date(now + 600_000).toISOString(),
  demo: true,
};

const titles = [
  '南园小区 3 栋顶层漏雨两年，请督促物业维修',
  '县建筑公司拖欠 12 名工人工资，请求追讨',
  '城关镇河道排污，夜间异味扰民',
  '反映老旧小区加装电梯资金补贴迟迟未到位',
  '建议在实验小学门口增设红绿灯',
  '咨询城乡居民医保异地报销比例',
];
const colours = ['red', 'yellow', 'blue', 'green', 'green'] as const;
const left = { red: -3, yellow: 2, blue: 6, green: 12 } as const;

export const lines: readonly PetitionLine[] = Array.from({ length: 50 }, (_, at): PetitionLine => {
  const colour = colours[Math.floor(at / 10) % 5] ?? 'green';
  const remainingDays = left[colour] + (at % 4);
  return {
    id: id(100 + at),
    number: formatPetitionNumber(2026, 1200 + at * 7),
    title: titles[at % titles.length] ?? '',
    petitioner: at % 9 === 8 ? '' : (['王*', '李*', '赵**'][at % 3] ?? ''),
    status: at % 3 === 0 ? 'registered' : 'handling',
    purpose: at % 6 === 4 ? 'suggestion' : 'appeal',
    channel: (['letter', 'visit', 'web', 'telephone'] as const)[at % 4] ?? 'web',
    category: { first: '01', second: '0101', third: null },
    urgency: at % 11 === 5 ? 'urgent' : 'ordinary',
    regionCode: '340822101',
    holder:
      at % 3 === 0
        ? { id: 'office', name: '临江县信访局' }
        : { id: 'housing', name: '县住房和城乡建设局' },
    tasks: at % 3 === 0 ? ['triage'] : ['paper-approval'],
    case: null,
    registeredAt: now - (20 - remainingDays) * day,
    daysSinceRegistration: 20 - remainingDays,
    clock: {
      period: 'triage',
      dueDate: dayOf(now + remainingDays * day),
      dueAt: now + remainingDays * day,
      remainingDays,
      colour,
      provisional: at % 13 === 12,
    },
  };
});

/** One petition in full; a higher version has one more event, as if somebody had been faster. */
export function viewOf(petitionId: string, version: number): PetitionView {
  const line = lines.find((each) => each.id === petitionId) ?? lines[0];
  if (line === undefined) throw new Error('no lines');
  const clock: ClockView = {
    key: 'triage-1',
    period: 'triage',
    basis: { law: '信访工作条例', lawEn: 'Regulation on Petition Work', article: '22' },
    certainty: 'seen',
    holder: line.holder,
    startedAt: line.registeredAt,
    dueDate: line.clock?.dueDate ?? '2026-12-01',
    dueAt: line.clock?.dueAt ?? now,
    remainingDays: line.clock?.remainingDays ?? 0,
    colour: line.clock?.colour ?? 'green',
    provisional: false,
    stoppedAt: null,
    extensionDays: 0,
    nextRight: 'contest',
    profile: null,
    hours: false,
    right: false,
  };
  const allowed = (command: PetitionView['allowances'][number]['command']) => ({
    command,
    allowed: true,
    reason: null,
  });
  return {
    ...line,
    version,
    text: '我们是南园小区 3 栋的住户，顶层漏雨已经两年。\n物业多次答应维修，至今没有动工，天花板发霉，老人无法居住。\n请督促物业尽快维修，并说明维修资金的使用情况。',
    details: { place: '南园小区 3 栋', letterDate: '2026-11-02' },
    region: { code: '340822101', name: '城关镇' },
    receivedAt: line.registeredAt,
    round: 1,
    mixed: false,
    accusedUnits: [],
    anonymous: false,
    electronicService: true,
    personCount: 6,
    office: { id: 'office', name: '临江县信访局' },
    officer: { id: id(1), name: '张办信' },
    chain: [
      {
        from: '临江县信访局',
        to: line.holder.name,
        mode: 'assign',
        at: line.registeredAt + day,
        dueDate: '2026-12-20',
      },
    ],
    clock,
    clocks: [
      clock,
      {
        ...clock,
        key: 'objection-1',
        period: 'objection',
        stoppedAt: now - day,
        basis: { ...clock.basis, article: '23(3)' },
      },
    ],
    next: line.tasks[0] === 'triage' ? 'refer' : 'checkPaper',
    allowances: [
      ...(
        [
          'refer',
          'assign',
          'classify',
          'notAccept',
          'redirect',
          'split',
          'merge',
          'draftOpinion',
          'recordTalk',
          'replaceLookupCode',
          'askSupplement',
          'recordOutcome',
        ] as const
      ).map(allowed),
      {
        command: 'accept',
        allowed: false,
        reason: {
          code: 'petition-not-in-status',
          zh: '这件事项现在是“已登记”，不能进行“受理”。',
          en: 'The petition is “registered” now; “accept” is not possible.',
        },
      },
    ],
    demands: [
      {
        id: id(501),
        text: '督促物业尽快维修顶层防水',
        outcome: 'supported',
        execution: { responsible: '物业科 孙某', dueDate: '2026-12-20', doneAt: null },
      },
      { id: id(502), text: '公开维修资金的使用情况', outcome: null, execution: null },
    ],
    people: [
      {
        id: id(601),
        role: 'petitioner',
        name: '王**',
        documentNumber: '3401************',
        mobile: '138****0000',
        address: '南园小区***',
      },
    ],
    mayReveal: true,
    attachments: [
      { id: id(701), name: '来信第 1 页.png', mediaType: 'image/png', size: 234_567 },
      { id: id(702), name: '购房合同.pdf', mediaType: 'application/pdf', size: 1_234_567 },
    ],
    papers: [
      {
        id: id(801),
        kind: 'receipt',
        stage: 'served',
        issuer: { id: 'office', name: '临江县信访局' },
        draftedBy: '系统',
        number: null,
        sealedAt: line.registeredAt,
        rendered: true,
        servedBy: null,
        announcedUntil: null,
        servedAt: line.registeredAt,
        internal: false,
        steps: [],
      },
      {
        id: id(802 + Number(petitionId.slice(-4))),
        kind: 'referral',
        stage: 'drafted',
        issuer: { id: 'office', name: '临江县信访局' },
        draftedBy: '李办案',
        number: null,
        sealedAt: null,
        rendered: false,
        servedBy: null,
        announcedUntil: null,
        servedAt: null,
        internal: true,
        steps: ['checkPaper', 'issuePaper', 'returnPaper'],
      },
    ],
    tasks: [
      {
        id: id(901),
        unit: { id: 'town', name: '城关镇人民政府' },
        text: '请提供现场勘查记录。',
        dueDate: '2026-12-05',
        doneAt: null,
      },
    ],
    conclusion: null,
    outcome: { matterSettled: null, petitionerView: null },
    relations: [
      {
        relationId: 'split',
        kind: 'split-from',
        id: id(101),
        number: '2026000012073',
        at: 0,
        by: '',
        reason: null,
        suggested: false,
        undone: null,
      },
    ],
    group: { isHead: false, head: null },
    report: null,
    withdrawal: null,
    urgentReports: [],
    workOrderReports: [],
    levels: [],
    raiseProposal: null,
    agenda: null,
    simple: null,
    adoption: null,
    honours: [],
    reviews: [],
    procedureEndedAt: null,
    roundReason: null,
    afterwards: null,
    timeline: Array.from({ length: 3 + version }, (_unused, at) => ({
      seq: at + 1,
      at: line.registeredAt + at * day * 0.7,
      type:
        ['PetitionRegistered', 'PaperSealed', 'PetitionClassified', 'PaperDrafted', 'TalkRecorded'][
          at % 5
        ] ?? 'TalkRecorded',
      actor: at === 1 ? '系统' : '李办案',
      unit: '临江县信访局',
      facts: [
        { channel: line.channel, holder: line.holder.name },
        { kind: 'receipt' },
        { purpose: 'appeal' },
        { kind: 'referral' },
        { heldOn: '2026-11-20' },
      ][at % 5] as unknown as Record<string, string>,
      text: at === 4 ? '电话联系信访人，说明办理进度，信访人表示理解。' : null,
      public: at < 2,
    })),
  };
}

export const outbox: readonly OutboxItem[] = (['sent', 'failed', 'dead', 'held'] as const).map(
  (status, at) => ({
    id: `${id(1)}.${id(at)}`,
    template: 'registered',
    language: 'zh-CN',
    number: '2026000012073',
    text: '【临江县信访局】您的信访事项 2026 0000 1207 3 已登记，可凭编号和查询码查询。',
    url: null,
    recipient: 'petitioner',
    channel: at === 3 ? 'outbox' : 'sms',
    status,
    urgent: at === 1,
    attempts: at,
    nextAttemptAt: status === 'failed' ? new Date(now + 600_000).toISOString() : null,
    lastError: status === 'failed' || status === 'dead' ? 'HTTP 502' : null,
    receipt: null,
    createdAt: new Date(now - at * day).toISOString(),
    sentAt: null,
    mayResend: status !== 'sent',
  }),
);
