/** Bounds of what people type here, in characters or pieces. */
export const limits = {
  name: 100,
  profession: 60,
  telephone: 30,
  place: 300,
  explanation: 4_000,
  record: 50_000,
  label: 200,
  parties: 50,
  panel: 15,
  exhibits: 100,
  exhibitFiles: 20,
  days: 30,
} as const;
