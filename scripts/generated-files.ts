import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dumpSchema } from '../src/platform/database/schema-dump.ts';
import { describeApi } from './describe-api.ts';
import { refusalsPage } from './refusals-page.ts';
import { replaceProceedingTables } from './proceeding-tables.ts';
import { replaceReceptionDiagram } from './reception-diagram.ts';
import { replaceMeetingLife } from './meeting-life.ts';
import { replaceBacklogLife } from './backlog-life.ts';
import { replaceVisitLife } from './visit-life.ts';
import { replaceSponsoredLives } from './sponsored-life.ts';
import { replaceCommitmentLife, replaceLetterLife } from './promise-lives.ts';
import { replaceDisputeLives } from './dispute-lives.ts';
import { replaceSupervisionLives } from './supervision-lives.ts';
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
const commitmentsReadme = 'src/capabilities/commitments/README.md';
const lettersReadme = 'src/capabilities/leader-letters/README.md';
const sponsorshipReadme = 'src/capabilities/case-sponsorship/README.md';
const visitsReadme = 'src/capabilities/case-sponsorship/visits/README.md';
const sponsoredReadme = 'src/capabilities/case-sponsorship/sponsored/README.md';
const supervisionReadme = 'src/capabilities/supervision/README.md';
const disputesReadme = 'src/capabilities/disputes/README.md';
const meetingsReadme = 'src/capabilities/joint-meeting/README.md';
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
  {
    path: disputesReadme,
    make: async () => replaceDisputeLives(await committed(disputesReadme)),
  },
  {
    path: commitmentsReadme,
    make: async () => replaceCommitmentLife(await committed(commitmentsReadme)),
  },
  {
    path: sponsorshipReadme,
    make: async () => replaceBacklogLife(await committed(sponsorshipReadme)),
  },
  { path: visitsReadme, make: async () => replaceVisitLife(await committed(visitsReadme)) },
  {
    path: sponsoredReadme,
    make: async () => replaceSponsoredLives(await committed(sponsoredReadme)),
  },
  {
    path: supervisionReadme,
    make: async () => replaceSupervisionLives(await committed(supervisionReadme)),
  },
  {
    path: meetingsReadme,
    make: async () => replaceMeetingLife(await committed(meetingsReadme)),
  },
  { path: lettersReadme, make: async () => replaceLetterLife(await committed(lettersReadme)) },
];

/** What is committed; an absent file is an empty one. */
export const committed = (file: string): Promise<string> =>
  readFile(path.join(root, file), 'utf8').catch(() => '');
