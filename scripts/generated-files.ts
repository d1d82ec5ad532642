import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dumpSchema } from '../src/platform/database/schema-dump.ts';
import { describeApi } from './describe-api.ts';
import { refusalsPage } from './refusals-page.ts';
import { replaceProceedingTables } from './proceeding-tables.ts';
import { replaceReceptionDiagram } from './reception-diagram.ts';
import { foldersWithLives, replaceLives } from './readme-lives.ts';
import { replaceStateDiagram } from './state-diagram.ts';

const root = path.resolve(import.meta.dirname, '..');

/** A committed file that a program writes. */
export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  /**
   * The whole text that the file should have.
   * @param url an owner login on a migrated, empty database
   */
  readonly make: (url: string) => Promise<string>;
}

const petitionsReadme = 'src/capabilities/petitions/README.md';
const receptionsReadme = 'src/capabilities/reception-days/README.md';
const hearingsReadme = 'src/capabilities/hearings-mediation/README.md';

/** All of them; a test compares each with what is committed. */
export const generatedFiles: readonly GeneratedFile[] = [
  // First: what follows leaves rows behind, never tables.
  { path: 'db/schema.sql', make: dumpSchema },
  { path: 'openapi.json', make: describeApi },
  { path: 'docs/refusals.md', make: () => Promise.resolve(refusalsPage()) },
  {
    path: petitionsReadme,
    make: async () => replaceStateDiagram(await committed(petitionsReadme)),
  },
  {
    path: hearingsReadme,
    make: async () => replaceProceedingTables(await committed(hearingsReadme)),
  },
  {
    path: receptionsReadme,
    make: async () => replaceReceptionDiagram(await committed(receptionsReadme)),
  },
  ...foldersWithLives.map((folder): GeneratedFile => {
    const file = `src/capabilities/${folder}/README.md`;
    return { path: file, make: async () => replaceLives(folder, await committed(file)) };
  }),
];

/** What is committed; an absent file is an empty one. */
export const committed = (file: string): Promise<string> =>
  readFile(path.join(root, file), 'utf8').catch(() => '');
