import type { PaperData } from './compose.ts';

/** Samples of the papers of inspections and recommendations, of the same invented county. */
export const inspectionSamples = {
  'correction-order': {
    unit: '县住房和城乡建设局',
    theme: '房屋质量信访问题专项督查',
    inspectedOn: '2026-03-18',
    team: '第二督查组',
    findings: [
      {
        kind: '办理拖延',
        text: '对滨河家园屋顶漏水的信访事项，受理后两个月未到现场。',
        basis: '《信访工作条例》第四十条第一款。',
        demand: '到现场查清漏水原因，拿出维修办法并答复信访人。',
        dueOn: '2026-04-10',
      },
    ],
    remark: '整改情况连同证明材料报送本局，由督查组核实。',
    contact: { department: '督查科', person: '严工', phone: '0550-5550125' },
  },
  recommendation: {
    unit: '县住房和城乡建设局',
    kind: 'improve-policy',
    subject: '完善住宅保修期内维修责任的规定',
    reasons: '近半年收到同类信访事项多件，保修责任不清是共同原因。',
    proposal: '明确保修期内渗漏由建设单位限期维修，逾期由主管部门组织代修。',
    answerBy: 30,
    basis: '《信访条例》（2005年）第三十六条',
    contact: { department: '督查科', person: '严工', phone: '0550-5550125' },
  },
} as const satisfies Pick<
  { [K in 'correction-order' | 'recommendation']: PaperData<K> },
  'correction-order' | 'recommendation'
>;
