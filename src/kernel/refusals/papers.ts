import type { RefusalEntry } from './entry.ts';

/** Refusals about the wording of papers. */
export const paperRefusals = {
  'paper-text-empty': {
    status: 422,
    zh: '文书用语不能为空。要恢复原文，请选择“恢复默认”。',
    en: 'The wording cannot be empty. To go back to the original choose “restore”.',
  },
  'paper-text-too-long': {
    status: 422,
    zh: '文书用语最多 {limit} 字。',
    en: 'The wording takes at most {limit} characters.',
  },
  'paper-text-braces': {
    status: 422,
    zh: '文书用语里的花括号只能用于占位符，如 {day}；请检查是否缺一半。',
    en: 'Braces may only enclose a placeholder such as {day}; check for a missing half.',
  },
  'paper-placeholder-unknown': {
    status: 422,
    zh: '文书用语里没有占位符 {name} 可用，请从列表中选择。',
    en: 'There is no placeholder {name} for this wording; choose one from the list.',
  },
  'paper-placeholder-missing': {
    status: 422,
    zh: '文书用语必须保留占位符 {name}，否则告知内容不完整。',
    en: 'The wording must keep the placeholder {name}, or the paper would be incomplete.',
  },
  'paper-slot-unknown': {
    status: 422,
    zh: '文书“{kind}”没有可修改的段落“{slot}”。',
    en: 'The paper “{kind}” has no changeable passage “{slot}”.',
  },
} as const satisfies Record<string, RefusalEntry>;
