import type { Role } from '../../../kernel/permissions.ts';
import { bureaus, townshipIds } from './units.ts';

/** A person of the demo county; the user name says what they do. */
export interface DemoPerson {
  readonly userName: string;
  readonly displayName: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
}

const person = (
  userName: string,
  displayName: string,
  unitId: string,
  ...roles: readonly Role[]
): DemoPerson => ({ userName, displayName, unitId, roles });

const offices: readonly DemoPerson[] = [
  person('admin', '孟知行', 'county-office', 'administrator'),
  person('clerk', '林小禾', 'county-office', 'clerk'),
  person('officer1', '周明远', 'county-office', 'case-officer'),
  person('officer2', '沈若兰', 'county-office', 'case-officer'),
  person('officer3', '韩立春', 'county-office', 'case-officer'),
  person('officehead', '顾长青', 'county-office', 'office-head'),
  person('seal', '姚静', 'county-office', 'seal-keeper'),
  person('accusations', '秦正言', 'county-office', 'accusation-officer'),
  person('auditor', '方明鉴', 'county-office', 'auditor'),
  person('leader', '程怀民', 'county-gov', 'leader'),
  person('gov-head', '陆秉文', 'county-gov', 'unit-head'),
  person('city-clerk', '温小雨', 'city-office', 'clerk'),
  person('city-officer', '梁思齐', 'city-office', 'case-officer'),
  person('city-head', '贺兰山', 'city-office', 'office-head'),
  person('city-seal', '尹秋月', 'city-office', 'seal-keeper'),
  person('city-accusations', '严立人', 'city-office', 'accusation-officer'),
  person('city-admin', '邹一鸣', 'city-office', 'administrator'),
  person('city-leader', '江望舒', 'city-gov', 'leader'),
  person('province-officer', '殷若水', 'province-office', 'case-officer'),
  person('province-head', '卓文渊', 'province-office', 'office-head'),
  person('supervisor1', '裴正', 'county-office', 'supervisor'),
  person('supervisor2', '戴明', 'county-office', 'supervisor'),
  person('city-supervisor', '骆宾', 'city-office', 'supervisor'),
  person('chengguan-deputy', '俞志强', 'chengguan', 'leader'),
  person('qingxi-deputy', '柳建国', 'qingxi', 'leader'),
  person('dongmen', '葛大勇', 'dongmen', 'unit-head', 'grid-member'),
  person('qingxi-village', '石满仓', 'qingxi-village', 'unit-head', 'grid-member'),
  person('grid1', '尤小燕', 'dongmen', 'grid-member'),
  person('grid2', '阮立新', 'qingxi-village', 'grid-member'),
  person('police-post', '雷震', 'chengguan-police', 'handler'),
  person('qingxi-police', '熊卫国', 'qingxi-police', 'handler'),
  person('legal-worker', '文法明', 'chengguan-justice', 'handler'),
  person('discipline', '石清源', 'discipline', 'accusation-officer', 'handler'),
  person('discipline-head', '耿介', 'discipline', 'unit-head', 'accusation-officer'),
];

const given = ['子安', '雨桐', '文博', '晓岚', '建平', '思源', '海燕', '志远', '静怡', '国梁'];
const heads = ['宋', '唐', '许', '邓', '冯', '曹', '彭', '曾', '萧', '田', '董', '袁', '潘', '于'];
const handlers = [
  '何',
  '罗',
  '谢',
  '郑',
  '蔡',
  '余',
  '苏',
  '叶',
  '吕',
  '魏',
  '蒋',
  '杜',
  '丁',
  '任',
];
const nameOf = (surnames: readonly string[], at: number): string =>
  `${surnames[at % surnames.length] ?? ''}${given[(at * 3 + (at % 2)) % given.length] ?? ''}`;

const handling = [
  ...bureaus.map(([id]) => id),
  'housing-station',
  ...townshipIds,
  'political-legal',
  'review',
  'city-review',
  'city-housing',
  'court',
  'procuratorate',
  'arbitration',
  'joint-meeting',
];

/** Everybody who can sign in; each unit that handles has a handler and a head. */
export const people: readonly DemoPerson[] = [
  ...offices,
  ...handling.flatMap((id, at) => [
    person(id, nameOf(handlers, at), id, 'handler'),
    person(`${id}-head`, nameOf(heads, at), id, 'unit-head'),
  ]),
];

/** One password for everybody: a demonstration has nothing to keep. */
export const demoPassword = 'chengjiang-2207-lantern';
