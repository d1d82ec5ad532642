/** How much fits; stated to people and enforced in one place. */
export const limits = {
  /** Characters as people count them. */
  grounds: 10_000,
  text: 10_000,
  /** Reasons shorter than this tell the petitioner nothing. */
  shortest: 5,
  explanation: 4_000,
  points: 200,
  attachments: 20,
} as const;
