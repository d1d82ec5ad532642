import { Client } from 'pg';
import { Packet } from '../src/platform/database/packet.ts';
import { runServer } from '../src/main/run-server.ts';

/** One statement as it went to PostgreSQL. */
export interface RecordedStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

let recording: RecordedStatement[] | undefined;

/** Notes every statement while asked to; the bench sends the same ones straight to PostgreSQL. */
function listenToStatements(): void {
  // eslint-disable-next-line typescript/unbound-method -- called with its own client below
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function listened(this: Client, ...args: unknown[]) {
    const [packet] = args;
    if (recording !== undefined && packet instanceof Packet) {
      for (const { statement } of packet.asked) {
        const { name, text, values = [] } = statement;
        recording.push({ ...(name === undefined ? {} : { name }), text, values: [...values] });
      }
    }
    return query.apply(this, args);
  } as typeof Client.prototype.query;
}

listenToStatements();
const server = await runServer(process.env, (text) => process.stderr.write(text));
if (server === undefined) process.exit(1);
process.send?.({
  url: server.url,
  ownerUrl: server.core.db.ownerUrl,
  appUrl: server.core.db.url,
});

process.on('message', (message) => {
  if (message === 'record') {
    recording = [];
    process.send?.('recording');
  } else if (message === 'recorded') {
    process.send?.(recording);
    recording = undefined;
  }
});

const end = (): void => void server.close().then(() => process.exit(0));
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
