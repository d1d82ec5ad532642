import { runServer } from '../../src/main/run-server.ts';

/** The whole program without the console's build; it tells its address in one line. */
const server = await runServer(process.env, (text) => process.stderr.write(text));
if (server === undefined) process.exit(1);
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});
