/**
 * Texts of bench petitions, from word lists of our own. One word stands in half of all petitions,
 * one in about fifty of 100,000; the others lie between.
 */

/** Stands in every second petition. */
export const frequentWord = '问题';
/** Stands in one petition of two thousand. */
export const rareWord = '钟楼';

const places =
  '滨河小区 东门市场 望江花园 朝阳新村 工业园区 老城片区 南湖公园 安置新房 职工宿舍 第三中学 幼儿园旁 汽车站前 粮库后街 石桥路口 茶山林场 青龙水库'.split(
    ' ',
  );
const matters =
  '供水 供电 供暖 停车 物业 噪声 油烟 道路 路灯 排水 征地 补偿 工资 社保 医保 低保 宅基地 违建 污水 公交'.split(
    ' ',
  );
const happenings =
  '多次中断无人修复，影响老人和孩子的生活|施工至深夜，窗户关上仍然听得很清楚|到期没有兑现，单位一直让我们再等等|账目从不公示，居民代表要求查看被拒绝|路面开裂积水，雨天行人只能绕行|收费突然上涨，没有听取住户意见|设备老化漏水，维修基金申请了半年|名单上没有我家，村里说材料交晚了|垃圾堆放在路边，夏天气味很大|合同写明的面积与实际丈量不一致'.split(
    '|',
  );
const steps =
  '曾经打过热线，答复说正在协调|去年底去过窗口，工作人员登记后没有下文|已向社区反映三次，社区表示没有权限|当面找过负责人，对方让我们走程序'.split(
    '|',
  );
const wishes =
  '尽快修复并说明原因|公开账目并接受监督|按约定支付拖欠款项|书面答复处理结果|给出明确的完成时间|停止施工并恢复原状'.split(
    '|',
  );
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华'.split('');
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国'.split('');

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. */
export const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;

export interface BenchText {
  readonly title: string;
  readonly text: string;
  readonly demands: readonly string[];
  readonly name: string;
  readonly mobile: string;
}

/**
 * @param number which petition; the same number gives the same text
 */
export function textOf(number: number): BenchText {
  const random = randomOf(number * 7919 + 17);
  const [place, matter] = [pick(random, places), pick(random, matters)];
  const sentences = [
    `我们住在${place}${Math.ceil(random() * 60)}号楼，关于${matter}一事：${pick(random, happenings)}。`,
    `同时${pick(random, places)}的${pick(random, matters)}也是这样，${pick(random, happenings)}。`,
    `${pick(random, steps)}。`,
    number % 2 === 0 ? `希望这个${frequentWord}得到重视。` : '希望得到重视。',
    number % 2000 === 7 ? `${rareWord}旁边同样如此。` : '',
  ];
  const first = pick(random, wishes);
  const second = pick(random, wishes);
  return {
    title: `${place}${matter}的反映`,
    text: sentences.join(''),
    demands: first === second ? [first] : [first, second],
    name:
      pick(random, surnames) + pick(random, given) + (random() < 0.6 ? pick(random, given) : ''),
    mobile: `13${String(Math.floor(random() * 1e9)).padStart(9, '0')}`,
  };
}
