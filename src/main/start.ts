import { buildConsoleIfStale } from './build-console.ts';
import { makeDemo } from './make-demo.ts';
import { runServer } from './run-server.ts';

/** `npm start`: the whole program, on the embedded database unless told otherwise. */
const write = (text: string): boolean => process.stdout.write(text);

await buildConsoleIfStale(write);
const server = await runServer(process.env, write);
if (server === undefined) process.exit(1);

write(
  [
    '',
    `  回音 Huiyin   ${server.url}`,
    `  市民门户 for citizens:      ${server.url}/`,
    `  工作台   for the office:    ${server.url}/console/`,
    '',
    '',
  ].join('\n'),
);

if (process.argv.includes('--demo')) await makeDemo(server.core, write, process.stdout.isTTY);

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  void server.close().then(() => process.exit(0));
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
