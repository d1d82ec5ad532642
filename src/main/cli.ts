import { rebuildCommitments } from '../capabilities/commitments/index.ts';
import { rebuildAssessments, rebuildDisputes } from '../capabilities/disputes/index.ts';
import { rebuildProceedings } from '../capabilities/hearings-mediation/index.ts';
import { compareOrganisation } from '../capabilities/identity-organisation/index.ts';
import {
  consequenceKind,
  listingKind,
  rebuildLetters,
  rebuildOwnRecords,
  rebuildSupervision,
} from '../capabilities/supervision/index.ts';
import {
  backlogKind,
  rebuildSponsored,
  rebuildPublicPromises,
  sponsoredKind,
  visitKind,
  festivalVisitKind,
  meetingKind,
  wayOutKind,
} from '../capabilities/case-sponsorship/index.ts';
import { letterKind } from '../capabilities/leader-letters/index.ts';
import { rebuildCases, rebuildPetitions } from '../capabilities/petitions/index.ts';
import { rebuildMeetings } from '../capabilities/joint-meeting/index.ts';
import { rebuildReceptions } from '../capabilities/reception-days/index.ts';
import { rebuildReviews } from '../capabilities/review/index.ts';
import { rebuildFacts, rebuildReports } from '../capabilities/statistics/index.ts';
import { composeCore } from './core.ts';
import { runDistribute } from './distribute.ts';
import { runImport } from './import/index.ts';
import { runMigrate } from './migrate.ts';
import { openAll } from './open.ts';
import { runRotateKeys } from './rotate-keys.ts';

const write = (text: string): boolean => process.stdout.write(text);

/** `npm run rebuild [-- --check]`: folds everything again and compares or writes (L-1). */
async function runRebuild(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const opened = await openAll(process.env, 'tool');
  if (!opened.ok) {
    for (const { zh, en } of opened.refusal) write(`${zh}\n${en}\n`);
    return 1;
  }
  const { database, keys, config } = opened.value;
  let stopCore = (): void => undefined;
  try {
    const core = await composeCore({
      db: database.db,
      keys,
      dataDir: config.dataDir,
      publicUrl: '',
    });
    stopCore = core.stop;
    const mode = check ? 'check' : 'write';
    const faults = [
      ...(await rebuildPetitions(core.petitions, mode, (done) => write(`\r${done}`))),
      ...(await rebuildReviews(core.petitions, mode)),
      ...(await rebuildProceedings(core.petitions, mode)),
      ...(await rebuildOwnRecords(core.petitions, mode)),
      ...(await rebuildReceptions(core.petitions, mode)),
      ...(await rebuildMeetings(core.petitions, mode)),
      ...(await rebuildCommitments(core.petitions, mode)),
      ...(await rebuildSupervision(core.supervision, mode)),
      ...(await rebuildLetters(core.petitions, mode)),
      ...(await rebuildDisputes(core.petitions, mode)),
      ...(await rebuildAssessments(core.petitions, mode)),
      ...(await rebuildCases(core.petitions, consequenceKind, mode)),
      ...(await rebuildCases(core.petitions, letterKind, mode)),
      ...(await rebuildCases(core.petitions, backlogKind, mode)),
      ...(await rebuildCases(core.petitions, visitKind, mode)),
      ...(await rebuildCases(core.petitions, listingKind, mode)),
      ...(await rebuildCases(core.petitions, sponsoredKind, mode)),
      ...(await rebuildSponsored(core.petitions, mode)),
      ...(await rebuildCases(core.petitions, meetingKind, mode)),
      ...(await rebuildCases(core.petitions, wayOutKind, mode)),
      ...(await rebuildCases(core.petitions, festivalVisitKind, mode)),
      ...(await rebuildPublicPromises(core.petitions, mode)),
      ...(await rebuildFacts(core.statistics, mode)),
      ...(await rebuildReports(core.petitions, mode)),
    ];
    const scope = { actor: 'system:rebuild', units: [], roles: ['system'] };
    const organisation = await database.db.withActor(scope, 'write', (tx) =>
      compareOrganisation(tx),
    );
    write('\n');
    for (const fault of faults) write(`${fault.streamId}  ${fault.what}  ${fault.detail}\n`);
    for (const fault of organisation) write(`organisation  ${JSON.stringify(fault)}\n`);
    const count = faults.length + organisation.length;
    write(
      count === 0
        ? '全部一致。Everything agrees with the record.\n'
        : `${count} 处不一致。${count} differences.\n`,
    );
    return count === 0 ? 0 : 2;
  } finally {
    stopCore();
    await database.close();
  }
}

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  migrate: () => runMigrate(process.env, write),
  distribute: () => runDistribute(process.env, write),
  import: (args) => runImport(process.env, args, write),
  rebuild: runRebuild,
  'rotate-keys': (args) => runRotateKeys(process.env, args, write),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  write(`用法 Usage: ${Object.keys(commands).join(' | ')}\n`);
  process.exit(64);
}
process.exit(await command(args));
