/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  words: 2_000,
  note: 4_000,
  task: 500,
  public: 200,
  name: 60,
  telephone: 40,
  measures: 20,
  milestones: 60,
  posts: 20,
  tasks: 60,
  label: 40,
  source: 200,
} as const;
