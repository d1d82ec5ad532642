import { sponsorshipSamples } from './samples-sponsorship.ts';
import type { PaperData } from './compose.ts';
import type { TemplatedKind } from './kinds.ts';
import { homeVisitSample } from './home-visit-sample.ts';
import { laterSamples } from './later-samples.ts';
import type { PaperFrame } from './template.ts';

/** An invented matter in an invented county: what an office sees when it previews its wording. */
const petition = {
  number: 'LJ2026-0000318-6',
  matter: '小区屋顶漏水问题',
  receivedOn: '2026-03-02',
  channel: '网络',
};
const petitioner = { names: ['周小满'] };
const contact = { department: '房屋维修管理科', person: '何工', phone: '0550-5550123' };
const shared = { petition, petitioner, contact };
const contest = { days: 15 };
const demands = ['请求修复3号楼屋顶防水层。', '请求赔偿因漏水损坏的家具，共4,200元。'];

const hearingPanel = [
  { name: '顾和', kind: '调解员' },
  { name: '陆闻', kind: '人大代表' },
  { name: '丁律', kind: '律师' },
];
const hearingSides = [
  { name: '周小满', role: '信访人' },
  { name: '滨河物业服务公司', role: '对方' },
];
const contestedOpinion = {
  unit: '临江县住房和城乡建设局',
  title: '处理意见书',
  number: '临住房信处字〔2026〕3号',
  servedOn: '2026-05-08',
};
const reviewedDemands = [
  {
    text: '请求修复3号楼屋顶防水层。',
    finding: 'upheld' as const,
    facts: '维修方案经业主委员会确认，已经进场施工。',
    legalBasis: ['《住宅专项维修资金管理办法》第十八条'],
    opinion: '原意见事实清楚、依据正确，予以维持。',
  },
  {
    text: '请求赔偿因漏水损坏的家具，共4,200元。',
    finding: 'changed' as const,
    facts: '现场勘验记录和发票可以证明损失数额。',
    legalBasis: ['《民法典》第一千一百六十五条'],
    opinion: '原意见认定的数额缺乏依据，变更为赔偿4,200元。',
  },
];

/** Data of each kind, complete enough to show every passage. */
export const sampleData: { readonly [Kind in TemplatedKind]: PaperData<Kind> } = {
  receipt: {
    ...shared,
    lookupCode: '7KQ2-M9XD-4TRA-W3HN',
    progressUrl: 'https://xf.linjiang.example/p/LJ2026-0000318-6',
    registrar: 'petition-office',
    firstDueOn: '2026-03-17',
    attachmentCount: 3,
  },
  referral: {
    ...shared,
    unit: '临江县住房和城乡建设局',
    demands,
    instruction: '请物业管理和房屋安全两个科室会同社区到现场查看，先采取临时防水措施。',
    attachments: ['信访人来信', '照片3张'],
  },
  assignment: {
    ...shared,
    unit: '临江县住房和城乡建设局',
    demands,
    reportOn: '2026-05-15',
    attachments: ['信访人来信'],
  },
  handover: {
    ...shared,
    unit: '临江县纪律检查委员会',
    ground: 'accusation',
    attachments: ['来信原件'],
  },
  'acceptance-notice': {
    ...shared,
    referred: { by: '临江县信访局', on: '2026-03-05' },
    acceptedOn: '2026-03-09',
    demands,
    way: 6,
    dueOn: '2026-05-08',
  },
  refusal: {
    ...shared,
    ground: 'same-matter-open',
    explanation:
      '同一事项由城东街道办事处于2026年2月20日受理，正在办理（登记编号：LJ2026-0000207-1）。',
    advice: '请凭该登记编号查询进度。有新的材料，可以直接补充到该事项。',
    contest,
  },
  'no-longer-accepted': {
    ...shared,
    ground: 'procedure-ended',
    ended: {
      by: '安江市人民政府',
      number: '安信复核〔2025〕12号',
      on: '2025-11-03',
      petition: '2025 0000 0011 8',
    },
    explanation: '本次来信所附材料与复核时相同，没有新的事实和理由。',
    contest,
  },
  redirection: {
    ...shared,
    way: 2,
    procedure: '劳动人事争议仲裁',
    body: '临江县劳动人事争议仲裁委员会',
    bodyAddress: '临江县人民路18号二楼',
    bodyPhone: '0550-5550188',
    legalBasis: '《中华人民共和国劳动争议调解仲裁法》第五条。',
    timeLimit: '申请仲裁的时效期间为一年，自知道或者应当知道权利被侵害之日起计算。',
    handedOver: false,
    contest,
  },
  extension: {
    ...shared,
    acceptedOn: '2026-03-09',
    dueOn: '2026-05-08',
    days: 30,
    extendedTo: '2026-06-08',
    reason: '屋顶渗漏原因需要委托鉴定机构检测，检测报告预计5月下旬出具。',
  },
  opinion: {
    ...shared,
    referred: { by: '临江县信访局', on: '2026-03-05' },
    acceptedOn: '2026-03-09',
    demands: [
      {
        text: '请求修复3号楼屋顶防水层。',
        facts:
          '3月12日现场查看，3号楼屋顶防水层老化开裂，面积约60平方米，漏水属实。该楼2020年竣工，仍在防水工程保修期内。',
        legalBasis: ['《建设工程质量管理条例》第四十条'],
        outcome: 'supported',
        opinion: '责成建设单位履行保修责任，对屋顶防水层进行整体修复。',
        execution: '由房屋维修管理科何工负责，2026年4月30日前完成修复并组织验收。',
      },
      {
        text: '请求赔偿因漏水损坏的家具，共4,200元。',
        facts: '室内两件家具受潮变形，建设单位认可损坏由漏水引起，对金额有争议。',
        legalBasis: ['《中华人民共和国民法典》第一千一百六十五条'],
        outcome: 'explained',
        opinion:
          '赔偿金额属于民事争议，行政机关无权裁决。我局已组织双方协商；协商不成的，可以向人民法院起诉或者申请人民调解。',
      },
    ],
    reviewBodies: ['临江县人民政府', '安江市住房和城乡建设局'],
  },
  'one-time-notice': {
    ...shared,
    materials: [
      { name: '身份证明复印件', requirement: '正反两面' },
      { name: '房屋权属证明或者购房合同', requirement: '复印件即可' },
      { name: '漏水部位的照片' },
    ],
    place: '临江县人民路1号信访接待大厅2号窗口',
  },
  'supplement-request': {
    ...shared,
    materials: [{ name: '家具购买凭证', requirement: '发票、收据或者付款记录均可' }],
    wantedBy: '2026-03-30',
    reason: '上述凭证用于核实损失金额。',
  },
  'urgent-report': {
    ...shared,
    unit: '临江县人民政府',
    copies: ['临江县信访工作联席会议办公室', '安江市信访局', '临江县应急管理局'],
    level: 'urgent',
    later: false,
    reportedOn: '2026-03-02',
    persons: 36,
    demands,
    situation:
      '3月2日上午，3号楼屋顶挑檐开裂，有坠落危险，楼下为小学生上学必经通道，36户居民情绪较为激动。',
    measures: '已请街道封闭通道、设置警戒。建议住建部门今日内派专业人员排险。',
  },
  'suggestion-answer': {
    ...shared,
    petition: { ...petition, matter: '在老旧小区增设休息座椅的建议' },
    adoption: 'partly-adopted',
    study: '我局会同社区到6个小区现场查看，并征求了居民代表和消防救援部门的意见。',
    reason: '4个小区的公共空地可以增设座椅；另外2个小区的位置占用消防通道，不能设置。',
    measure: '由物业管理科负责，2026年6月30日前在4个小区安装座椅24张。',
  },
  'enquiry-answer': {
    ...shared,
    petition: { ...petition, matter: '使用住宅专项维修资金的手续' },
    answer:
      '使用维修资金应当由业主委员会提出方案，经有关业主依法表决同意后，到房屋维修管理科办理备案。材料清单见办事大厅2号窗口。',
  },
  'merge-notice': {
    ...shared,
    headNumber: 'LJ2026-0000207-1',
    handler: '临江县住房和城乡建设局',
    reason: '两件事项反映的是同一栋楼的同一处漏水。',
    contest,
  },
  'split-notice': {
    ...shared,
    parts: [
      {
        number: 'LJ2026-0000318-6',
        matter: '屋顶漏水维修',
        handling: '由临江县住房和城乡建设局办理',
      },
      {
        number: 'LJ2026-0000402-3',
        matter: '物业服务收费',
        handling: '由临江县市场监督管理局办理',
      },
    ],
    reason: '两项诉求由不同单位管辖。',
  },
  'withdrawal-confirmation': {
    ...shared,
    withdrawnOn: '2026-03-20',
    means: 'code',
    revocableUntil: '2026-03-30',
  },
  'conclusion-report': {
    ...shared,
    unit: '临江县信访局',
    assigned: { number: '临信交〔2026〕21号', on: '2026-03-05' },
    demands: [
      { text: demands[0] ?? '', outcome: 'supported', opinion: '责成建设单位整体修复屋顶防水层。' },
      { text: demands[1] ?? '', outcome: 'explained', opinion: '已组织协商并告知民事途径。' },
    ],
    investigation: '3月12日会同社区现场查看，漏水属实，仍在保修期内。',
    answer: {
      title: '处理意见书',
      number: '临住建处〔2026〕3号',
      servedOn: '2026-04-10',
      means: '直接送达',
    },
    execution: '屋顶防水层已于4月28日修复，4月29日验收合格。',
    petitionerView: '信访人对修复表示满意，对赔偿金额保留意见，拟通过人民调解解决。',
    signer: '陈立',
    drafter: '何工',
    attachments: ['处理意见书', '送达回证', '验收记录'],
  },
  'contest-decision': {
    ...shared,
    contestedOn: '2026-03-12',
    step: '不予受理',
    contest: '我反映的是今年新出现的漏水，和去年那件不是一回事。',
    upheld: true,
    handler: '临江县信访局',
    reason: '经核查，去年受理的事项是3号楼外墙渗水，本次反映的是屋顶漏水，不是同一事项，应当受理。',
  },
  'objection-decision': {
    ...shared,
    unit: '临江县城市管理局',
    objectedOn: '2026-03-09',
    objection: '屋顶防水属于房屋质量保修，不在我局职权范围内。',
    agreed: true,
    reason: '房屋质量保修由住房和城乡建设主管部门监督管理。',
  },
  adjudication: {
    ...shared,
    unit: '临江县住房和城乡建设局、城东街道办事处',
    disputing: ['临江县住房和城乡建设局', '城东街道办事处'],
    decidedBy: 'common-superior',
    mainHandler: '临江县住房和城乡建设局',
    coHandlers: ['城东街道办事处'],
    reason: '该事项的主要问题是房屋质量保修。',
  },
  'proof-of-service': {
    petition,
    petitioner,
    paper: { title: '处理意见书', number: '临住建处〔2026〕3号', pages: 2 },
    means: 'hand',
    address: '临江县城东街道滨河小区3号楼601室',
    servers: ['何工', '吴敏'],
  },
  'file-only-note': {
    petition: { ...petition, matter: '感谢社区及时维修路灯', channel: '来信' },
    petitioner,
    ground: 'thanks',
    explanation: '来信表示感谢，没有提出请求，已转告城东街道办事处。',
    proposedBy: '吴敏',
    approvedBy: '陈立',
    approvedOn: '2026-03-04',
  },
  'hearing-notice': {
    ...shared,
    topic: '屋顶漏水的成因和维修责任。',
    date: '2026-03-20',
    time: '14:30',
    mode: 'room',
    place: '临江县信访局三楼听证室',
    open: true,
    panel: hearingPanel,
    bring: '身份证、购房合同、现场照片。',
  },
  'hearing-conclusion': {
    ...shared,
    topic: '屋顶漏水的成因和维修责任。',
    days: ['2026-03-20', '2026-03-21'],
    place: '临江县信访局三楼听证室',
    open: true,
    panel: hearingPanel,
    came: ['周小满', '临江县住房和城乡建设局', '滨河物业服务公司'],
    exhibits: ['购房合同', '检测报告', '现场照片'],
    votes: { support: 2, partly: 1, against: 0, abstain: 0 },
    conclusion: '漏水由屋面防水层老化引起，尚在保修期内，应由建设单位负责维修并赔偿直接损失。',
  },
  ...sponsorshipSamples,
  'home-visit-record': homeVisitSample,
  'mediation-agreement': {
    ...shared,
    sides: hearingSides,
    topic: '屋顶漏水造成家具损坏，双方对赔偿金额有争议。',
    terms: '滨河物业服务公司于2026年4月10日前完成维修，并一次性赔偿周小满3,600元。',
    effectiveOn: '2026-03-25',
    way: 'people',
    mediator: '顾和',
    confirmBy: '2026-04-24',
  },
  settlement: {
    ...shared,
    sides: hearingSides,
    topic: '屋顶漏水造成家具损坏，双方对赔偿金额有争议。',
    terms: '滨河物业服务公司一次性赔偿周小满3,600元，双方再无争议。',
    effectiveOn: '2026-03-25',
  },
  'review-acceptance': {
    ...shared,
    stage: 'review',
    contested: contestedOpinion,
    requestedOn: '2026-05-20',
    acceptedOn: '2026-05-22',
    dueOn: '2026-06-22',
  },
  'review-refusal': {
    ...shared,
    stage: 'review',
    contested: contestedOpinion,
    requestedOn: '2026-07-20',
    lastOn: '2026-06-08',
    ground: 'late',
    explanation: '所述外出务工期间未能及时申请，不属于不可抗力或者其他正当理由。',
  },
  'review-opinion': {
    ...shared,
    contested: contestedOpinion,
    requestedOn: '2026-05-20',
    grounds: '维修方案没有覆盖顶层西侧，赔偿数额没有依据评估报告。',
    demands: reviewedDemands,
    outcome: 'changed',
    conclusion: '第一项予以维持，第二项变更为由物业服务企业赔偿4,200元。',
    nextBodies: ['临江市住房和城乡建设局'],
  },
  're-examination-opinion': {
    ...shared,
    contested: {
      unit: '临江县人民政府',
      title: '复查意见书',
      number: '临县信复查字〔2026〕2号',
      servedOn: '2026-06-20',
    },
    requestedOn: '2026-07-01',
    grounds: '对赔偿数额仍有异议。',
    demands: reviewedDemands,
    outcome: 'changed',
    conclusion: '第二项变更为按评估报告赔偿。',
    hearing: { from: '2026-07-14', to: '2026-07-15' },
    nextBodies: [],
  },
  ...laterSamples,
};

/** The frame of the preview: an office of that county. */
export const sampleFrame: PaperFrame = {
  issuer: { name: '临江县信访局', sealName: '临江县信访局', we: '我局' },
  number: '临信〔2026〕8号',
  date: '2026-03-09',
  verify: { url: 'https://xf.linjiang.example/v/QH7C-2M4X-9RTA', code: 'QH7C-2M4X-9RTA' },
};
