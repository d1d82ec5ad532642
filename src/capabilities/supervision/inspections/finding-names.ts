import type { FindingKind } from './inspection.ts';

/** What papers call the kinds of findings; the first six are the grounds of Reg. 40(1). */
export const findingNames: Readonly<Record<FindingKind, string>> = {
  'against-rules': '违反规定受理、办理',
  shirking: '推诿、扯皮',
  perfunctory: '敷衍应付',
  delay: '拖延办理',
  falsification: '弄虚作假',
  'not-carried-out': '拒不执行处理意见',
  other: '其他问题',
  'good-practice': '好的做法',
};
