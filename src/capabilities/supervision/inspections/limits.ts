/** How much fits; stated to people and enforced in one place. Characters as people count them. */
export const limits = {
  name: 60,
  theme: 120,
  basis: 300,
  words: 4_000,
  source: 200,
  seed: 200,
  teams: 40,
  members: 40,
  rounds: 24,
  /** Petitions of one inspection. */
  petitions: 100,
  /** Petitions of one list to draw from. */
  list: 2_000,
  findings: 200,
  files: 12,
} as const;
