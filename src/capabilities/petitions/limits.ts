/** How much fits; stated to people and enforced in one place. */
export const limits = {
  /** Characters as people count them. */
  title: 100,
  text: 10_000,
  demand: 1_000,
  explanation: 4_000,
  name: 50,
  address: 200,
  demands: 20,
  people: 500,
  representatives: 5,
  attachments: 20,
  /** Years back that a letter may be dated. */
  oldestYear: 1949,
} as const;
