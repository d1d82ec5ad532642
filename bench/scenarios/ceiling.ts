import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { formatPetitionNumber } from '../../src/kernel/petition-number.ts';
import { clientConfig } from '../../src/platform/database/index.ts';
import { Packet } from '../../src/platform/database/packet.ts';
import { loadWith } from '../load.ts';
import type { RecordedStatement } from '../program-process.ts';
import { Sender, signIn } from '../sender.ts';
import { clients, nextRegistration } from './registration.ts';
import type { Ground, Scenario } from './scenario.ts';

interface Registered {
  readonly id: string;
  readonly number: string;
}

/** All statements of one registration, and what must be new when they are sent again. */
export interface Recorded extends Registered {
  readonly statements: readonly RecordedStatement[];
}

const samples = 100;

/** Registers some petitions while the program notes its statements, one by one. */
export async function recordRegistrations({ program }: Ground): Promise<readonly Recorded[]> {
  const sender = new Sender(program, await signIn(program, 'bench.clerk'));
  const path = '/api/v1/registrations';
  // Statements are prepared and everything is remembered before the first one is noted.
  for (let n = 0; n < 50; n += 1) await sender.post(path, nextRegistration('visit'));
  const recorded: Recorded[] = [];
  while (recorded.length < samples) {
    await program.ask('record');
    const { id, number } = await sender.post<Registered>(path, nextRegistration('visit'));
    const noted = (await program.ask('recorded')) as readonly RecordedStatement[];
    const statements = transactionOf(noted, id);
    if (statements !== undefined) recorded.push({ id, number, statements });
  }
  sender.close();
  return recorded;
}

/** Nothing when the program did something else at the same moment, such as looking up a session. */
function transactionOf(
  noted: readonly RecordedStatement[],
  id: string,
): readonly RecordedStatement[] | undefined {
  const open = noted.findLastIndex(({ name, values }) => name === 'open' && values.includes(id));
  const end = noted.findIndex(({ text }, at) => at > open && text === 'COMMIT');
  const own = open < 1 || end < 0 ? [] : noted.slice(open - 1, end + 1);
  const begun = own.filter(({ text }) => text === 'BEGIN').length;
  return begun === 1 ? own : undefined;
}

let next = 0;

/** The same statements about another petition. */
export function renewed(recorded: Recorded): readonly RecordedStatement[] {
  next += 1;
  const id = randomUUID();
  const number = formatPetitionNumber(2099, next);
  const renew = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replaceAll(recorded.id, id).replaceAll(recorded.number, number);
    }
    return Array.isArray(value) && typeof value[0] === 'string' ? value.map(renew) : value;
  };
  return recorded.statements.map((statement) => ({
    ...statement,
    values: statement.values.map(renew),
  }));
}

/** Sends a transaction as the program does, but all at once: nothing waits for an answer. */
const replay = (client: Client, statements: readonly RecordedStatement[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const last = statements.length - 1;
    client.query(
      new Packet(
        client,
        statements.map(({ name, text, values }, at) => ({
          statement: { ...(name === undefined ? {} : { name }), text, values: [...values] },
          seen: () => {
            if (at === last) resolve();
          },
          failed: reject,
        })),
      ),
    );
  });

/** The SQL of registrations sent straight to PostgreSQL, and registrations through HTTP beside it. */
export const ceiling: Scenario = {
  name: 'ceiling',
  run: async (ground) => {
    const recorded = await recordRegistrations(ground);
    const config = clientConfig(ground.program.appUrl);
    const connections = Array.from({ length: clients }, () => new Client(config));
    for (const connection of connections) await connection.connect();
    const before = ground.program.cpu();
    let done = 0;
    const { perSecond, p95 } = await loadWith(
      clients,
      { seconds: ground.settings.seconds },
      async (client) => {
        await replay(connections[client]!, renewed(recorded[done % recorded.length]!));
        done += 1;
      },
    );
    const after = ground.program.cpu();
    for (const connection of connections) await connection.end();
    return [
      { name: 'ceiling', value: perSecond, unit: '/s' },
      { name: 'ceiling.p95', value: p95, unit: 'ms' },
      {
        name: 'ceiling.database-cpu',
        value: (after.database - before.database) / done,
        unit: 'ms',
      },
    ];
  },
};
