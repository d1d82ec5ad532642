import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';

/**
 * Whether only the program wrote since a petition was read: papers rendered or sent, dates counted
 * anew. Nobody else decided anything, so nobody has to look at two sides.
 * @param before as it was read
 * @param after as it is now
 */
export function changedByProgramOnly(
  before: Pick<PetitionView, 'version' | 'status' | 'timeline'>,
  after: Pick<PetitionView, 'version' | 'status' | 'timeline'>,
): boolean {
  const last = Math.max(0, ...before.timeline.map(({ seq }) => seq));
  const happened = after.timeline.filter(({ seq }) => seq > last);
  return (
    before.status === after.status &&
    // What this reader does not see was not done by the program.
    happened.length === after.version - before.version &&
    happened.every(({ actor }) => actor === 'system')
  );
}
