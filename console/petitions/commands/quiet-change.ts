/** What a page shows of a record: a petition, or one beside it. */
interface Read {
  readonly version: number;
  readonly status: string;
  readonly timeline: readonly { readonly seq: number; readonly actor: string }[];
}

/**
 * Whether only the program wrote since a record was read: papers rendered or sent, dates counted
 * anew. Nobody else decided anything, so nobody has to look at two sides.
 * @param before as it was read
 * @param after as it is now
 */
export function changedByProgramOnly(before: Read, after: Read): boolean {
  const last = Math.max(0, ...before.timeline.map(({ seq }) => seq));
  const happened = after.timeline.filter(({ seq }) => seq > last);
  return (
    before.status === after.status &&
    // What this reader does not see was not done by the program.
    happened.length === after.version - before.version &&
    happened.every(({ actor }) => actor === 'system')
  );
}
