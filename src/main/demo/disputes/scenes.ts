import type {
  DisputeStep,
  DisputeStepInput,
  NewDisputeInput,
  PromoteInput,
} from '../../../capabilities/disputes/index.ts';
import { townshipCode } from '../county/regions.ts';

/** A step of a dispute with who takes it, days before now. */
export type SceneStep = {
  [T in DisputeStep]: {
    readonly who: string;
    readonly ago: number;
    readonly type: T;
    readonly input: DisputeStepInput<T>;
  };
}[DisputeStep];

/** A dispute of the demo county, and what became of it. */
export interface DisputeScene {
  /** Under which its steps and the examples find it. */
  readonly key: string;
  readonly who: string;
  readonly ago: number;
  readonly input: NewDisputeInput;
  readonly steps: readonly SceneStep[];
  /** The person concerned asked for a petition. */
  readonly promoted?: {
    readonly who: string;
    readonly ago: number;
    readonly input: Omit<PromoteInput, 'saidOn'>;
  };
}

const dongmen = `${townshipCode('100')}201`;
const qingxi = `${townshipCode('101')}201`;

const scene = (
  key: string,
  who: string,
  ago: number,
  [regionCode, place, kind]: readonly [string, string, string],
  [about, tried]: readonly [string, string],
  steps: readonly SceneStep[] = [],
  parties: NewDisputeInput['parties'] = [],
): DisputeScene => ({
  key,
  who,
  ago,
  input: { regionCode, place, kind, about, tried, parties },
  steps,
});

const at =
  <T extends DisputeStep>(type: T) =>
  (who: string, ago: number, input: DisputeStepInput<T>): SceneStep =>
    ({ who, ago, type, input }) as SceneStep;

const settle = at('settle');
const passUp = at('passUp');
const acknowledge = at('acknowledge');
const followUp = at('followUp');

/** What is told of a polluted pond: as a dispute, and later in the words of a petition. */
export const pond = '养猪场污水直排到村口水塘，臭味很大，水塘里的鱼死了，村民要求停止排污。';
export const lane = '商户占用东门巷消防通道堆放货物，居民出行困难，多次争吵，要求清理通道。';

/** At every level and in every stage. */
export const disputeScenes: readonly DisputeScene[] = [
  scene(
    'step',
    'grid1',
    4,
    [dongmen, '东门社区三号楼二单元', 'property'],
    ['楼上卫生间漏水，楼下天花板发霉，两家为修理费用争执。', '上门看过一次，两家同意先找物业。'],
  ),
  scene(
    'promote',
    'grid1',
    6,
    [dongmen, '东门社区老粮站后面', 'neighbours'],
    ['排水沟被邻居加盖的棚子堵住，下雨院子进水，两家吵了两次。', '劝过两家，没有谈成。'],
    [],
    [{ name: '钱示例', contact: '13900000001' }],
  ),
  scene(
    'overdue',
    'grid2',
    30,
    [qingxi, '清溪村四组', 'land'],
    ['两户为责任田田埂位置争执，各说各的界址。', '量过一次，一方不认可。'],
  ),
  scene(
    'settled',
    'grid1',
    20,
    [dongmen, '东门社区五号楼', 'neighbours'],
    ['邻居装修时间太早，影响老人休息，双方争吵。', '请两家一起坐下谈过。'],
    [settle('grid1', 16, { agreed: '早八点前、晚八点后不施工，周末休息一天。' })],
  ),
  scene(
    'kept',
    'dongmen',
    60,
    [dongmen, '东门社区便民市场', 'consumer'],
    ['理发店预付卡退费争执，顾客要求退还余额。', '找店主谈过，店主愿意分期退。'],
    [
      settle('dongmen', 55, { agreed: '余额分两个月退清，第一笔当场退。' }),
      followUp('dongmen', 25, { kept: 'yes', words: '两笔都已退清，顾客没有意见。' }),
    ],
  ),
  scene(
    'broken',
    'grid2',
    50,
    [qingxi, '清溪村二组', 'family'],
    ['兄弟为赡养老人的费用分摊不清，经常争吵。', '村干部和长辈一起劝过。'],
    [
      settle('grid2', 44, { agreed: '每人每月出三百元，每月五日前交给老人。' }),
      followUp('grid2', 12, { kept: 'no', words: '老二已经两个月没有给钱。' }),
    ],
  ),
  scene(
    'passed',
    'grid1',
    9,
    [dongmen, '东门社区建材街', 'wages'],
    ['装修队十二名工人反映工钱拖欠两个月，包工头说甲方没有付款。', '找过包工头，推说没钱。'],
    [passUp('grid1', 2, { reason: '涉及劳动监察，社区没有办法要求付款。' })],
  ),
  scene(
    'township',
    'grid1',
    25,
    [dongmen, '东门社区在建小区旁', 'environment'],
    ['工地夜间施工噪声大，周边居民睡不好觉。', '联系过施工方，夜里还在施工。'],
    [
      passUp('grid1', 20, { reason: '需要镇里协调住建和城管一起查。' }),
      acknowledge('chengguan', 19, {}),
      at('noteAttempt')('chengguan', 8, { words: '约谈施工方，责令夜间十点后停工。' }),
    ],
  ),
  scene(
    'township-settled',
    'grid2',
    70,
    [qingxi, '清溪村与上湾村交界', 'land'],
    ['两村为水渠用水先后争执，影响春灌。', '两村村干部谈过，没有结果。'],
    [
      passUp('grid2', 66, { reason: '涉及两个村，请镇里主持协商。' }),
      acknowledge('qingxi', 65, {}),
      settle('qingxi', 58, { agreed: '单日清溪村、双日上湾村放水，由镇水利站看管闸门。' }),
      followUp('qingxi', 30, { kept: 'yes', words: '两村按协议放水，没有再争执。' }),
    ],
  ),
  scene(
    'county',
    'grid2',
    45,
    [qingxi, '清溪村村口', 'environment'],
    [pond, '找过养殖户，答应整改但没有动。'],
    [
      passUp('grid2', 40, { reason: '养殖户不配合，村里没有执法权。' }),
      acknowledge('qingxi', 39, {}),
      passUp('qingxi', 30, { reason: '需要县里生态环境和农业部门一起处理。' }),
      acknowledge('officer1', 29, {}),
    ],
  ),
  scene(
    'down',
    'chengguan',
    34,
    [dongmen, '东门社区东门巷', 'neighbours'],
    [lane, '镇综合执法队劝导过一次。'],
    [
      at('passDown')('chengguan', 28, { to: 'dongmen', reason: '社区离得近，先由社区约两边谈。' }),
      acknowledge('grid1', 27, {}),
    ],
  ),
  scene(
    'ended',
    'grid1',
    40,
    [dongmen, '东门社区八号楼', 'family'],
    ['夫妻为财产分割争执，女方已经请了律师。', '社区妇联劝过。'],
    [
      at('endDispute')('grid1', 33, {
        how: 'legal-route',
        words: '双方决定到法院解决，已告知法律援助电话。',
      }),
    ],
  ),
  {
    ...scene(
      'grown',
      'grid1',
      28,
      [dongmen, '东门社区旧厂宿舍', 'property'],
      [
        '旧厂宿舍房产证一直办不下来，三户住户为办证材料和厂方留守处争执。',
        '陪住户去过留守处，没有结果。',
      ],
      [],
      [{ name: '吕示例', contact: '13900000002' }],
    ),
    promoted: {
      who: 'grid1',
      ago: 15,
      input: {
        ownWish: true,
        way: 'spoken',
        wish: '社区谈不下来，我想请信访局帮忙问清楚。',
        title: '旧厂宿舍房产证多年办不下来',
        text: '旧厂宿舍住了三十年，房产证一直办不下来，留守处和不动产窗口互相推。',
        demand: '请明确由谁负责办理房产证。',
        name: '吕示例',
        mobile: '13900000002',
      },
    },
  },
];
