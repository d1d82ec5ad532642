/** Posts that a person can hold in a unit. */
export const roles = [
  'clerk',
  'case-officer',
  'office-head',
  'seal-keeper',
  'handler',
  'unit-head',
  'leader',
  'supervisor',
  'grid-member',
  'accusation-officer',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof roles)[number];
