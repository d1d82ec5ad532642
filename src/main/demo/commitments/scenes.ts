import type { StaffStepInput } from './step.ts';

/** A promise of the demo county that hangs on no petition, and what became of it. */
export interface PromiseScene {
  /** Under which its source, its steps and the examples find it. */
  readonly key: string;
  readonly who: string;
  readonly source: 'public-promise' | 'policy-repair' | 'instruction';
  readonly promisedTo: 'public' | 'office';
  readonly text: string;
  readonly publicText?: string;
  readonly unit: string;
  /** Days before now on which it was made, and days from now on which it is due. */
  readonly made: number;
  readonly due: number;
  readonly steps: readonly {
    readonly who: string;
    /** Days before now. */
    readonly ago: number;
    readonly step: StaffStepInput;
  }[];
}

const open = (
  key: string,
  unit: string,
  publicText: string,
  [made, due]: readonly [number, number],
  more: Partial<PromiseScene> = {},
): PromiseScene => ({
  key,
  who: 'leader',
  source: 'public-promise',
  promisedTo: 'public',
  text: publicText,
  publicText,
  unit,
  made,
  due,
  steps: [],
  ...more,
});

const reported = (who: string, ago: number, evidence: string): PromiseScene['steps'][number] => ({
  who,
  ago,
  step: { type: 'reportFulfilled', evidence },
});

/** In every state: under way, reported, kept, kept late, sent back, overdue, moved, withdrawn. */
export const promiseScenes: readonly PromiseScene[] = [
  open('read', 'housing', '年底前公布老旧小区电梯加装补贴办法。', [12, 45]),
  open('step', 'housing', '', [3, 20], {
    source: 'instruction',
    promisedTo: 'office',
    text: '摸清全县小区维修资金欠缴情况，形成专题报告。',
  }),
  open('evidence', 'housing', '三十日内修复人民路积水点三处。', [40, -8], {
    steps: [
      reported('housing', 12, '三处积水点均已疏通，雨后复查无积水。'),
      {
        who: 'leader',
        ago: 10,
        step: { type: 'verifyFulfilled', reason: '已到现场查看，并请社区代表签字。' },
      },
    ],
  }),
  open('late', 'transport', '九十日内恢复清溪镇两条农村客运线路。', [120, -30], {
    steps: [
      reported('transport', 20, '两条线路已恢复，每日各四班。'),
      {
        who: 'leader',
        ago: 18,
        step: { type: 'verifyFulfilled', reason: '乘车核实班次，沿线村委会已确认。' },
      },
    ],
  }),
  open('overdue', 'water', '六十日内完成白石镇自来水管网改造招标。', [75, -15]),
  open('reported', 'education', '开学前公布全县中小学午餐收费明细。', [30, 3], {
    steps: [reported('education', 2, '明细已在各校公示栏和官网公布。')],
  }),
  open('returned', 'urban', '四十五日内清理县城占道停车。', [44, 1], {
    steps: [
      reported('urban', 6, '主要路段已清理。'),
      {
        who: 'leader',
        ago: 4,
        step: { type: 'returnReport', reason: '背街小巷还没有清理，请继续办。' },
      },
    ],
  }),
  open('moved', 'health', '二十日内开通县医院周末门诊。', [22, -2], {
    steps: [
      {
        who: 'leader',
        ago: 5,
        step: { type: 'changeDate', due: 12, reason: '值班医生尚在招聘，顺延两周。' },
      },
    ],
  }),
  open('withdrawn', 'agriculture', '三个月内统一配送农药包装回收箱。', [50, 40], {
    source: 'policy-repair',
    steps: [
      {
        who: 'leader',
        ago: 9,
        step: {
          type: 'withdrawCommitment',
          reason: '改由省里统一招标配送，本县不再单独采购。',
        },
      },
    ],
  }),
];
