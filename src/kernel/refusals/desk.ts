import type { RefusalEntry } from './entry.ts';

/** Refusals of lists, saved searches and exports. */
export const deskRefusals = {
  'saved-search-limit': {
    status: 409,
    zh: '最多保存 {limit} 个搜索，请先删除不用的。',
    en: 'You keep {limit} searches already; remove one that you no longer use.',
  },
  'export-not-ready': {
    status: 409,
    zh: '文件还没有生成，请稍候。',
    en: 'The file is not ready yet; please wait a moment.',
  },
  'export-decided': {
    status: 409,
    zh: '这次导出已经审批过。',
    en: 'This export was decided already.',
  },
} as const satisfies Record<string, RefusalEntry>;
