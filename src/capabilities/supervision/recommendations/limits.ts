/** How much fits; stated to people and enforced in one place. Characters as people count them. */
export const limits = {
  subject: 80,
  name: 60,
  topic: 40,
  number: 60,
  words: 4_000,
  /** Petitions that a recommendation stands on. */
  petitions: 100,
  departments: 30,
  /** Gaps that are put under a repair at a time. */
  gaps: 50,
  /** Gaps that the page of a repair shows. */
  gapsShown: 200,
  files: 12,
} as const;
