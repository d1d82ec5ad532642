import type { Words } from '../../platform/http/index.ts';
import type { PublicCommandType } from './contract.ts';
import type { PaperStage, Status } from './petition.ts';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** What statuses are called in sentences and lists. */
export const statusNames: Readonly<Record<Status, Name>> = {
  registered: { zh: '已登记', en: 'registered' },
  referred: { zh: '已转交，待受理', en: 'referred' },
  objected: { zh: '异议待决定', en: 'objected' },
  adjudication: { zh: '待裁定责任单位', en: 'competence to be decided' },
  handling: { zh: '办理中', en: 'being handled' },
  route: { zh: '法定程序办理中', en: 'in a legal procedure' },
  redirecting: { zh: '导入法定途径，待送达', en: 'being redirected' },
  'handed-over': { zh: '已移送，待接收', en: 'handed over' },
  issued: { zh: '意见已作出，待送达', en: 'opinion issued' },
  concluded: { zh: '已办结', en: 'concluded' },
};

/** What steps are called in sentences. */
export const commandNames: Readonly<Record<PublicCommandType, Name>> = {
  classify: { zh: '分类', en: 'classify' },
  addMaterial: { zh: '补充材料', en: 'add material' },
  replaceLookupCode: { zh: '补办查询码', en: 'replace the look-up code' },
  nameHandler: { zh: '指定检举控告承办人', en: 'name a handler' },
  chooseOfficer: { zh: '确定承办人', en: 'choose the officer' },
  refer: { zh: '转送', en: 'refer' },
  assign: { zh: '交办', en: 'assign' },
  handOver: { zh: '移送', en: 'hand over' },
  returnHandOver: { zh: '退回移送', en: 'return a hand-over' },
  confirmReceipt: { zh: '确认接收', en: 'confirm receipt' },
  notAccept: { zh: '不予受理', en: 'not accept' },
  noLongerAccept: { zh: '不再受理', en: 'no longer accept' },
  redirect: { zh: '导入法定途径', en: 'redirect' },
  startRoute: { zh: '启动法定程序', en: 'start the legal procedure' },
  recordRouteResult: { zh: '记录法定程序结果', en: 'record the result of the procedure' },
  fileOnly: { zh: '存查', en: 'file only' },
  merge: { zh: '并案', en: 'merge' },
  split: { zh: '分案', en: 'split' },
  relate: { zh: '关联事项', en: 'relate petitions' },
  undoRelation: { zh: '解除关联', en: 'undo a relation' },
  undoMerge: { zh: '撤销并案', en: 'undo the merge' },
  formGroup: { zh: '设为群体事项牵头件', en: 'head a group matter' },
  dissolveGroup: { zh: '撤销群体事项', en: 'undo the group matter' },
  joinGroup: { zh: '加入群体事项', en: 'join a group matter' },
  leaveGroup: { zh: '退出群体事项', en: 'leave the group matter' },
  object: { zh: '提出异议', en: 'object' },
  decideObjection: { zh: '决定异议', en: 'decide the objection' },
  decideCompetence: { zh: '裁定责任单位', en: 'decide competence' },
  accept: { zh: '受理', en: 'accept' },
  passDown: { zh: '转下级办理', en: 'pass down' },
  giveTask: { zh: '交协办任务', en: 'give a sub-task' },
  completeTask: { zh: '完成协办任务', en: 'complete the sub-task' },
  recordTalk: { zh: '记录谈话', en: 'record a talk' },
  askSupplement: { zh: '请补充材料', en: 'ask for more' },
  withdrawOfficial: { zh: '回避', en: 'withdraw an official' },
  requestExtension: { zh: '申请延期', en: 'request an extension' },
  refuseExtension: { zh: '不同意延期', en: 'refuse the extension' },
  draftOpinion: { zh: '起草处理意见', en: 'draft the opinion' },
  recordOutcome: { zh: '记录化解结果', en: 'record the outcome' },
  checkPaper: { zh: '审核文书', en: 'check the paper' },
  signPaper: { zh: '签发文书', en: 'sign the paper' },
  sealPaper: { zh: '用印', en: 'seal the paper' },
  issuePaper: { zh: '签发并用印', en: 'issue the paper' },
  returnPaper: { zh: '退回文书', en: 'return the paper' },
  servePaper: { zh: '送达文书', en: 'serve the paper' },
  fileReport: { zh: '报送办结报告', en: 'file the conclusion report' },
  questionReport: { zh: '要求补充办结报告', en: 'question the report' },
  acceptReport: { zh: '审核通过办结报告', en: 'accept the report' },
  returnReport: { zh: '退回重办', en: 'return for redoing' },
  reportUrgent: { zh: '重大紧急上报', en: 'report as urgent' },
  followUpUrgent: { zh: '续报', en: 'report again' },
  proposeRaise: { zh: '申请提级办理', en: 'propose to raise' },
  refuseRaise: { zh: '不同意提级', en: 'refuse to raise' },
  raisePetition: { zh: '提级办理', en: 'raise' },
  lowerPetition: { zh: '降级办理', en: 'lower' },
  suggestAgenda: { zh: '提交联席会议', en: 'bring before the joint meeting' },
  sendBackWorkOrder: { zh: '向 12345 回传', en: 'send back to 12345' },
  confirmSendBack: { zh: '登记 12345 已接收', en: 'record that 12345 has it' },
  returnSendBack: { zh: '登记 12345 退回重办', en: 'record that 12345 returned it' },
  confirmUrgent: { zh: '确认收到紧急报告', en: 'confirm the urgent report' },
  replyUrgent: { zh: '回复紧急报告', en: 'answer the urgent report' },
  decideSuggestion: { zh: '答复建议', en: 'answer the suggestion' },
  answerBriefly: { zh: '直接答复', en: 'answer directly' },
  honourContribution: { zh: '表扬奖励建议人', en: 'honour the contribution' },
  startSimple: { zh: '按简易程序办理', en: 'start the simple procedure' },
  switchToOrdinary: { zh: '转为普通程序', en: 'switch to the ordinary procedure' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  revokeWithdrawal: { zh: '恢复已撤回事项', en: 'revoke the withdrawal' },
  noteMaterial: { zh: '已阅补充材料', en: 'mark the new material as seen' },
  rate: { zh: '评价', en: 'rate' },
  logRatingContact: { zh: '记录就评价与信访人的联系', en: 'log a contact about the rating' },
  recordFollowUp: { zh: '记录回访', en: 'record the follow-up' },
  contest: { zh: '提出异议核查', en: 'contest' },
  decideContest: { zh: '决定异议核查', en: 'decide the contest' },
  noteRating: { zh: '过问不满意评价', en: 'look into a bad rating' },
};

/** What the stages of a paper are called in sentences. */
export const paperStageNames: Readonly<Record<PaperStage, Name>> = {
  drafted: { zh: '待审核', en: 'drafted' },
  checked: { zh: '待签发', en: 'checked' },
  signed: { zh: '待用印', en: 'signed' },
  sealed: { zh: '已用印', en: 'sealed' },
  served: { zh: '已送达', en: 'served' },
  void: { zh: '已作废', en: 'void' },
};

const keyed = (parameter: string, names: Readonly<Record<string, Name>>): [string, Name][] =>
  Object.entries(names).map(([code, name]) => [`${parameter}.${code}`, name]);

/** What the codes of petitions are called in the sentences of refusals. */
export const petitionWords: Words = Object.fromEntries([
  ...keyed('status', statusNames),
  ...keyed('command', commandNames),
  ...keyed('verb', commandNames),
  ...keyed('stage', paperStageNames),
]);
