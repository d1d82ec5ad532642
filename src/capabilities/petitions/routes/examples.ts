import type { z } from 'zod';
import type { commandSchemas, PublicCommandType } from '../contract.ts';

const someId = '0190aaaa-0000-7000-8000-000000000001';

type Examples = { readonly [T in PublicCommandType]: z.input<(typeof commandSchemas)[T]> };

/** A body for each command, for the API description; ids are those of the demo county. */
export const commandExamples: Examples = {
  classify: { purpose: 'appeal', regionCode: '340899', urgency: 'ordinary' },
  addMaterial: { text: '补充一张现场照片的说明。' },
  replaceLookupCode: {},
  nameHandler: { userId: someId },
  chooseOfficer: { userId: someId },
  refer: { to: 'housing-bureau', instruction: '请依法办理，并直接答复信访人。' },
  assign: { to: 'housing-bureau', dueDate: '2026-12-31', instruction: '请按期报告结果。' },
  handOver: { to: 'discipline-body', instruction: '请依法处理。' },
  confirmReceipt: {},
  notAccept: { reason: 'legal-route', explanation: '该事项正在法院审理，请等待判决。' },
  noLongerAccept: { reason: 'procedure-ended', explanation: '该事项已经复核，程序终结。' },
  redirect: {
    way: 2,
    body: '劳动人事争议仲裁委员会',
    explanation: '该事项属于劳动争议，请依法申请仲裁。',
  },
  startRoute: { way: 5, dueDate: '2026-12-31', explanation: '已按履行职责程序立案查处。' },
  recordRouteResult: { result: '已责令整改，并将结果告知您。' },
  fileOnly: { reason: 'thanks', explanation: '感谢您的来信，已转达有关人员。' },
  merge: { into: someId, explanation: '与您此前反映的是同一事项。' },
  split: {
    parts: [
      { title: '房屋漏水', purpose: 'appeal', demandIds: [someId] },
      { title: '物业收费', purpose: 'appeal', demandIds: [someId] },
    ],
    explanation: '两项诉求分属不同单位。',
  },
  object: { reasons: '该事项属于城管局职责。' },
  decideObjection: { upheld: true, reasons: '经核实，该事项不属于该单位职责。' },
  decideCompetence: { unit: 'housing-bureau', reasons: '根据三定方案由该单位负责。' },
  accept: {},
  passDown: { to: 'housing-station', instruction: '请按期办理。' },
  giveTask: { unit: 'city-management', text: '请提供执法记录。', dueDate: '2026-12-10' },
  completeTask: { taskId: someId, result: '执法记录已提供。' },
  recordTalk: { record: '与信访人当面沟通，听取意见。', heldOn: '2026-11-20' },
  askSupplement: { request: '请补充购房合同复印件。' },
  withdrawOfficial: { userId: someId, reason: '与信访人有亲属关系。', replacement: null },
  requestExtension: { days: 30, reason: '需要委托鉴定。' },
  refuseExtension: { reason: '现有材料已可作出意见。' },
  draftOpinion: {
    demands: [
      {
        demandId: someId,
        outcome: 'explained',
        facts: '经调查，情况属实。',
        basis: '《物业管理条例》第三十五条',
        answer: '请与业主委员会协商。',
      },
    ],
  },
  completeExecution: { demandId: someId, evidence: '维修完成，信访人签字确认。' },
  recordOutcome: { matterSettled: 'settled', petitionerView: 'satisfied' },
  checkPaper: { paperId: someId },
  signPaper: { paperId: someId },
  sealPaper: { paperId: someId },
  issuePaper: { paperId: someId },
  returnPaper: { paperId: someId, reason: '请补充法律依据。' },
  servePaper: { paperId: someId, way: 'hand', servedOn: '2026-11-20', proof: '本人签收' },
  fileReport: { text: '事项已办结，信访人表示认可。' },
  questionReport: { question: '请说明补偿款支付时间。' },
  acceptReport: {},
  returnReport: { reason: '第二项诉求没有答复。', dueDate: '2026-12-20' },
  withdraw: { reason: '问题已解决。' },
  revokeWithdrawal: {},
};
