import type { Random } from '../random.ts';

const estates = ['锦绣花园', '澄江名邸', '学府嘉园', '滨河新苑', '金桂小区', '东方家园', '和谐里'];
const roads = ['文昌路', '振兴路', '滨河路', '人民路', '工业大道', '环城北路', '站前街', '桃园路'];
const firms = ['宏达建材公司', '远景置业公司', '鑫源化工厂', '康乐养老公司', '四海建筑公司'];
const schools = ['城东小学', '第二中学', '实验学校', '滨河幼儿园', '白石中心小学'];

const openings = [
  '',
  '领导您好！',
  '尊敬的领导：',
  '您好，我是{村}的村民。',
  '我是{镇}的居民，实在没有办法才来反映。',
  '这件事我们反映过几次了。',
];
const closings = [
  '',
  '请帮忙协调解决，谢谢！',
  '希望尽快处理并给个答复。',
  '有照片可以提供。',
  '我们不想闹，只想有个说法。',
  '盼复。',
  '请不要把我的电话告诉对方。',
];

/** Where it happened. */
export interface Scene {
  readonly township: string;
  readonly village: string;
}

/** Fills the braces of a story, the same name always with the same word. */
export class Telling {
  readonly #words: ReadonlyMap<string, string>;
  readonly #opening: string;
  readonly #closing: string;

  constructor(random: Random, scene: Scene) {
    this.#opening = random.pick(openings);
    this.#closing = random.pick(closings);
    this.#words = new Map([
      ['镇', scene.township],
      ['村', scene.village],
      ['小区', random.pick(estates)],
      ['路', random.pick(roads)],
      ['公司', random.pick(firms)],
      ['学校', random.pick(schools)],
      ['月', String(random.whole(1, 12))],
      ['数', String(random.whole(3, 9))],
      ['楼', String(random.whole(1, 18))],
      ['元', String(random.whole(8, 96) * 100)],
    ]);
  }

  fill(words: string): string {
    return words.replaceAll(/\{(.+?)\}/g, (_, name: string) => this.#words.get(name) ?? name);
  }

  /** A letter with beginning and end. */
  letter(words: string): string {
    return this.fill(`${this.#opening}${words}${this.#closing}`);
  }
}
