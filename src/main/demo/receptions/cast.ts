import type { LeaderInput } from '../../../capabilities/reception-days/index.ts';
import { countyCode, townshipCode, townships } from '../county/regions.ts';
import { townshipIds } from '../county/units.ts';

interface Row {
  /** Under which key the examples and the demo know the leader. */
  readonly key: string;
  readonly name: string;
  readonly post: string;
  readonly portfolio: string;
  /** First-level categories by name. */
  readonly topics: readonly string[];
  readonly townships: readonly number[];
  readonly fields: readonly string[];
}

const places = (each: readonly number[]): string[] =>
  each.map((at) => townshipCode(townships[at]?.[1] ?? ''));

/** Leaders of the invented county; one township is left uncovered, for the sheet to show. */
const county: readonly Row[] = [
  {
    key: 'magistrate',
    name: '程怀民',
    post: '县长',
    portfolio: '主持县政府全面工作，分管财政、审计',
    topics: [],
    townships: [0],
    fields: ['重大项目征迁'],
  },
  {
    key: 'deputy-1',
    name: '戴文渊',
    post: '常务副县长',
    portfolio: '分管住房城乡建设、自然资源、房屋征收',
    topics: ['住房与城乡建设'],
    townships: [0, 6],
    fields: ['房屋产权办证'],
  },
  {
    key: 'deputy-2',
    name: '沈砚秋',
    post: '副县长',
    portfolio: '分管教育、卫生健康、医疗保障',
    topics: ['教育与卫生'],
    townships: [1, 2],
    fields: ['校外培训'],
  },
  {
    key: 'deputy-3',
    name: '罗立山',
    post: '副县长',
    portfolio: '分管人力资源和社会保障、农民工工资',
    topics: ['劳动与社会保障'],
    townships: [3, 4],
    fields: ['拖欠工资'],
  },
  {
    key: 'deputy-4',
    name: '温若川',
    post: '副县长',
    portfolio: '分管农业农村、水利、生态环境',
    topics: ['农业与农村', '生态环境'],
    townships: [7],
    fields: [],
  },
];

const heads = ['谭守义', '白景行', '葛自强', '舒望田', '柳长青', '金克俭', '章新民', '单有为'];

export interface CastLeader {
  readonly key: string;
  readonly input: LeaderInput;
}

/**
 * Everybody who receives in the demo county: its leaders and the heads of its townships.
 * @param codeOf code of a first-level category by its name; nothing when there is no such one
 * @param magistrate account of the county's leader
 */
export const castOf = (
  codeOf: (name: string) => string | undefined,
  magistrate: string,
): readonly CastLeader[] => [
  ...county.map(({ key, topics, townships: covered, ...row }) => ({
    key,
    input: {
      unitId: 'county-gov',
      userId: key === 'magistrate' ? magistrate : null,
      name: row.name,
      post: row.post,
      portfolio: row.portfolio,
      topics: topics.flatMap((name) => codeOf(name) ?? []),
      regions: places(covered),
      fields: [...row.fields],
      from: '2024-01-01',
      to: null,
    },
  })),
  ...townshipIds.map((unitId, at) => ({
    key: unitId,
    input: {
      unitId,
      userId: null,
      name: heads[at] ?? '',
      post: at >= 6 ? '街道办事处主任' : '乡镇长',
      portfolio: `主持${townships[at]?.[0] ?? ''}全面工作`,
      topics: [],
      regions: [],
      fields: [],
      from: '2024-01-01',
      to: null,
    },
  })),
];

export const receptionPlace = '临澄县信访局一楼群众来访接待大厅';
export const receptionRegion = countyCode;
