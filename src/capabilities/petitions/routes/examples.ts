import type { z } from 'zod';
import { named } from '../../../platform/http/index.ts';
import type { commandSchemas, PublicCommandType } from '../contract.ts';

/** What the petitioner alone may do: not among the commands of the office. */
export type OfficeCommandType = Exclude<PublicCommandType, 'revokeWithdrawal' | 'rate'>;

interface Example<T extends OfficeCommandType> {
  /** The user name of whoever may do it in the demo county. */
  readonly as: string;
  readonly input: z.input<(typeof commandSchemas)[T]>;
}

type Examples = { readonly [T in OfficeCommandType]: Example<T> };

const paperOf = (of: OfficeCommandType) => ({ paperId: named('paper', of) });
const user = (userName: string): string => named('user', userName);
const inDays = (days: number): string => named('day', String(days));

/**
 * An example of each command. The demo county has a petition for each where it works: for a
 * command that is missing there the demo's tales do not compile.
 */
export const commandExamples: Examples = {
  classify: {
    as: 'clerk',
    input: { purpose: 'appeal', regionCode: '690121100', urgency: 'ordinary' },
  },
  addMaterial: { as: 'clerk', input: { text: '补充一张现场照片的说明。' } },
  replaceLookupCode: { as: 'clerk', input: {} },
  nameHandler: { as: 'accusations', input: { userId: user('officehead') } },
  chooseOfficer: { as: 'housing-head', input: { userId: user('housing-head') } },
  refer: {
    as: 'officer1',
    input: { to: 'housing', instruction: '请依法办理，并直接答复信访人。' },
  },
  assign: {
    as: 'officer1',
    input: { to: 'housing', dueDate: inDays(40), instruction: '请按期报告结果。' },
  },
  handOver: {
    as: 'officer1',
    input: { to: 'political-legal', instruction: '属涉法涉诉事项，请依法处理。' },
  },
  returnHandOver: {
    as: 'political-legal',
    input: { reason: '该事项不属于涉法涉诉，应由住房和城乡建设部门处理。' },
  },
  confirmReceipt: { as: 'political-legal', input: {} },
  notAccept: {
    as: 'officer1',
    input: { reason: 'legal-route', explanation: '该事项正在法院审理，请等待判决。' },
  },
  noLongerAccept: {
    as: 'officer1',
    input: {
      reason: 'procedure-ended',
      endedPetition: named('review-petition', 'procedureEnded'),
      explanation: '该事项已经复核，程序终结。',
    },
  },
  redirect: {
    as: 'officer1',
    input: {
      way: 2,
      body: '临澄县劳动人事争议仲裁院',
      explanation: '该事项属于劳动争议，请依法申请仲裁。',
    },
  },
  startRoute: {
    as: 'housing',
    input: { way: 5, dueDate: inDays(60), explanation: '已按履行职责程序立案查处。' },
  },
  recordRouteResult: { as: 'housing', input: { result: '已责令整改，并将结果告知您。' } },
  fileOnly: {
    as: 'officer3',
    input: { reason: 'thanks', explanation: '感谢您的来信，已转达有关人员。' },
  },
  merge: {
    as: 'officer1',
    input: { into: named('other-petition', 'merge'), explanation: '与您此前反映的是同一事项。' },
  },
  relate: {
    as: 'clerk',
    input: {
      kind: 'repeat-of',
      other: named('other-petition', 'relate'),
      reason: '同一信访人就同一事项再次反映。',
      suggested: true,
    },
  },
  undoRelation: {
    as: 'officer1',
    input: {
      relationId: named('relation', 'undoRelation'),
      reason: '核实后确认是另一栋楼的问题。',
    },
  },
  undoMerge: { as: 'officer1', input: { reason: '核实后确认不是同一事项，单独办理。' } },
  formGroup: { as: 'officer1', input: { reason: '同一小区多户反映同一事项，一并办理。' } },
  dissolveGroup: {
    as: 'officer1',
    input: { reason: '核实后不是同一事项，各自单独办理。' },
  },
  joinGroup: {
    as: 'clerk',
    input: {
      head: named('other-petition', 'joinGroup'),
      consent: true,
      reason: '与牵头件反映同一事项，本人同意一起办理。',
    },
  },
  leaveGroup: { as: 'officer1', input: { reason: '信访人要求单独办理。' } },
  split: {
    as: 'officer2',
    input: {
      parts: [
        { title: '房屋漏水', purpose: 'appeal', demandIds: [named('demand', 'split')] },
        { title: '建议增设专窗', purpose: 'suggestion', demandIds: [named('demand', 'split/2')] },
      ],
      explanation: '两项诉求分属不同单位。',
    },
  },
  object: { as: 'housing', input: { reasons: '该事项属于城市管理局职责。' } },
  decideObjection: {
    as: 'officer1',
    input: { upheld: true, reasons: '经核实，该事项不属于该单位职责。' },
  },
  decideCompetence: {
    as: 'leader',
    input: { unit: 'housing', reasons: '根据三定方案由该单位负责。' },
  },
  accept: { as: 'housing', input: {} },
  passDown: { as: 'housing', input: { to: 'housing-station', instruction: '请按期办理。' } },
  giveTask: {
    as: 'housing',
    input: { unit: 'urban', text: '请提供执法记录。', dueDate: inDays(20) },
  },
  completeTask: {
    as: 'urban',
    input: { taskId: named('task', 'completeTask'), result: '执法记录已提供。' },
  },
  recordTalk: {
    as: 'housing',
    input: { record: '与信访人当面沟通，听取意见。', heldOn: inDays(0) },
  },
  askSupplement: { as: 'housing', input: { request: '请补充购房合同复印件。' } },
  withdrawOfficial: {
    as: 'housing-head',
    input: {
      userId: user('housing'),
      reason: '与信访人有亲属关系。',
      replacement: user('housing-head'),
    },
  },
  requestExtension: { as: 'housing', input: { days: 30, reason: '需要委托鉴定。' } },
  refuseExtension: { as: 'housing-head', input: { reason: '现有材料已可作出意见。' } },
  draftOpinion: {
    as: 'housing',
    input: {
      demands: [
        {
          demandId: named('demand', 'draftOpinion'),
          outcome: 'explained',
          facts: '经调查，情况属实。',
          basis: '《物业管理条例》第三十五条',
          answer: '请与业主委员会协商。',
        },
      ],
    },
  },
  recordOutcome: {
    as: 'housing',
    input: { matterSettled: 'settled', petitionerView: 'satisfied' },
  },
  checkPaper: { as: 'officer2', input: paperOf('checkPaper') },
  signPaper: { as: 'officehead', input: paperOf('signPaper') },
  sealPaper: { as: 'seal', input: paperOf('sealPaper') },
  issuePaper: { as: 'officehead', input: paperOf('issuePaper') },
  returnPaper: {
    as: 'officehead',
    input: { ...paperOf('returnPaper'), reason: '请补充法律依据。' },
  },
  servePaper: {
    as: 'housing',
    input: {
      ...paperOf('servePaper'),
      way: 'hand',
      servedOn: inDays(0),
      proof: '本人签收',
    },
  },
  fileReport: { as: 'housing', input: { text: '事项已办结，信访人表示认可。' } },
  questionReport: { as: 'officer1', input: { question: '请说明补偿款支付时间。' } },
  acceptReport: { as: 'officer1', input: {} },
  returnReport: {
    as: 'officer1',
    input: { reason: '第二项诉求没有答复。', dueDate: inDays(30) },
  },
  reportUrgent: {
    as: 'officer1',
    input: {
      level: 'urgent',
      text: '数十户居民饮水中断，部分群众在小区门口聚集，请协调应急供水。',
      measures: '已联系街道安排送水车。',
      departments: ['water', 'emergency'],
    },
  },
  followUpUrgent: {
    as: 'officer1',
    input: { text: '送水车已到位，抢修预计今晚完成，现场平稳。' },
  },
  proposeRaise: {
    as: 'officer1',
    input: { reason: '事项跨县区，涉及市级部门职权，建议提级办理。' },
  },
  refuseRaise: { as: 'city-head', input: { reason: '事项在县级职权范围内，请继续办理。' } },
  raisePetition: { as: 'city-head', input: { reason: '事项跨县区，由市信访局牵头办理。' } },
  lowerPetition: { as: 'city-head', input: { reason: '跨县区问题已经解决，余下事项由县级办理。' } },
  suggestAgenda: {
    as: 'officer1',
    input: { question: 'competence', text: '两个单位对职责认定不一致，请联席会议研究。' },
  },
  sendBackWorkOrder: {
    as: 'officer1',
    input: { kind: 'progress', text: '已转责任单位，正在现场核查，十五日内告知是否受理。' },
  },
  confirmSendBack: { as: 'officer1', input: {} },
  returnSendBack: { as: 'officer1', input: { reason: '热线要求补充现场照片后重新回传。' } },
  confirmUrgent: { as: 'leader', input: {} },
  replyUrgent: { as: 'gov-head', input: { reply: '请住建、水利部门今晚恢复供水，街道做好解释。' } },
  decideSuggestion: {
    as: 'officer1',
    input: {
      adoption: 'partly-adopted',
      study: '已会同有关部门研究，并征求居民意见。',
      reason: '其中一项可以先行试点，另一项没有经费安排。',
      measure: '今年年底前在两个小区试点。',
    },
  },
  answerBriefly: {
    as: 'officer1',
    input: { answer: '请带身份证到县政务服务中心2号窗口办理。', onPaper: false },
  },
  honourContribution: {
    as: 'officer1',
    input: { text: '您的建议已经落实，特此致谢并颁发荣誉证书。' },
  },
  startSimple: { as: 'officer1', input: { ground: 'first-clear', noLegalRoute: true } },
  switchToOrdinary: {
    as: 'officer1',
    input: { reason: '需要现场勘验，改按普通程序办理。' },
  },
  noteMaterial: { as: 'housing', input: {} },
  logRatingContact: {
    as: 'officer1',
    input: { record: '信访人来电询问评价怎么填，已说明由本人决定。', heldOn: inDays(0) },
  },
  recordFollowUp: {
    as: 'housing',
    input: { way: 'call', heldOn: inDays(0), result: 'satisfied', words: '已经修好，没有再漏。' },
  },
  contest: { as: 'clerk', input: { reasons: '我反映的是另一件事。', signed: true } },
  decideContest: {
    as: 'officer2',
    input: { decision: 'upheld', reasons: '经核查，来信反映的是新的事项，应当受理。' },
  },
  noteRating: {
    as: 'officehead',
    input: { note: '已调阅案卷，请承办单位就第一项诉求书面说明。' },
  },
  withdraw: { as: 'clerk', input: { reason: '问题已解决，本人签字。', signed: true } },
};

/** Operations beside the commands whose examples have a petition of their own. */
export const readExamples = [
  'getPetition',
  'explainClock',
  'revealPerson',
  'getPaper',
  'getAttachment',
  'stepPapers',
  'joinMany',
  'getProgress',
  'addMaterialPublicly',
  'withdrawPublicly',
  'revokeWithdrawalPublicly',
  'ratePublicly',
  'contestPublicly',
  'proceedings',
] as const;

/** Everything that needs a petition of its own in the demo county. */
export type ExampleScene = OfficeCommandType | (typeof readExamples)[number];

export const officeCommandTypes = Object.keys(commandExamples) as readonly OfficeCommandType[];

/** All scenes, in the order in which the demo plays them. */
export const exampleScenes: readonly ExampleScene[] = [...officeCommandTypes, ...readExamples];
