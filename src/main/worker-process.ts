import { createLog } from '../platform/log/log.ts';
import { openAll } from './open.ts';
import { startWorker } from './worker.ts';

/** The worker in a process of its own: rendering and sending never make a request wait. */
const opened = await openAll(process.env, 'tool');
if (!opened.ok) {
  for (const { zh, en } of opened.refusal) process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}
const log = createLog({ level: opened.value.config.logLevel });
const worker = await startWorker(opened.value, log);
process.send?.('ready');

let ending = false;
const end = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  await worker.stop();
  await opened.value.database.close();
  process.exit(0);
};
// The server's end is the worker's end, also when the server was killed.
process.on('disconnect', () => void end());
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
