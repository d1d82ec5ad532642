import type { RefusalEntry } from './entry.ts';

/** Refusals of the four-colour inspection list (U-3). */
export const inspectionListRefusals = {
  'inspection-list-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不列入督查名单。',
    en: 'An accusation is seen by its named handlers alone; it stands on no inspection list.',
  },
  'inspection-list-state': {
    status: 409,
    zh: '这件事项在督查名单上的情况已经变化，请刷新后再看。',
    en: 'How this matter stands to the inspection list has changed. Reload and look again.',
  },
  'inspection-list-same-colour': {
    status: 422,
    zh: '已经是这种颜色，请选择另一种。',
    en: 'It has that colour already; choose another.',
  },
} as const satisfies Record<string, RefusalEntry>;
