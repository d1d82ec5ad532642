/** How much fits; stated to people and enforced in one place. */
export const limits = {
  /** Characters as people count them. */
  place: 200,
  theme: 200,
  reason: 1_000,
  text: 10_000,
  name: 60,
  post: 60,
  leaders: 20,
  topics: 30,
  regions: 60,
  fields: 20,
  field: 40,
  channels: 30,
  /** Days that may be planned ahead; further ones are typing errors. */
  daysAhead: 800,
} as const;
