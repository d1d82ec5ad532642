import { keeps } from './budgets.ts';
import { prepareData } from './data/index.ts';
import { startProgram } from './program.ts';
import { scenarios } from './scenarios/index.ts';
import type { Figure } from './scenarios/scenario.ts';
import { readSettings } from './settings.ts';
import { tableOf, writeMeasurements } from './measurements.ts';

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
    const measured = await scenario.run({ settings, program });
    write(tableOf(measured));
    figures.push(...measured);
  } finally {
    await program.stop();
  }
}
if (!settings.dry) writeMeasurements(figures, settings.size);
const missed = figures.filter((figure) => !keeps(figure));
for (const { name } of missed) write(`missed: ${name}\n`);
process.exit(missed.length === 0 ? 0 : 1);
