import { createLog } from '../platform/log/log.ts';
import { openAll } from './open.ts';
import { startWorker } from './worker.ts';

/** The worker in a process of its own: rendering and sending never make a request wait. */
let end = (): void => process.exit(0);
// The server's end is the worker's end, also when the server is killed while the worker begins.
process.once('disconnect', () => end());
process.once('SIGTERM', () => end());
process.once('SIGINT', () => end());

const opened = await openAll(process.env, 'worker');
if (!opened.ok) {
  for (const { zh, en } of opened.refusal) process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}
const { config, database } = opened.value;
const worker = await startWorker(opened.value, createLog({ level: config.logLevel }));

let ending = false;
end = () => {
  if (ending) return;
  ending = true;
  void worker
    .stop()
    .then(() => database.close())
    .finally(() => process.exit(0));
};
if (process.connected) process.send?.('ready');
