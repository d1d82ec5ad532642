import { backlogLife } from './backlog-life.ts';
import { consequenceLife } from './consequence-life.ts';
import { assessmentLife, disputeLife } from './dispute-lives.ts';
import { homeVisitLife } from './home-visit-life.ts';
import { inspectionListLife } from './inspection-list-life.ts';
import { inspectionLife, programmeLife } from './inspection-lives.ts';
import { jointMeetingLife } from './joint-meeting-life.ts';
import { lettersLife } from './letters-life.ts';
import { commitmentLife, leaderLetterLife } from './promise-lives.ts';
import { publicPromiseLife } from './public-promise-life.ts';
import { replaceSection } from './readme-section.ts';
import { gapLife, recommendationLife, repairLife } from './recommendation-lives.ts';
import { postTaskLife, sponsoredCaseLife } from './sponsored-life.ts';
import { supervisionItemLife } from './supervision-item-life.ts';
import { festivalVisitLife, threePartyMeetingLife, wayOutLife } from './three-party-lives.ts';

/** The life of a record as a section of a README shows it. */
export interface ReadmeLife {
  /** The promise that it keeps, and whose life it is. */
  readonly of: string;
  /** Folder of the README, under `src/capabilities`. */
  readonly folder: string;
  readonly section: string;
  /** Markdown, made from the rules. */
  readonly diagram: () => string;
}

/** Every record whose life is walked through by its own rules. */
export const readmeLives: readonly ReadmeLife[] = [
  {
    of: 'C-1 a promise',
    folder: 'commitments',
    section: 'lifecycle',
    diagram: commitmentLife,
  },
  {
    of: 'R-6 a letter before its reader',
    folder: 'leader-letters',
    section: 'lifecycle',
    diagram: leaderLetterLife,
  },
  {
    of: 'S-6 a backlog case',
    folder: 'case-sponsorship',
    section: 'lifecycle',
    diagram: backlogLife,
  },
  {
    of: 'S-4 a three-party meeting',
    folder: 'case-sponsorship',
    section: 'meeting-life',
    diagram: threePartyMeetingLife,
  },
  {
    of: 'S-5 a way out',
    folder: 'case-sponsorship',
    section: 'way-out-life',
    diagram: wayOutLife,
  },
  {
    of: 'S-5 a visit before a festival',
    folder: 'case-sponsorship',
    section: 'festival-visit-life',
    diagram: festivalVisitLife,
  },
  {
    of: 'S-1 a case under a leader',
    folder: 'case-sponsorship/sponsored',
    section: 'case-life',
    diagram: sponsoredCaseLife,
  },
  {
    of: 'S-2 a task of the seven',
    folder: 'case-sponsorship/sponsored',
    section: 'task-life',
    diagram: postTaskLife,
  },
  {
    of: 'S-3 a home visit',
    folder: 'case-sponsorship/visits',
    section: 'lifecycle',
    diagram: homeVisitLife,
  },
  {
    of: 'S-4 a promise to many households',
    folder: 'case-sponsorship/public-promises',
    section: 'lifecycle',
    diagram: publicPromiseLife,
  },
  {
    of: 'U-1 a programme of inspections',
    folder: 'supervision',
    section: 'programme-life',
    diagram: programmeLife,
  },
  {
    of: 'U-1 an inspection',
    folder: 'supervision',
    section: 'inspection-life',
    diagram: inspectionLife,
  },
  {
    of: 'U-2 a supervision item',
    folder: 'supervision',
    section: 'items-life',
    diagram: supervisionItemLife,
  },
  {
    of: 'U-3 a listed case',
    folder: 'supervision',
    section: 'inspection-list-life',
    diagram: inspectionListLife,
  },
  {
    of: 'U-4 a ladder of letters',
    folder: 'supervision',
    section: 'letters-life',
    diagram: lettersLife,
  },
  {
    of: 'U-5 a consequence',
    folder: 'supervision',
    section: 'consequence-life',
    diagram: consequenceLife,
  },
  {
    of: 'U-6 a recommendation',
    folder: 'supervision',
    section: 'recommendation-life',
    diagram: recommendationLife,
  },
  {
    of: 'U-6 a policy gap',
    folder: 'supervision',
    section: 'gap-life',
    diagram: gapLife,
  },
  {
    of: 'U-6 a policy repair',
    folder: 'supervision',
    section: 'repair-life',
    diagram: repairLife,
  },
  {
    of: 'J-1 a joint meeting',
    folder: 'joint-meeting',
    section: 'lifecycle',
    diagram: jointMeetingLife,
  },
  {
    of: 'D-1 a dispute',
    folder: 'disputes',
    section: 'lifecycle',
    diagram: disputeLife,
  },
  {
    of: 'D-3 an assessment',
    folder: 'disputes',
    section: 'decision-lifecycle',
    diagram: assessmentLife,
  },
];

/** The folders whose READMEs show a life, each once. */
export const foldersWithLives: readonly string[] = [
  ...new Set(readmeLives.map(({ folder }) => folder)),
];

/**
 * Puts every life of a folder into its README as the rules are now.
 * @throws when a section is missing, or a status is never reached
 */
export const replaceLives = (folder: string, readme: string): string =>
  readmeLives
    .filter((life) => life.folder === folder)
    .reduce((text, { section, diagram }) => replaceSection(text, section, diagram()), readme);
