import type { StaffSender } from '../../identity-organisation/index.ts';

/** Options of a step on a record that is there. */
export const optionsOf = (
  { actor, commandIdFor }: StaffSender,
  id: string,
  expectedVersion?: number,
) => ({
  actor,
  commandId: commandIdFor(id),
  ...(expectedVersion === undefined ? {} : { expectedVersion }),
});
