import type { Words } from '../../platform/http/index.ts';

/** A column of the table in which a superior delivers a batch. */
export interface Column {
  readonly field: string;
  readonly title: string;
  readonly en: string;
  /** Shown in the template's example row. */
  readonly example: string;
  /** What people write for a code. */
  readonly codes?: Readonly<Record<string, string>>;
}

const channels = {
  网上: 'web',
  来信: 'letter',
  传真: 'fax',
  来访: 'visit',
  来电: 'telephone',
  '12345热线': 'hotline-12345',
  领导信箱: 'leader-mailbox',
  领导接访日: 'reception-day',
  下访: 'home-visit',
  上级交办: 'superior',
  实地督查: 'field-investigation',
};

const purposes = {
  申诉求决: 'appeal',
  检举控告: 'accusation',
  意见建议: 'suggestion',
  咨询: 'enquiry',
  感谢: 'thanks',
  其他: 'other',
};

const documents = {
  身份证: 'identity-card',
  护照: 'passport',
  港澳居民来往内地通行证: 'hong-kong-macao-permit',
  台湾居民来往大陆通行证: 'taiwan-permit',
  居住证: 'residence-permit',
  统一社会信用代码: 'organisation-code',
  其他: 'other',
};

const column = (
  field: string,
  title: string,
  en: string,
  example = '',
  codes?: Readonly<Record<string, string>>,
): Column => ({ field, title, en, example, ...(codes === undefined ? {} : { codes }) });

/** In the order of the template. */
export const columns: readonly Column[] = [
  column('id', '编号', 'number', 'JB2026-0001'),
  column('channel', '来源渠道', 'channel', '上级交办', channels),
  column('title', '标题', 'title', '小区二次供水水压不足'),
  column('text', '事实和理由', 'facts and reasons', '自十月起每天早晚六楼以上停水。'),
  column('demands', '诉求', 'demands', '恢复正常供水；公布检测结果'),
  column('purpose', '信访目的', 'purpose', '申诉求决', purposes),
  column('category1', '一级分类', 'category, first level'),
  column('category2', '二级分类', 'category, second level'),
  column('category3', '三级分类', 'category, third level'),
  column('urgency', '紧急程度', 'urgency', '一般', {
    一般: 'ordinary',
    紧急: 'urgent',
    重大: 'major',
  }),
  column('regionCode', '地区代码', 'region code'),
  column('place', '问题发生地', 'place', '文昌路锦绣花园'),
  column('name', '姓名', 'name', '王某'),
  column('documentType', '证件类型', 'document type', '身份证', documents),
  column('documentNumber', '证件号码', 'document number'),
  column('mobile', '手机', 'mobile'),
  column('landline', '座机', 'landline'),
  column('email', '电子邮箱', 'e-mail'),
  column('address', '住址', 'address'),
  column('personCount', '人数', 'number of people', '1'),
  column('anonymous', '匿名', 'anonymous', '否', { 是: 'true', 否: 'false' }),
  column('secrecy', '要求保密', 'secrecy', '否', { 是: 'true', 否: 'false' }),
  column('receivedOn', '收到日期', 'received on', '2026-10-08'),
  column('registeredAt', '登记时间', 'registered at', '2026-10-08 09:30:00'),
  column('earlierSteps', '以前的办理情况', 'earlier steps'),
];

/** What fields are called in the sentences about a row. */
export const columnWords: Words = Object.fromEntries(
  columns.map(({ field, title, en }) => [`field.${field}`, { zh: title, en }]),
);
