/** Kinds of paper that the three letters are (rules: papers). */
export const letterKinds = [
  'reminder',
  'supervision-letter',
  'accountability-recommendation',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** One step of the ladder as an office has set it (U-4). */
export interface LadderStep {
  readonly kind: LetterKind;
  /** What the office calls it. */
  readonly name: string;
  /** Working days to answer in, from service. */
  readonly days: number;
  /** The document that says so. */
  readonly source: string;
}

export interface LettersSettings {
  readonly steps: readonly LadderStep[];
}

/** No rule was found for names, order or limits: an office sets its own, with their source. */
export const assumption = '系统默认值（假设，待本地文件确定）';

const usual = { days: 7, source: assumption } as const;

/** What an office begins with. */
export const usualSettings: LettersSettings = {
  steps: [
    { ...usual, kind: 'reminder', name: '提醒函' },
    { ...usual, kind: 'supervision-letter', name: '督办函' },
    { ...usual, kind: 'accountability-recommendation', name: '问责建议函' },
  ],
};
