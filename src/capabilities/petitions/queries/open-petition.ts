import type { StaffActor } from '../../../kernel/actor.ts';
import { countLocalClock } from '../../../kernel/local-profiles.ts';
import { daysBetween, localDateOf } from '../../../kernel/local-date.ts';
import { announcedUntil } from '../../../kernel/paper-flow.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import { localClocksOf } from '../local-clocks.ts';
import { isVisible, mayReveal } from '../policy.ts';
import { internalPapers, project, type Projection } from '../projection.ts';
import type { PetitionView } from '../view.ts';
import { viewAfterwards } from './afterwards-view.ts';
import { allowancesOf, stepsOn, type Asking } from './allowances.ts';
import { unitNamed, viewClock, viewLocalClock } from './clock-view.ts';
import type { PetitionReads } from './deps.ts';
import { detailsOf, type Content } from './details.ts';
import { openFolder, type Folder } from './folder.ts';
import { levelsOf, noLevels } from './levels-view.ts';
import { nextStep } from './next-step.ts';
import { maskPerson } from './people.ts';
import { reachOf } from './reach.ts';
import { numbersOfRelated, viewRelations } from './related.ts';
import { reviewsOf } from './reviews.ts';
import { tellStory } from './timeline.ts';
import { viewUrgent } from './urgent-view.ts';

/**
 * A petition as one reader sees it: one read transaction, row-level security first, `policy` second.
 * @param now epoch ms, for colours and days
 * @returns null when there is no such petition for this reader (404, never 403)
 */
export async function openPetitionView(
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<PetitionView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const [folder, organisation] = await Promise.all([
      openFolder(tx, deps.vault, petitionId),
      deps.organisation(tx),
    ]);
    if (folder === null || !isVisible(actor, folder.petition)) return null;
    const calendar = deps.calendar(folder.petition.calendarVersion);
    const numbers = await numbersOfRelated(tx, folder.petition);
    return viewOf(folder, {
      asking: {
        actor,
        now,
        calendar,
        units: organisation,
        holdsPost: organisation.holdsPost,
        ...(deps.practice === undefined ? {} : { practice: deps.practice }),
      },
      organisation,
      projection: project(folder.petition, calendar),
      relations: viewRelations(folder.petition, numbers, folder.words, organisation),
    });
  });
}

interface Seeing {
  readonly asking: Asking;
  readonly organisation: OrganisationSnapshot;
  readonly projection: Projection;
  readonly relations: PetitionView['relations'];
}

function viewOf(folder: Folder, seeing: Seeing): PetitionView {
  const { petition, words } = folder;
  const { asking, organisation, projection } = seeing;
  const { actor, now } = asking;
  const whole = reachOf(actor, petition) === 'whole';
  const unit = (id: string) => unitNamed(organisation, id);
  const name = (id: string): string => unit(id).name;
  const mine = (unitId: string): boolean => whole || actor.readingUnits.includes(unitId);
  const content = words.open<Content>(petition.content);
  const allowances = allowancesOf(petition, asking);
  const rows = [...projection.byUnit, ...projection.byHandler];
  const row = rows.find(({ reader }) => [actor.unitId, actor.userId].includes(reader));
  const tasks = petition.tasks.filter((task) => mine(task.unit));
  const clocks = projection.clocks.filter((clock) => mine(clock.holder));
  const clock = whole ? projection.clock : (row?.clock ?? null);
  const reveals = mayReveal(actor, petition);
  const { report } = petition;
  const link = report === null ? undefined : petition.chain[report.link];
  return {
    id: petition.id,
    version: petition.version,
    number: petition.number,
    title: content?.title ?? '',
    text: whole ? (content?.text ?? '') : '',
    details: whole ? detailsOf(content, petition, organisation) : {},
    status: petition.status,
    channel: petition.channel,
    purpose: petition.purpose,
    category: petition.category,
    urgency: petition.urgency,
    region: { code: petition.regionCode, name: organisation.regionName(petition.regionCode) },
    registeredAt: petition.registeredAt,
    receivedAt: petition.receivedAt,
    daysSinceRegistration: daysBetween(localDateOf(petition.registeredAt), localDateOf(now)),
    round: petition.round,
    mixed: petition.mixed,
    accusedUnits: whole ? [...petition.accusedUnits] : [],
    anonymous: petition.anonymous,
    electronicService: petition.electronicService,
    personCount: petition.personCount,
    office: unit(petition.office),
    holder: unit(petition.holder),
    officer:
      petition.officer === null
        ? null
        : { id: petition.officer, name: organisation.userName(petition.officer) },
    chain: whole
      ? petition.chain.map((each) => ({ ...each, from: name(each.from), to: name(each.to) }))
      : [],
    clock: clock === null ? null : viewClock(clock, organisation, now),
    clocks: [
      ...clocks.map((each) => viewClock(each, organisation, now)),
      ...localClocksOf(petition)
        .filter((each) => mine(each.holder))
        .map((each) => viewLocalClock(countLocalClock(each, asking.calendar), organisation, now)),
    ],
    next: nextStep(row?.tasks ?? [], allowances, petition),
    allowances,
    demands: petition.demands.map((demand) => ({
      id: demand.id,
      text: words.text(demand.text) ?? '',
      outcome: demand.outcome,
      execution:
        demand.execution === null
          ? null
          : { ...demand.execution, responsible: words.text(demand.execution.responsible) ?? '' },
    })),
    people: whole || reveals ? petition.people.map((ref) => maskPerson(ref, words)) : [],
    mayReveal: reveals,
    attachments: whole
      ? petition.attachments.map((each) => ({
          id: each.id,
          name: words.open<{ readonly name: string }>(each.name)?.name ?? '',
          mediaType: each.mediaType,
          size: each.size,
        }))
      : [],
    papers: petition.papers
      .filter((paper) => mine(paper.issuer))
      .map((paper) => ({
        id: paper.id,
        kind: paper.kind,
        stage: paper.stage,
        issuer: unit(paper.issuer),
        draftedBy: drafterOf(paper.draftedBy, organisation),
        number: paper.number,
        sealedAt: paper.sealedAt,
        rendered: paper.rendered,
        servedAt: paper.servedAt,
        servedBy: paper.servedBy,
        announcedUntil: paper.announcedAt === undefined ? null : announcedUntil(paper.announcedAt),
        internal: internalPapers.has(paper.kind),
        // A letter between units has arrived with its seal: there is nothing to serve.
        steps: stepsOn(paper, petition, asking).filter(
          (step) => step !== 'servePaper' || !internalPapers.has(paper.kind),
        ),
      })),
    tasks: tasks.map((task) => ({
      ...task,
      unit: unit(task.unit),
      text: words.text(task.text) ?? '',
    })),
    conclusion:
      petition.conclusion === null
        ? null
        : {
            ...petition.conclusion,
            explanation: whole ? words.text(petition.conclusion.explanation) : null,
            continuedIn: seeing.relations
              .map(({ id }) => id)
              .filter((id) => petition.conclusion?.continuedIn.includes(id)),
          },
    outcome: petition.outcome,
    relations: whole ? seeing.relations : [],
    group: { isHead: petition.groupHead, head: petition.group?.head ?? null },
    report:
      !whole || report === null || link === undefined
        ? null
        : { stage: report.stage, from: name(link.from), to: name(link.to) },
    withdrawal: petition.withdrawal,
    workOrderReports: whole
      ? petition.workOrderReports.map((sent) => ({
          ...sent,
          text: words.text(sent.text) ?? '',
          reason: words.text(sent.reason),
        }))
      : [],
    ...(whole ? levelsOf(petition, unit, (text) => words.text(text)) : noLevels),
    urgentReports: whole ? viewUrgent(petition, organisation, (text) => words.text(text)) : [],
    simple: petition.simple,
    adoption: petition.adoption,
    honours: whole
      ? petition.honours.map(({ at, text }) => ({ at, text: words.text(text) ?? '' }))
      : [],
    reviews: whole ? reviewsOf(petition, name) : [],
    procedureEndedAt: petition.procedureEnded?.at ?? null,
    roundReason: petition.roundCause?.reason ?? null,
    afterwards: whole
      ? viewAfterwards(petition, words, {
          now,
          calendar: asking.calendar,
          units: organisation,
          practice: asking.practice,
        })
      : null,
    timeline: tellStory(folder, {
      names: {
        unit: name,
        user: (id) => organisation.userName(id),
        category: (code) => organisation.categoryName(code),
      },
      tasks: whole ? null : new Set(tasks.map((task) => task.id)),
    }),
  };
}

const drafterOf = (actor: string, organisation: OrganisationSnapshot): string =>
  actor.startsWith('staff:') ? organisation.userName(actor.slice('staff:'.length)) : '';
