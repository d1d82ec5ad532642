import { addDays, localDate, localDateOf } from '../../../kernel/local-date.ts';
import type { UnitFact } from '../../../kernel/units.ts';
import { sampleData } from '../../papers/index.ts';
import type { Command } from '../command.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import { calendar, dayLength, Life, staff, units, words } from '../life.test-data.ts';
import { findPaper, type PaperKind, type Petition } from '../petition.ts';
import type { PaperSource } from './source.ts';

const names: Readonly<Record<string, string>> = {
  office: '甲县信访局',
  housing: '甲县住房和城乡建设局',
  transport: '甲县交通运输局',
  'housing-station': '甲县住建局城关站',
  'county-government': '甲县人民政府',
  'city-government': '某市人民政府',
  discipline: '甲县纪律检查委员会',
  'political-legal': '中共甲县委政法委员会',
};

const named = (unit: UnitFact | undefined): UnitFact | undefined =>
  unit === undefined ? undefined : { ...unit, name: names[unit.id] ?? unit.name };

export const organisation: OrganisationSnapshot = {
  find: (id) => named(units.find(id)),
  knowsRegion: () => true,
  knowsCategory: () => true,
  categoryName: (code) => `category ${code}`,
  petitionOfficeOf: () => 'office',
  profiles: [],
  unitOfKind: () => 'county-government',
  rolesAt: () => [],
  petitionOfficeAbove: () => 'city-office',
  countyOfficesWithin: () => [],
  accusationOfficersOf: () => ['u1'],
  postsOf: () => [],
  holdsPost: () => true,
  userName: (id) => (id.endsWith('-head') ? '陈立' : '何工'),
  regionName: () => '甲县',
  contactOf: (unit) =>
    unit === 'office'
      ? { phone: '0731-5550100', address: '甲县人民路1号信访接待大厅' }
      : { phone: '', address: '' },
  paperWordOf: () => '甲',
};

export const title = '滨河小区3号楼屋顶漏水无人维修';

/** What lies sealed in the case, opened. */
export const opened = new Map<string, unknown>([
  ['content', { title, text: '屋顶漏水两年，多次报修无果。', place: '滨河小区' }],
  ['d1', { text: '请求修复3号楼屋顶防水层。' }],
  ['d2', { text: '请求赔偿因漏水损坏的家具，共4,200元。' }],
  ['person-1', { name: '周小满', role: 'petitioner', mobile: '13800138000' }],
  ['person-2', { name: '钱代理', role: 'agent' }],
  ['file-1', { name: '漏水照片.jpg' }],
  ['instruction', { text: '请会同社区到现场查看，先采取临时防水措施。' }],
  ['reasons', { text: '房屋质量保修不在我局职权范围内，由住建部门监督管理。' }],
  ['objection', { text: '屋顶防水属于公共交通设施以外的事项，不归我局。' }],
  ['redirect', { text: '依照劳动争议调解仲裁法第五条，先申请仲裁。', body: '甲县劳动仲裁委' }],
  ['merged', { text: '两件事项反映同一处漏水。', number: '2026000000024', handler: '甲县住建局' }],
  [
    'split',
    {
      text: '两项诉求由不同单位管辖。',
      parts: JSON.stringify([
        { number: '2026000000032', title: '屋顶漏水维修', accusation: false },
        { number: '2026000000040', title: '', accusation: true },
      ]),
    },
  ],
  ['request', { text: '1. 家具购买凭证；\n2. 漏水部位照片' }],
  ['extend', { text: '渗漏原因需要委托鉴定，报告尚未出具。' }],
  ['facts', { text: '现场查看，防水层老化开裂，漏水属实。' }],
  ['basis', { text: '《建设工程质量管理条例》第四十条\n《房屋建筑工程质量保修办法》第七条' }],
  ['answer', { text: '责成建设单位整体修复屋顶防水层。' }],
  ['explain', { text: '赔偿金额属于民事争议，可以向人民法院起诉。' }],
  ['responsible', { text: '房屋维修管理科何工' }],
  [
    'adoption',
    {
      text: '其中两处占用消防通道，不能设置。',
      study: '会同社区现场查看，并征求居民代表意见。',
      measure: '6月底前安装座椅24张。',
    },
  ],
  ['situation', { text: '屋顶有坠落危险，三十余户受影响。', measures: '已请社区设置警戒。' }],
  ['reply', { text: '由业主委员会提出方案，到房屋维修管理科备案。' }],
  ['report', { text: '3月12日会同社区现场查看，漏水属实，仍在保修期内。' }],
]);

const people = [
  { id: 'p1', role: 'petitioner', sealed: { id: 'person-1', hash: 'h' } },
  { id: 'p2', role: 'agent', sealed: { id: 'person-2', hash: 'h' } },
] as const;

const attachments = [
  {
    id: 'a1',
    address: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    size: 10,
    name: { id: 'file-1', hash: 'h' },
    purpose: 'photograph',
  },
] as const;

const begin = (more: Parameters<Life['register']>[0] = {}): Life => {
  const life = new Life();
  life.register({ people: [...people], personCount: 2, attachments: [...attachments], ...more });
  return life;
};

const later = (life: Life, days: number): void => {
  life.now += days * dayLength;
};

const office = staff('office');
const housing = staff('housing');

const referred = (): Life => {
  const life = begin();
  later(life, 1);
  const command: Command = {
    type: 'refer',
    to: 'housing',
    instruction: words('instruction'),
    paperId: 'referral',
  };
  life.do(command, office);
  later(life, 2);
  return life;
};

const accepted = (): Life => {
  const life = referred();
  life.do({ type: 'accept', officer: 'housing-officer', paperId: 'acceptance-notice' }, housing);
  later(life, 1);
  return life;
};

const assigned = (): Life => {
  const life = begin();
  const dueDate = life.inDays(40);
  const instruction = words('instruction');
  life.do({ type: 'assign', to: 'housing', dueDate, instruction, paperId: 'assignment' }, office);
  later(life, 1);
  return life;
};

const opinionOn = (life: Life): void => {
  const execution = {
    responsible: { id: 'responsible', hash: 'h' },
    dueDate: life.inDays(30),
  };
  const said = { facts: words('facts'), basis: words('basis') };
  life.do(
    {
      type: 'draftOpinion',
      paperId: 'opinion',
      demands: [
        { demandId: 'd1', outcome: 'supported', ...said, answer: words('answer'), execution },
        {
          demandId: 'd2',
          outcome: 'explained',
          ...said,
          answer: words('explain'),
          execution: null,
        },
      ],
    },
    housing,
  );
};

const objected = (): Life => {
  const life = begin();
  life.do({ type: 'refer', to: 'transport', instruction: null, paperId: 'r1' }, office);
  later(life, 1);
  life.do({ type: 'object', reasons: words('objection') }, staff('transport'));
  const upheld = { type: 'decideObjection', upheld: true, reasons: words('reasons') } as const;
  life.do({ ...upheld, paperId: 'objection-decision' }, office);
  return life;
};

const fromRecords = [
  'hearing-notice',
  'hearing-conclusion',
  'mediation-agreement',
  'settlement',
] as const;

/** What another record sealed with its draft. */
for (const kind of fromRecords) {
  const { petition: _, petitioner: __, contact: ___, ...facts } = sampleData[kind];
  opened.set(`for-${kind}`, { text: '（见附件）', facts: JSON.stringify(facts) });
}

/** A paper that a hearing or a mediation asked for. */
const asked = (kind: (typeof fromRecords)[number]) => (): Life => {
  const life = accepted();
  const text = words(`for-${kind}`);
  life.do({ type: 'draftPaper', paperId: kind, kind, issuer: 'housing', text }, housing);
  return life;
};

const lives: { readonly [K in Exclude<PaperKind, 'receipt'>]: () => Life } = {
  referral: referred,
  'acceptance-notice': accepted,
  assignment: assigned,
  handover: () => {
    const life = begin({ purpose: 'accusation', named: ['office-officer'] });
    const command = { to: 'discipline', instruction: null, paperId: 'handover', named: ['u1'] };
    life.do({ type: 'handOver', ...command }, office);
    return life;
  },
  refusal: () => {
    const life = begin();
    const reason = 'legal-route';
    const explanation = words('reasons');
    life.do({ type: 'notAccept', reason, explanation, paperId: 'refusal' }, office);
    return life;
  },
  'no-longer-accepted': () => {
    const life = begin();
    const explanation = words('reasons');
    const paperId = 'no-longer-accepted';
    life.do(
      {
        type: 'noLongerAccept',
        reason: 'procedure-ended',
        ended: { petition: null },
        explanation,
        paperId,
      },
      office,
    );
    return life;
  },
  redirection: () => {
    const life = begin();
    const explanation = words('redirect');
    const command = { way: 2, awaitsReceipt: false, explanation, paperId: 'redirection' } as const;
    life.do({ type: 'redirect', ...command }, office);
    return life;
  },
  'file-only-note': () => {
    const life = begin({ purpose: 'thanks' });
    const explanation = words('reasons');
    life.do({ type: 'fileOnly', reason: 'thanks', explanation, paperId: 'file-only-note' }, office);
    return life;
  },
  'merge-notice': () => {
    const life = begin();
    const explanation = words('merged');
    life.do({ type: 'merge', into: 'petition-2', explanation, paperId: 'merge-notice' }, office);
    return life;
  },
  'split-notice': () => {
    const life = begin();
    const parts = [
      { id: 'part-1', demandIds: ['d1'] },
      { id: 'part-2', demandIds: ['d2'] },
    ];
    life.do({ type: 'split', parts, explanation: words('split'), paperId: 'split-notice' }, office);
    return life;
  },
  'one-time-notice': () => {
    const life = begin();
    const request = words('request');
    const paperId = 'one-time-notice';
    life.do({ type: 'askSupplement', request, clarification: false, paperId }, office);
    return life;
  },
  'supplement-request': () => {
    const life = begin();
    const request = words('request');
    const paperId = 'supplement-request';
    life.do({ type: 'askSupplement', request, clarification: true, paperId }, office);
    return life;
  },
  'objection-decision': objected,
  adjudication: () => {
    const life = objected();
    life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'r2' }, office);
    life.do({ type: 'object', reasons: words('objection') }, housing);
    const decision = { unit: 'housing', reasons: words('reasons'), paperId: 'adjudication' };
    life.do({ type: 'decideCompetence', ...decision }, staff('county-government'));
    return life;
  },
  extension: () => {
    const life = accepted();
    later(life, 30);
    const reason = words('extend');
    life.do({ type: 'requestExtension', days: 20, reason, paperId: 'extension' }, housing);
    return life;
  },
  opinion: () => {
    const life = accepted();
    opinionOn(life);
    return life;
  },
  'conclusion-report': () => {
    const life = assigned();
    life.issue('assignment', 'office');
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'notice' }, housing);
    opinionOn(life);
    life.issue('opinion', 'housing');
    later(life, 1);
    const served = { way: 'hand', servedOn: life.now, proof: words('reasons') } as const;
    life.do({ type: 'servePaper', paperId: 'opinion', ...served }, housing);
    life.do({ type: 'fileReport', text: words('report'), paperId: 'conclusion-report' }, housing);
    return life;
  },
  'urgent-report': () => {
    const life = begin({ urgency: 'major' });
    life.do(
      {
        type: 'reportUrgent',
        reportId: 'report-1',
        level: 'major',
        text: words('situation'),
        paperId: 'urgent-report',
        addressees: [
          { unit: 'county-government', capacity: 'leadership' },
          { unit: 'city-office', capacity: 'superior-office' },
        ],
      },
      office,
    );
    return life;
  },
  'suggestion-answer': () => {
    const life = begin({ purpose: 'suggestion' });
    const decision = { adoption: 'partly-adopted', reason: words('adoption') } as const;
    life.do({ type: 'decideSuggestion', ...decision, paperId: 'suggestion-answer' }, office);
    return life;
  },
  'enquiry-answer': () => {
    const life = begin({ purpose: 'enquiry' });
    const answer = { answer: words('reply'), onPaper: true, paperId: 'enquiry-answer' };
    life.do({ type: 'answerBriefly', ...answer }, office);
    return life;
  },
  'contest-decision': () => {
    const life = begin();
    const explanation = words('explain');
    life.do(
      { type: 'notAccept', reason: 'same-matter-open', explanation, paperId: 'refusal' },
      office,
    );
    life.issue('refusal', 'office');
    later(life, 1);
    const reasons = words('objection');
    life.do({ type: 'contest', contestId: 'c', reasons, signed: true }, office);
    const decision = { upheld: true, reasons: words('reasons'), paperId: 'contest-decision' };
    life.do({ type: 'decideContest', ...decision }, staff('office', 'office-other'));
    return life;
  },
  'hearing-notice': asked('hearing-notice'),
  'hearing-conclusion': asked('hearing-conclusion'),
  'mediation-agreement': asked('mediation-agreement'),
  settlement: asked('settlement'),
  'withdrawal-confirmation': () => {
    const life = begin();
    life.do(
      { type: 'withdraw', reason: null, signed: false },
      { kind: 'petitioner', petitionId: 'petition-1' },
    );
    later(life, 12);
    const paperId = 'withdrawal-confirmation';
    life.do({ type: 'completeWithdrawal', paperId }, { kind: 'system', name: 'withdrawals' });
    return life;
  },
};

export const kinds = Object.keys(lives) as Exclude<PaperKind, 'receipt'>[];

/** The source of a paper of that kind, from a petition that came to it by commands. */
export function sourceOf(
  kind: Exclude<PaperKind, 'receipt'>,
  more: Partial<PaperSource> & { readonly change?: Partial<Petition> } = {},
): PaperSource {
  const life = lives[kind]();
  const { change = {}, ...rest } = more;
  const petition = { ...life.state, ...change };
  const paper = findPaper(petition, kind);
  if (paper === undefined) throw new Error(`no paper ${kind}`);
  return {
    petition,
    paper,
    opened,
    organisation,
    calendar,
    now: life.now,
    number: `甲信字〔2026〕3号`,
    verify: { url: 'https://xf.example/verify/QH7C-2M4X-9RTA', code: 'QH7C-2M4X-9RTA' },
    ...rest,
  };
}

export const inDays = (moment: number, days: number): string =>
  addDays(localDate(localDateOf(moment)), days);
