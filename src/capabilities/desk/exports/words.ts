import type { Language } from '../../../platform/http/index.ts';
import {
  channelNames,
  purposeNames,
  statusNames,
  type PetitionLine,
} from '../../petitions/index.ts';

type Names = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** What the sheet calls its columns. */
export const columnNames = {
  number: { zh: '编号', en: 'Number' },
  title: { zh: '标题', en: 'Title' },
  petitioner: { zh: '信访人', en: 'Petitioner' },
  status: { zh: '状态', en: 'Status' },
  purpose: { zh: '信访目的', en: 'Purpose' },
  channel: { zh: '渠道', en: 'Channel' },
  category: { zh: '内容分类', en: 'Category' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  region: { zh: '地区代码', en: 'Region' },
  holder: { zh: '现在单位', en: 'Now with' },
  registered: { zh: '登记日期', en: 'Registered' },
  due: { zh: '期限', en: 'Due' },
  remaining: { zh: '剩余天数', en: 'Days left' },
  colour: { zh: '时限颜色', en: 'Colour' },
  name: { zh: '姓名', en: 'Name' },
  mobile: { zh: '手机', en: 'Mobile' },
  address: { zh: '地址', en: 'Address' },
} as const satisfies Names;

/** What the head of the sheet says of its origin. */
export const headNames = {
  sheet: { zh: '信访事项', en: 'Petitions' },
  askedBy: { zh: '导出人', en: 'Exported by' },
  askedAt: { zh: '导出时间', en: 'Exported at' },
  reason: { zh: '事由', en: 'Reason' },
  approvedBy: { zh: '批准人', en: 'Approved by' },
  nobody: { zh: '无需批准', en: 'none needed' },
  cut: { zh: '只导出前 {limit} 行，请缩小范围', en: 'Cut after {limit} rows; narrow the list' },
} as const satisfies Names;

const urgencies: Readonly<Record<PetitionLine['urgency'], Names[string]>> = {
  ordinary: { zh: '一般', en: 'ordinary' },
  urgent: { zh: '紧急', en: 'urgent' },
  major: { zh: '重大', en: 'major' },
};

const colours: Readonly<Record<NonNullable<PetitionLine['clock']>['colour'], Names[string]>> = {
  green: { zh: '绿', en: 'green' },
  blue: { zh: '蓝', en: 'blue' },
  yellow: { zh: '黄', en: 'yellow' },
  red: { zh: '红', en: 'red' },
};

const catalogues = {
  status: statusNames,
  purpose: purposeNames,
  channel: channelNames,
  urgency: urgencies,
};

/** What a code is called in the language of the sheet. */
export function nameOfCode(
  kind: keyof typeof catalogues | 'colour',
  code: string | null,
  language: Language,
): string {
  if (code === null) return '';
  const names: Names = kind === 'colour' ? colours : catalogues[kind];
  const name = names[code];
  if (name === undefined) return code;
  return language === 'zh-CN' ? name.zh : name.en;
}

export const pick = (name: Names[string], language: Language): string =>
  language === 'zh-CN' ? name.zh : name.en;
