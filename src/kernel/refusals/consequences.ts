import type { RefusalEntry } from './entry.ts';

/** Refusals of consequences for units (U-5). */
export const consequenceRefusals = {
  'consequence-open': {
    status: 409,
    zh: '就这件信访事项对该单位提出的同一种措施还没有办完，请在原来的记录上继续。',
    en: 'The same consequence for this unit from this petition is still under way; go on there.',
  },
  'consequence-still-to-hear': {
    status: 409,
    zh: '该单位陈述意见的期限还没有届满，请先听取其意见。',
    en: 'The unit still has days to state its view; hear it first.',
  },
  'consequence-days': {
    status: 422,
    zh: '请填写这种措施需要的日期：不能早于今天，挂牌期限要在先后顺序内，整改日期要在挂牌期限内。',
    en: 'Give the days that this consequence needs: not before today, in their order, the correction within the listing.',
  },
  'consequence-before-force': {
    status: 422,
    zh: '日期不能早于送达日期。',
    en: 'The day cannot be before the paper was served.',
  },
  'consequence-needs-correction': {
    status: 409,
    zh: '警示和挂牌督办要由单位整改后核查解除。',
    en: 'A warning or a listing ends when the unit has corrected and somebody has verified it.',
  },
  'consequence-no-correction': {
    status: 409,
    zh: '约谈和通报不需要报告整改。',
    en: 'An interview or a circulated notice asks for no report of a correction.',
  },
  'consequence-not-in-status': {
    status: 409,
    zh: '这项措施已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The consequence has moved on; this step is not possible now. Reload and look again.',
  },
} as const satisfies Record<string, RefusalEntry>;
