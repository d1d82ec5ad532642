import type { Named } from '../../kernel/facts.ts';
import type { Limit } from './case.ts';

/** A kind of dispute that can be chosen, and the categories under which like petitions come. */
export interface DisputeKind {
  readonly code: string;
  readonly name: Named;
  /** Names of categories of any level. */
  readonly topics: readonly string[];
  /** Not offered any more: disputes that have it keep its name, and what was begun off line is taken. */
  readonly retired?: boolean | undefined;
}

/** One question of the checklist for a decision, with the text that asks for it. */
export interface CheckQuestion {
  readonly code: string;
  readonly name: Named;
  readonly question: Named;
  readonly source: string;
}

/** What an office sets for its county. */
export interface DisputeSettings {
  readonly kinds: readonly DisputeKind[];
  readonly limits: {
    /** Recorded, acknowledged or agreement broken → settled or passed on. */
    readonly handling: Limit;
    /** Passed to another level → acknowledged there. */
    readonly receipt: Limit;
    /** Settled → asked whether it was kept. */
    readonly followUp: Limit;
  };
  /** How far back an earlier dispute may lie to be one matter with a petition, in months. */
  readonly lookBackMonths: number;
  readonly checklist: readonly CheckQuestion[];
}

/** The sheet as a reader of the office sees it. */
export interface SettingsView extends DisputeSettings {
  readonly version: number;
  readonly mayChange: boolean;
}

const assumed = '本地工作规定（本系统的假定，由本单位修改）';
const opinion2012 =
  '关于建立健全重大决策社会稳定风险评估机制的指导意见（试行）（2012年，见于公开报道）';

const kind = (
  code: string,
  zh: string,
  en: string,
  topics: readonly string[] = [],
): DisputeKind => ({ code, name: { zh, en }, topics });

const ask = (
  code: string,
  [zh, en]: readonly [string, string],
  [zhQuestion, enQuestion]: readonly [string, string],
): CheckQuestion => ({
  code,
  name: { zh, en },
  question: { zh: zhQuestion, en: enQuestion },
  source: opinion2012,
});

/** What an office begins with; nothing of it stands in the Regulation. */
export const usualSettings: DisputeSettings = {
  kinds: [
    kind('land', '土地山林', 'Land and forest', ['土地', '土地承包', '征地补偿', '宅基地']),
    kind('neighbours', '邻里', 'Neighbours', ['违法建设', '噪声']),
    kind('family', '婚姻家庭', 'Family'),
    kind('wages', '欠薪劳动', 'Wages and work', ['劳动', '拖欠工资', '工伤', '劳动合同']),
    kind('property', '房屋物业', 'Housing and property management', [
      '房屋',
      '房屋质量',
      '物业服务',
      '房产证办理',
      '房屋征收补偿',
    ]),
    kind('environment', '环境污染', 'Environment', ['污染', '噪声', '废气', '污水', '固体废物']),
    kind('village-affairs', '村务', 'Village affairs', ['村务', '村务公开', '村集体资产']),
    kind('consumer', '消费', 'Consumer', ['消费', '商品质量', '预付消费']),
    kind('medical', '医患', 'Medical', ['医疗服务', '医患纠纷']),
    kind('other', '其他', 'Other', ['其他']),
  ],
  limits: {
    handling: { days: 15, source: assumed },
    receipt: { days: 3, source: assumed },
    followUp: { days: 30, source: assumed },
  },
  lookBackMonths: 24,
  checklist: [
    ask(
      'lawful',
      ['合法性', 'Lawful'],
      ['是否符合法律法规和权限、程序规定？', 'Does it keep to law, competence and procedure?'],
    ),
    ask(
      'reasonable',
      ['合理性', 'Reasonable'],
      [
        '是否兼顾各方利益，补偿安置是否公平？',
        'Are the interests of all weighed, and compensation fair?',
      ],
    ),
    ask(
      'feasible',
      ['可行性', 'Feasible'],
      [
        '资金、时机和条件是否具备，群众是否接受？',
        'Are money, time and conditions there, and do people accept it?',
      ],
    ),
    ask(
      'controllable',
      ['可控性', 'Controllable'],
      [
        '可能引发的矛盾是否有预防和化解的办法？',
        'Are there ways to prevent and settle the disputes it may cause?',
      ],
    ),
  ],
};

/** A kind by its code; one that was taken off the list keeps its code as its name. */
export const kindOf = (settings: DisputeSettings, code: string): DisputeKind =>
  settings.kinds.find((each) => each.code === code) ?? kind(code, code, code);
