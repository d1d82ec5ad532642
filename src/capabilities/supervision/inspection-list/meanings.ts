import type { Practice } from '../../petitions/index.ts';

/** What the four colours mean where an office has set nothing: no text fixes them. */
const usual = {
  red: { zh: '紧急', en: 'urgent' },
  yellow: { zh: '久拖未决', en: 'long-running' },
  blue: { zh: '特殊', en: 'special' },
  green: { zh: '常规', en: 'routine' },
  source: 'assumption',
} as const;

/** The meanings in force, from the office's practice. */
export const meaningsOf = (practice: Pick<Practice, 'inspectionColours'> | undefined) =>
  practice?.inspectionColours ?? usual;
