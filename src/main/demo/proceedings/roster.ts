import type { NewMember } from '../../../capabilities/hearings-mediation/index.ts';
import { cityCode, countyCode } from '../county/regions.ts';

type Kinds = NewMember['kinds'];

interface Row {
  /** Under which key the examples and the demo know the member. */
  readonly key: string;
  readonly name: string;
  readonly kinds: Kinds;
  readonly profession: string;
  readonly affiliation?: string;
  readonly away?: boolean;
  readonly ended?: boolean;
}

const row = (key: string, name: string, kinds: Kinds, profession: string, more = {}): Row => ({
  key,
  name,
  kinds,
  profession,
  ...more,
});

/** Thirty people: who sits on panels, mediates and staffs the hall of the invented county. */
export const rosterRows: readonly Row[] = [
  row('deputy-1', '柏承志', ['deputy'], '种粮大户'),
  row('deputy-2', '闻静秋', ['deputy'], '小学校长'),
  row('deputy-3', '裘国安', ['deputy'], '企业负责人'),
  row('deputy-4', '路遥生', ['deputy'], '住建局退休干部', { affiliation: 'housing' }),
  row('deputy-5', '樊素云', ['deputy'], '社区书记'),
  row('delegate-1', '岑树德', ['party-delegate'], '村党支部书记'),
  row('delegate-2', '祝晚晴', ['party-delegate'], '医生'),
  row('cppcc-1', '穆青禾', ['cppcc-member'], '民营企业家'),
  row('cppcc-2', '雷鸣远', ['cppcc-member'], '教授'),
  row('cppcc-3', '谈正方', ['cppcc-member', 'lawyer'], '律师'),
  row('lawyer-1', '顾明法', ['lawyer'], '律师'),
  row('lawyer-2', '左慎之', ['lawyer'], '律师'),
  row('lawyer-3', '戚安然', ['lawyer'], '法律援助律师'),
  row('lawyer-4', '管思明', ['lawyer'], '公职律师', { affiliation: 'resources' }),
  row('psychologist-1', '宁若怡', ['psychologist'], '心理咨询师'),
  row('psychologist-2', '柴静安', ['psychologist'], '心理治疗师'),
  row('mediator-1', '和正平', ['mediator'], '人民调解员'),
  row('mediator-2', '单友善', ['mediator'], '人民调解员'),
  row('mediator-3', '仇解心', ['mediator', 'five-elders'], '退休法官'),
  row('mediator-4', '施春和', ['mediator'], '行业调解员'),
  row('elder-1', '鲍德全', ['five-elders'], '退休教师'),
  row('elder-2', '臧老根', ['five-elders'], '老党员'),
  row('elder-3', '虞秀英', ['five-elders'], '老妇联主任'),
  row('expert-1', '车建工', ['expert'], '建筑工程'),
  row('expert-2', '费丈量', ['expert'], '土地测绘'),
  row('expert-3', '滕医生', ['expert'], '临床医学', { affiliation: 'health' }),
  row('expert-away', '东方筑', ['expert'], '建筑结构鉴定', { away: true }),
  row('expert-away-2', '司徒衡', ['expert'], '土地评估', { away: true }),
  row('lawyer-away', '欧阳律', ['lawyer'], '律师', { away: true }),
  row('ended-1', '卸任人', ['deputy'], '原人大代表', { ended: true }),
];

/** A member as it is typed on the roster page. */
export const memberOf = (each: Row): NewMember => ({
  name: each.name,
  telephone: '0690-8200100',
  kinds: each.kinds,
  profession: each.profession,
  regionCode: each.away === true ? cityCode : `${countyCode}100`,
  ...(each.affiliation === undefined ? {} : { affiliation: each.affiliation }),
  from: '2024-01-01',
  ...(each.ended === true ? { to: '2025-12-31' } : {}),
});
