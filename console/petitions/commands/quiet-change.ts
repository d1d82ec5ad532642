import { isProblem } from '../../shell/problem.ts';

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

/** How often a step goes on past the program; more than that is no longer chance. */
const attempts = 5;

/**
 * Sends a step on a record as it was read. Where only the program wrote meanwhile, it goes on with what
 * the program wrote; the program may do so more than once.
 * @param read the record that the person has before them
 * @param send with the version that is expected
 * @param readAgain the record as it is now
 * @throws what `send` threw: `version-conflict` where a person was faster
 */
export async function sendPastTheProgram<T>(
  read: Read,
  send: (version: number) => Promise<T>,
  readAgain: () => Promise<Read>,
): Promise<T> {
  let { version } = read;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(version);
    } catch (caught) {
      if (attempt === attempts || !isProblem(caught, 'version-conflict')) throw caught;
      const now = await readAgain();
      if (!changedByProgramOnly(read, now)) throw caught;
      ({ version } = now);
    }
  }
}
