import {
  changeSetting,
  getInstallation,
  getSetting,
  type Organisation,
} from '../../capabilities/identity-organisation/index.ts';
import { tendRatings } from '../../capabilities/petitions/index.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Core } from '../core.ts';
import { demoActor, foundCounty } from './county/found.ts';
import { playCommitments } from './commitments/play.ts';
import { enterReviewBodies } from './county/review-bodies.ts';
import { demoPassword } from './county/people.ts';
import type { CategoryOf } from './matter.ts';
import { planGroup } from './group.ts';
import { planExamples } from './examples/plan.ts';
import { playInspections } from './inspections.ts';
import { playRecommendations } from './recommendations.ts';
import { playBacklog } from './backlog.ts';
import { playJointMeetings } from './joint-meetings.ts';
import { playMeetings } from './meetings.ts';
import { playPublicPromises } from './public-promises.ts';
import { playInspectionList } from './inspection-list.ts';
import { planSponsored } from './sponsored/plan.ts';
import { playSponsored } from './sponsored/play.ts';
import { playHomeVisits } from './home-visits.ts';
import { playDisputes } from './disputes/play.ts';
import { playLetters } from './letters.ts';
import { playReports } from './reports.ts';
import { playSupervisionLetters } from './supervision-letters.ts';
import { planLaggard } from './supervision/laggard.ts';
import { playMustChecks } from './supervision/must-checks.ts';
import { planReviews } from './examples/reviews.ts';
import { planTales, type PlanOptions } from './plan.ts';
import { playAll } from './play.ts';
import { playHall } from './receptions/hall-play.ts';
import { playReceptionPlans } from './receptions/plan-play.ts';
import { playProceedings } from './proceedings/play.ts';

/** How far the making has come; steps are commands. */
export interface DemoProgress {
  readonly done: number;
  readonly total: number;
  /** Petitions that there will be. */
  readonly petitions: number;
  /** Milliseconds still to go; nothing before anything can be said. */
  readonly left: number | null;
}

export interface DemoOptions {
  readonly core: Core;
  /** Epoch ms around which everything is dated; a demo begun earlier keeps its own. */
  readonly now: number;
  /** Petitions; 2,000 unless told. */
  readonly size?: number;
  readonly seed?: number;
  readonly onProgress?: (progress: DemoProgress) => void;
}

export interface Demo {
  readonly password: string;
  readonly petitions: number;
}

/** What was begun: kept so that an interrupted demo goes on with the same tales. */
export interface Begun {
  readonly now: number;
  readonly size: number;
  readonly seed: number;
  readonly finished: boolean;
}

/** The setting that keeps what was begun. */
export const demoSetting = 'demo-county';
const key = demoSetting;

/** Whether a demo was begun here, and whether it is complete. */
export async function findDemo(core: Core): Promise<'none' | 'begun' | 'finished'> {
  const begun = (await getSetting(core.identity, key)) as Begun | undefined;
  if (begun === undefined) return 'none';
  return begun.finished ? 'finished' : 'begun';
}

/**
 * Makes the demo county with its petitions, or goes on making it, by the real commands.
 * @returns the password of everybody; refusal `already-set-up` where others work already
 */
export async function createDemo(options: DemoOptions): Promise<Result<Demo, Refusal>> {
  const { core } = options;
  const { identity } = core;
  const before = (await getSetting(identity, key)) as Begun | undefined;
  if (before === undefined && (await getInstallation(identity)).setUp) {
    return refuse('already-set-up');
  }
  const { now, size = 2_000, seed = 1 } = options;
  const begun: Begun = before ?? { now, size, seed, finished: false };
  if (begun.finished) return ok({ password: demoPassword, petitions: begun.size });
  if (before === undefined) {
    const noted = await changeSetting(identity, demoActor, key, begun);
    if (!noted.ok) return noted;
  }
  const founded = await foundCounty(identity);
  if (!founded.ok) return founded;
  const organisation = founded.value;
  const bodies = await enterReviewBodies(core, organisation);
  if (!bodies.ok) return bodies;
  const plan: PlanOptions = {
    ...begun,
    calendar: core.petitions.calendar(),
    categoryOf: categoriesOf(organisation),
  };
  const tales = [
    ...planTales(plan),
    ...planExamples(plan),
    planGroup(plan),
    ...planReviews(plan),
    ...planSponsored(plan),
    ...planLaggard(plan),
  ];
  const total = tales.reduce((sum, { steps }) => sum + steps.length, 0);
  const petitions = tales.reduce((sum, tale) => sum + tale.petitions, 0);
  const started = performance.now();
  let done = 0;
  const played = await playAll(tales, { core, organisation, seed: begun.seed }, () => {
    done += 1;
    const spent = performance.now() - started;
    const left = done < 50 ? null : (spent / done) * (total - done);
    options.onProgress?.({ done, total, petitions, left });
  });
  if (!played.ok) return played;
  await playProceedings({ core, organisation, ...begun });
  await playCommitments({ core, organisation, ...begun });
  await playInspections({ core, organisation, ...begun });
  await playRecommendations({ core, organisation, ...begun });
  await playSupervisionLetters({ core, organisation, ...begun });
  await playLetters({ core, organisation, ...begun });
  await playBacklog({ core, organisation, ...begun });
  await playJointMeetings({ core, organisation, ...begun });
  await playMeetings({ core, organisation, ...begun });
  await playPublicPromises({ core, organisation, ...begun });
  await playInspectionList({ core, organisation, ...begun });
  await playSponsored({ core, organisation, ...begun });
  await playHomeVisits({ core, organisation, ...begun });
  await playDisputes({ core, organisation, ...begun, categoryOf: categoriesOf(organisation) });
  await playReceptionPlans({ core, organisation, ...begun });
  await playHall({ core, organisation, ...begun });
  // Windows that have long been over, as the worker would have closed them each morning.
  await tendRatings(core.petitions, new AbortController().signal);
  await playMustChecks({ core, organisation, ...begun });
  await playReports({ core, organisation, ...begun });
  const finished = await changeSetting(identity, demoActor, key, { ...begun, finished: true });
  return finished.ok ? ok({ password: demoPassword, petitions }) : finished;
}

/** Codes by the names of the built-in categories. */
export function categoriesOf(organisation: Organisation): CategoryOf {
  return (names) => {
    const codes: string[] = [];
    for (const name of names) {
      const parent = codes.at(-1) ?? null;
      const found = organisation.categories.find(
        (category) => category.name === name && category.parentCode === parent,
      );
      if (found === undefined) throw new Error(`no category ${names.join('/')}`);
      codes.push(found.code);
    }
    const [first = '', second = null, third = null] = codes;
    return { first, second, third };
  };
}
