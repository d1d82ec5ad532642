import type { Region } from '../../../capabilities/identity-organisation/index.ts';

/** Codes shaped like those of GB/T 2260; no province has the first digits 69. */
export const provinceCode = '69';
export const cityCode = '6901';
export const countyCode = '690121';

/** Townships with their villages or communities; the order gives the codes. */
export const townships = [
  ['城关镇', '100', ['东门社区', '南桥社区', '西园社区', '北塔社区', '老街社区']],
  ['清溪镇', '101', ['清溪村', '石井村', '上湾村', '竹林村', '枫树村']],
  ['白石镇', '102', ['白石村', '青山村', '龙潭村', '沙河村', '金坪村']],
  ['杨桥镇', '103', ['杨桥村', '大坝村', '新塘村', '高岭村', '双井村']],
  ['柳塘乡', '200', ['柳塘村', '荷花村', '黄泥村', '茶园村', '松坡村']],
  ['云台乡', '201', ['云台村', '岩头村', '梯田村', '水源村', '银杏村']],
  ['东河街道', '001', ['河东社区', '滨河社区', '东苑社区', '码头社区', '新建社区']],
  ['新城街道', '002', ['新城社区', '学府社区', '湖畔社区', '园区社区', '锦绣社区']],
] as const;

export const townshipCode = (code: string): string => `${countyCode}${code}`;

/** The five levels of the invented county, from the top down. */
export const regions: readonly Region[] = [
  { code: provinceCode, name: '岚江省', level: 'province', parentCode: null },
  { code: cityCode, name: '澄宁市', level: 'city', parentCode: provinceCode },
  { code: countyCode, name: '临澄县', level: 'county', parentCode: cityCode },
  ...townships.flatMap(([name, code, villages]): Region[] => [
    { code: townshipCode(code), name, level: 'township', parentCode: countyCode },
    ...villages.map((village, at): Region => ({
      code: `${townshipCode(code)}${201 + at}`,
      name: village,
      level: 'village',
      parentCode: townshipCode(code),
    })),
  ]),
];
