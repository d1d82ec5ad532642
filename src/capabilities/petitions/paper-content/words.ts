import type { UnservableReason } from '../../../kernel/paper-flow.ts';
import type { Channel, RedirectWay, ServiceWay } from '../petition.ts';

/** Papers are always Chinese: these words are printed, not shown on a screen. */
export const channelWords: Readonly<Record<Channel, string>> = {
  web: '网络',
  letter: '来信',
  fax: '传真',
  visit: '来访',
  telephone: '来电',
  'hotline-12345': '12345热线',
  'leader-mailbox': '领导信箱',
  'reception-day': '领导接访',
  'home-visit': '上门走访',
  superior: '上级机关交办',
  'field-investigation': '实地调研',
};

export const serviceWords: Readonly<Record<ServiceWay, string>> = {
  hand: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  announcement: '公告送达',
  'not-servable': '无法送达（已记明情况）',
};

export const unservableWords: Readonly<Record<UnservableReason, string>> = {
  anonymous: '没有留下姓名',
  'no-address': '没有可以送达的地址',
  'not-found': '按所留地址找不到人',
};

/** The procedures of Reg. 31(1)-(5), as the article names them. */
export const procedureWords: Readonly<Record<RedirectWay, string>> = {
  1: '诉讼、行政复议、刑事立案或者法律监督等法定程序',
  2: '仲裁程序',
  3: '党员申诉、申请复审等程序',
  4: '行政复议、行政裁决、行政确认、行政许可、行政处罚等行政程序',
  5: '查处违法行为、履行法定职责的程序',
};

export const paperWords = {
  /** Stands for everybody who brings an accusation: its papers name nobody (L-5). */
  accuser: '信访人',
  accusationMatter: '检举控告类问题',
  emptyMatter: '有关问题',
  noPhone: '请到本单位信访接待窗口',
  noText: '（无）',
  higherBody: '上一级机关、单位',
  awaitsSignature: '待签发',
  system: '信访信息系统',
  byTheSystem: '通过信访信息系统',
  accusationPart: '依照检举控告类信访事项的规定处理',
} as const;
