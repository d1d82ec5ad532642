import { keeps } from './budgets.ts';
import { prepareData } from './data/index.ts';
import { machineTime, ownTime } from './cpu.ts';
import { startProgram, type Program } from './program.ts';
import { scenarios } from './scenarios/index.ts';
import type { Figure } from './scenarios/scenario.ts';
import { readSettings } from './settings.ts';
import { tableOf, writeMeasurements } from './measurements.ts';

/** What else the machine did meanwhile: a figure is only as good as this one is near nothing. */
function watchOthers(program: Program): (scenario: string) => Figure {
  const ours = (): number => {
    const { server, worker, database } = program.cpu();
    return server + worker + database + ownTime();
  };
  const [begun, own, all] = [performance.now(), ours(), machineTime()];
  return (scenario) => ({
    name: `${scenario}.cores-taken-by-others`,
    value: Math.max(0, machineTime() - all - (ours() - own)) / (performance.now() - begun),
    unit: '×',
  });
}

process.on('exit', (code) => {
  // Node's own code for a program that waits for what never comes.
  if (code === 13) process.stderr.write('the bench waits for something that will never come\n');
});

/** `npm run bench`: loads the data once, measures each scenario on a fresh copy, holds the budgets. */
const settings = readSettings(process.argv.slice(2));
const write = (text: string): boolean => process.stdout.write(text);
const wanted = scenarios.filter(
  ({ name }) => settings.scenarios.length === 0 || settings.scenarios.includes(name),
);
await prepareData(settings.data, settings.size, write);
const figures: Figure[] = [];
for (const scenario of wanted) {
  const dataDir = await prepareData(settings.data, settings.size, write);
  const program = await startProgram(dataDir, settings.node);
  try {
    write(`${scenario.name} …\n`);
    const others = watchOthers(program);
    const measured = [...(await scenario.run({ settings, program })), others(scenario.name)];
    write(tableOf(measured));
    figures.push(...measured);
  } finally {
    await program.stop();
  }
}
const valueOf = (name: string): number | undefined =>
  figures.find((figure) => figure.name === name)?.value;
const [reached, ceiling] = [valueOf('registration.staff'), valueOf('ceiling')];
if (reached !== undefined && ceiling !== undefined) {
  figures.push({ name: 'registration.of-ceiling', value: reached / ceiling, unit: '×' });
}
if (!settings.dry) writeMeasurements(figures, settings.size);
const missed = figures.filter((figure) => !keeps(figure));
for (const { name } of missed) write(`missed: ${name}\n`);
process.exit(missed.length === 0 ? 0 : 1);
