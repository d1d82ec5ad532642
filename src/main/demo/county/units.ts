import type { NewUnit } from '../../../capabilities/identity-organisation/index.ts';
import type { Level, UnitKind } from '../../../kernel/units.ts';
import { cityCode, countyCode, provinceCode, townshipCode, townships } from './regions.ts';

type Row = readonly [
  id: string,
  name: string,
  kind: UnitKind,
  level: Level,
  region: string,
  parent: string | null,
];

const upper: readonly Row[] = [
  ['province-gov', '岚江省人民政府', 'leadership', 'province', provinceCode, null],
  ['province-office', '岚江省信访局', 'petition-office', 'province', provinceCode, 'province-gov'],
  ['city-gov', '澄宁市人民政府', 'leadership', 'city', cityCode, 'province-gov'],
  ['city-office', '澄宁市信访局', 'petition-office', 'city', cityCode, 'city-gov'],
  ['city-review', '澄宁市信访事项复查复核委员会', 'review-body', 'city', cityCode, 'city-gov'],
  ['city-housing', '澄宁市住房和城乡建设局', 'bureau', 'city', cityCode, 'city-gov'],
  ['county-gov', '临澄县人民政府', 'leadership', 'county', countyCode, 'city-gov'],
];

const county = (id: string, name: string, kind: UnitKind): Row => [
  id,
  name,
  kind,
  'county',
  countyCode,
  'county-gov',
];

const own: readonly Row[] = [
  county('county-office', '临澄县信访局', 'petition-office'),
  county('joint-meeting', '临澄县信访工作联席会议办公室', 'joint-meeting-office'),
  county('review', '临澄县信访事项复查委员会', 'review-body'),
  county('discipline', '中共临澄县纪委县监委', 'discipline-body'),
  county('political-legal', '中共临澄县委政法委', 'political-legal-body'),
  county('court', '临澄县人民法院', 'court'),
  county('procuratorate', '临澄县人民检察院', 'procuratorate'),
  county('arbitration', '临澄县劳动人事争议仲裁院', 'arbitration-body'),
];

/** Bureaus of the county by the names under which their people sign in. */
export const bureaus: readonly (readonly [id: string, name: string])[] = [
  ['housing', '临澄县住房和城乡建设局'],
  ['resources', '临澄县自然资源局'],
  ['labour', '临澄县人力资源和社会保障局'],
  ['education', '临澄县教育局'],
  ['health', '临澄县卫生健康局'],
  ['civil', '临澄县民政局'],
  ['police', '临澄县公安局'],
  ['transport', '临澄县交通运输局'],
  ['ecology', '临澄县生态环境局'],
  ['agriculture', '临澄县农业农村局'],
  ['water', '临澄县水利局'],
  ['market', '临澄县市场监督管理局'],
  ['urban', '临澄县城市管理和综合执法局'],
  ['insurance', '临澄县医疗保障局'],
  ['veterans', '临澄县退役军人事务局'],
  ['finance', '临澄县财政局'],
  ['emergency', '临澄县应急管理局'],
  ['culture', '临澄县文化和旅游局'],
];

/** Townships by the names under which their people sign in, in the order of the regions. */
export const townshipIds = [
  'chengguan',
  'qingxi',
  'baishi',
  'yangqiao',
  'liutang',
  'yuntai',
  'donghe',
  'xincheng',
] as const;

const lower: readonly Row[] = [
  ...bureaus.map(([id, name]) => county(id, name, 'bureau')),
  ['housing-station', '临澄县房屋征收服务中心', 'bureau', 'county', countyCode, 'housing'],
  ...townships.map(([name, code], at): Row => [
    townshipIds[at] ?? '',
    `临澄县${name}${name.endsWith('街道') ? '办事处' : '人民政府'}`,
    'township',
    'township',
    townshipCode(code),
    'county-gov',
  ]),
];

const chengguan = townshipCode('100');
const qingxi = townshipCode('101');

/** Those who stand nearest: two villages and the posts of two townships. */
const nearest: readonly Row[] = [
  ['dongmen', '城关镇东门社区居民委员会', 'village', 'village', `${chengguan}201`, 'chengguan'],
  ['qingxi-village', '清溪镇清溪村村民委员会', 'village', 'village', `${qingxi}201`, 'qingxi'],
  ['chengguan-police', '临澄县公安局城关派出所', 'other', 'township', chengguan, 'police'],
  ['qingxi-police', '临澄县公安局清溪派出所', 'other', 'township', qingxi, 'police'],
  ['chengguan-justice', '城关镇司法所', 'other', 'township', chengguan, 'chengguan'],
];

const hours = '工作日 8:30-12:00，14:30-17:30';
const streets = ['县府路', '澄江大道', '人民路', '文昌街', '滨河路', '振兴路'];

/** All units; telephones begin with an area code that nobody has. */
export const units: readonly NewUnit[] = [...upper, ...own, ...lower, ...nearest].map(
  ([id, name, kind, level, regionCode, parentId], at): NewUnit => {
    const place = level === 'province' ? '岚江省' : level === 'city' ? '澄宁市' : '临澄县';
    const address = `${place}${streets[at % streets.length] ?? ''}${10 + at}号`;
    return {
      id,
      name,
      kind,
      level,
      regionCode,
      parentId,
      phone: `0690-8${String(2_000_000 + at * 117).slice(0, 7)}`,
      address,
      postCode: '690100',
      email: `${id}@demo.example`,
      receptionHours: hours,
      receptionPlace: kind === 'petition-office' ? `${address} 群众来访接待大厅` : address,
    };
  },
);
