import {
  loadOrganisation,
  getSetting,
  type Organisation,
} from '../../../capabilities/identity-organisation/index.ts';
import { setStream } from '../../../platform/database/index.ts';
import type { ExampleNames } from '../../../platform/http/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId, lookupCode } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { categoriesOf, demoSetting, type Begun } from '../create.ts';
import { commitmentNames } from '../commitments/play.ts';
import { inspectionNames } from '../inspections.ts';
import { recommendationNames } from '../recommendations.ts';
import { backlogNames } from '../backlog.ts';
import { jointMeetingNames } from '../joint-meetings.ts';
import { meetingNames } from '../meetings.ts';
import { publicPromiseNames } from '../public-promises.ts';
import { inspectionListNames } from '../inspection-list.ts';
import { sponsoredNames } from '../sponsored/play.ts';
import { homeVisitNames } from '../home-visits.ts';
import { disputeNames } from '../disputes/play.ts';
import { letterNames } from '../letters.ts';
import { reportNames } from '../reports.ts';
import { supervisionLetterNames } from '../supervision-letters.ts';
import { supervisionNames } from '../supervision/must-checks.ts';
import { factsOf, staffOf } from '../play.ts';
import type { DatedTale } from '../plan.ts';
import { proceedingNames } from '../proceedings/names.ts';
import { bodyEntryId } from '../county/review-bodies.ts';
import { hallNames } from '../receptions/hall-names.ts';
import { receptionNames } from '../receptions/names.ts';
import { planExamples } from './plan.ts';
import { planReviews } from './reviews.ts';

type Data = Readonly<Record<string, unknown>>;
type Known = ReadonlyMap<string, string>;

const scope = { actor: 'system:demo', units: [], roles: ['system'] };
const none: ExampleNames = () => undefined;

/**
 * How the demo county of this installation calls what examples name. Asked again after the demo is
 * there; once known it stays.
 * @returns a look-up that knows nothing where there is no complete demo
 */
export function demoExampleNames(core: Core): () => Promise<ExampleNames> {
  let known: Promise<ExampleNames> | undefined;
  return async () => {
    if (known !== undefined) return known;
    const begun = (await getSetting(core.identity, demoSetting)) as Begun | undefined;
    if (begun?.finished !== true) return none;
    known = findNames(core, begun);
    // What failed is tried again.
    known.catch(() => (known = undefined));
    return known;
  };
}

async function findNames(core: Core, begun: Begun): Promise<ExampleNames> {
  const organisation = await core.db.withActor(scope, 'read', loadOrganisation);
  const tales = planExamples({
    ...begun,
    calendar: core.petitions.calendar(),
    categoryOf: categoriesOf(organisation),
  });
  const known = new Map<string, string>();
  for (const user of organisation.users) known.set(`user:${user.userName}`, user.userId);
  for (const tale of tales) {
    for (const [name, value] of await namesOf(core, begun, organisation, tale)) {
      known.set(name, value);
    }
  }
  const example = known.get('petition:proceedings');
  for (const [name, value] of proceedingNames(core, organisation, example)) known.set(name, value);
  for (const tale of planReviews({
    ...begun,
    calendar: core.petitions.calendar(),
    categoryOf: categoriesOf(organisation),
  })) {
    for (const [name, value] of await namesOfReview(core, begun, organisation, tale)) {
      known.set(name, value);
    }
  }
  for (const [name, value] of receptionNames(core, organisation)) known.set(name, value);
  const pastDay = known.get('reception-day:past') ?? '';
  const proof = (await recordOf(core, pastDay)).find(
    ({ type }) => type === 'NoticeChannelRecorded',
  );
  const { file } = (proof?.data ?? {}) as { readonly file?: { readonly id: string } };
  if (file !== undefined) known.set('attachment:reception-proof', file.id);
  for (const [name, value] of hallNames(core, organisation)) known.set(name, value);
  known.set('review-body:endReviewBody', bodyEntryId(core, ['housing', 'review', 'city-housing']));
  for (const [name, value] of await commitmentNames(core)) known.set(name, value);
  for (const [name, value] of await supervisionLetterNames(core, organisation, begun)) {
    known.set(name, value);
  }
  for (const [name, value] of disputeNames(core, organisation)) known.set(name, value);
  for (const [name, value] of [
    ...(await inspectionNames(core, organisation)),
    ...(await recommendationNames(core, organisation)),
  ]) {
    known.set(name, value);
  }
  for (const [name, value] of letterNames(core, organisation, begun)) known.set(name, value);
  for (const [name, value] of reportNames(core, organisation, begun)) known.set(name, value);
  for (const [name, value] of await sponsoredNames(core, organisation, begun)) {
    known.set(name, value);
  }
  for (const [name, value] of [
    ...(await backlogNames(core, organisation, begun)),
    ...(await homeVisitNames(core, organisation, begun)),
  ]) {
    known.set(name, value);
  }
  for (const [name, value] of await jointMeetingNames(core, organisation)) known.set(name, value);
  for (const [name, value] of inspectionListNames(core, organisation, begun)) {
    known.set(name, value);
  }
  for (const [name, value] of supervisionNames(core)) known.set(name, value);
  for (const [name, value] of await meetingNames(core, organisation, begun)) {
    known.set(name, value);
  }
  for (const [name, value] of publicPromiseNames(core, organisation)) known.set(name, value);
  return (kind, of) => known.get(`${kind}:${of}`);
}

const recordOf = (core: Core, id: string): Promise<readonly RecordedEvent[]> =>
  core.db.withActor(scope, 'read', async (tx) => {
    await setStream(tx, id);
    return loadEvents(tx, id);
  });

/** The review of a scene, its petition, its newest paper and the first demand. */
async function namesOfReview(
  core: Core,
  { seed }: Begun,
  organisation: Organisation,
  tale: DatedTale,
): Promise<Known> {
  const scene = tale.name.replace('review ', '');
  const known = new Map<string, string>();
  const sender = `staff:${staffOf(organisation, 'clerk').userId}`;
  const petition = deriveId(core.keys, sender, 'register', `demo:${seed}:${tale.index}:0`);
  known.set(`review-petition:${scene}`, petition);
  const born = ((await recordOf(core, petition))[0]?.data ?? {}) as Data;
  const demand = ((born['demands'] as readonly Data[] | undefined) ?? [])[0]?.['id'];
  if (typeof demand === 'string') known.set(`review-demand:${scene}`, demand);
  const at = tale.steps.findLastIndex(({ deed }) => deed.opensReview === true);
  if (at < 0) return known;
  const review = deriveId(core.keys, 'system:demo', 'review', `${seed}:${tale.index}:${at}`);
  known.set(`review:${scene}`, review);
  const events = await recordOf(core, review);
  const drafted = events.findLast(({ type }) => type === 'PaperDrafted')?.data as Data | undefined;
  const paper = drafted?.['paperId'];
  if (typeof paper === 'string') known.set(`review-paper:${scene}`, paper);
  const files = (events[0]?.data as Data | undefined)?.['attachments'];
  const file = Array.isArray(files) ? (files as readonly Data[])[0]?.['id'] : undefined;
  if (typeof file === 'string') known.set(`review-attachment:${scene}`, file);
  return known;
}

/** All that the record of a scene's petition can be asked for. */
async function namesOf(
  core: Core,
  { seed }: Begun,
  organisation: Organisation,
  tale: DatedTale,
): Promise<Known> {
  const scene = tale.name.replace('example ', '');
  const known = new Map<string, string>();
  for (const [at, step] of tale.steps.entries()) {
    const key = `demo:${seed}:${tale.index}:${at}`;
    const sender = `staff:${staffOf(organisation, 'clerk').userId}`;
    // Each petition begins with its registration.
    if (tale.steps.findIndex(({ petition }) => petition === step.petition) !== at) continue;
    const id = deriveId(core.keys, sender, 'register', key);
    if (step.petition === 'other') {
      known.set(`other-petition:${scene}`, id);
      continue;
    }
    const events = await core.db.withActor(scope, 'read', async (tx) => {
      await setStream(tx, id);
      return loadEvents(tx, id);
    });
    known.set(`petition:${scene}`, id);
    known.set(`lookup-code:${scene}`, lookupCode(core.keys, id, 1));
    for (const [kind, value] of recorded(events)) known.set(`${kind}:${scene}`, value);
    const { demands } = factsOf(organisation, step.at, events);
    if (demands[1] !== undefined) known.set(`demand:${scene}/2`, demands[1]);
  }
  return known;
}

function recorded(events: readonly RecordedEvent[]): [string, string][] {
  const newest = (type: string): Data =>
    (events.findLast((event) => event.type === type)?.data ?? {}) as Data;
  const first = (data: Data, list: string): Data =>
    ((data[list] as readonly Data[] | undefined) ?? [])[0] ?? {};
  const born = (events[0]?.data ?? {}) as Data;
  const found: [string, unknown][] = [
    ['number', born['number']],
    ['demand', first(born, 'demands')['id']],
    ['person', first(born, 'people')['id']],
    ['paper', newest('PaperDrafted')['paperId']],
    ['relation', newest('PetitionRelated')['relationId']],
    ['task', newest('TaskGiven')['taskId']],
    ['attachment', first(newest('MaterialAdded'), 'attachments')['id']],
  ];
  return found.flatMap(([kind, value]) => (typeof value === 'string' ? [[kind, value]] : []));
}
