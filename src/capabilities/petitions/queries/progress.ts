import type { PetitionerActor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import type { PeriodId } from '../../../kernel/periods.ts';
import { parsePetitionNumber } from '../../../kernel/petition-number.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { isLookupCode } from '../../../platform/vault/index.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import { countClock, type CountedClock, isRunning } from '../../../kernel/case-clocks.ts';
import { decide } from '../decide/index.ts';
import type { Paper, Petition } from '../petition.ts';
import { may } from '../policy.ts';
import { internalPapers } from '../projection.ts';
import { findByNumber, findCodeVersion } from '../store.ts';
import type { PublicProgress } from '../view.ts';
import { viewAfterwards } from './afterwards-view.ts';
import type { PetitionReads } from './deps.ts';
import type { Content } from './details.ts';
import { openFolder, type Folder } from './folder.ts';
import { continuedOf } from './parts.ts';
import { reviewsOf } from './reviews.ts';
import { tellPublicStory } from './timeline.ts';

export type OpenedProgress = PublicProgress & { readonly id: string };

/** Stands for a number that nobody has, so that it costs what a wrong code costs. */
const noPetition = '00000000-0000-0000-0000-000000000000';

/** Duties whose end the petitioner waits for; those between units are not theirs to follow. */
const awaited: ReadonlySet<PeriodId> = new Set<PeriodId>([
  'triage',
  're-referral',
  'direct-notice',
  'acceptance',
  'adjudication',
  'handling',
  'route',
  'redo',
  'service',
  'announcement',
  'execution',
  'suggestion',
  'enquiry',
  'thanks',
  'simple-acceptance',
  'simple-opinion',
]);

/**
 * What a petitioner sees of an own petition, in plain form.
 * @param now epoch ms
 * @returns null when there is no such petition
 */
export async function openPublicProgress(
  deps: PetitionReads,
  petitionId: string,
  now: number,
): Promise<OpenedProgress | null> {
  const actor: PetitionerActor = { kind: 'petitioner', petitionId };
  return deps.db.withActor(scopeOf(actor), 'read', (tx) => progressIn(tx, deps, actor, now));
}

/**
 * Whoever speaks of a petition by its number, before anything is proved.
 * @returns somebody of no petition, after the same work, for a number that nobody has
 */
export async function petitionerOf(
  deps: Pick<PetitionReads, 'db'>,
  number: string,
): Promise<PetitionerActor> {
  const parsed = parsePetitionNumber(number);
  const wanted = parsed.ok ? parsed.value : '';
  const nobody = scopeOf({ kind: 'petitioner', petitionId: noPetition });
  const found = await deps.db.withActor(nobody, 'read', (tx) => findByNumber(tx, wanted));
  return { kind: 'petitioner', petitionId: found ?? noPetition };
}

/**
 * Number and code open the progress. The caller throttles by source and number (P-3).
 * @returns refusal `number-or-code-wrong` alike, and after the same work, for a number that is no
 *   number, a number that nobody has and a code that is not the petition's present one
 */
export async function openProgress(
  deps: PetitionReads,
  number: string,
  code: string,
  now: number,
): Promise<Result<OpenedProgress, Refusal>> {
  const actor = await petitionerOf(deps, number);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const version = await findCodeVersion(tx, actor.petitionId);
    const fits = isLookupCode(deps.keys, actor.petitionId, version ?? 1, code);
    if (!fits || version === null) return refuse('number-or-code-wrong');
    const progress = await progressIn(tx, deps, actor, now);
    return progress === null ? refuse('number-or-code-wrong') : ok(progress);
  });
}

async function progressIn(
  tx: Tx,
  deps: PetitionReads,
  actor: PetitionerActor,
  now: number,
): Promise<OpenedProgress | null> {
  const folder = await openFolder(tx, deps.vault, actor.petitionId);
  if (folder === null) return null;
  const calendar = deps.calendar(folder.petition.calendarVersion);
  const organisation = await deps.organisation(tx);
  const { practice } = deps;
  return progressOf(folder, { actor, now, calendar, organisation, practice });
}

interface Looking {
  readonly practice: PetitionReads['practice'];
  readonly actor: PetitionerActor;
  readonly now: number;
  readonly calendar: Calendar;
  readonly organisation: OrganisationSnapshot;
}

function progressOf(folder: Folder, looking: Looking): OpenedProgress {
  const { petition, words } = folder;
  const { calendar, organisation } = looking;
  const name = (id: string): string => organisation.find(id)?.name ?? '';
  const contact = (id: string) => ({ name: name(id), phone: organisation.contactOf(id).phone });
  const clocks = petition.clocks.filter(isRunning).map((clock) => countClock(clock, calendar));
  // On a short path the answer itself is awaited, whatever else is due on the way.
  const latest =
    clocks.find((clock) => clock.period === petition.shortPath) ??
    clocks
      .filter((clock) => awaited.has(clock.period))
      .toSorted((left, right) => left.dueAt - right.dueAt)[0];
  const review = clocks.find((clock) => clock.period === 'review-request');
  const afterwards = viewAfterwards(petition, words, { ...looking, units: organisation });
  const asked = folder.events.findLast((event) => event.type === 'SupplementAsked');
  // The answer begins to count with its service; until then it is on its way.
  const answered = petition.status !== 'issued';
  return {
    id: petition.id,
    number: petition.number,
    title: words.open<Content>(petition.content)?.title ?? '',
    status: petition.status,
    path: petition.shortPath,
    registeredAt: petition.registeredAt,
    holder: contact(petition.holder),
    office: contact(petition.office),
    latest:
      latest === undefined
        ? null
        : { period: latest.period, dueDate: latest.dueDate, provisional: latest.provisional },
    reviews: reviewsOf(petition, name),
    procedureEndedAt: petition.procedureEnded?.at ?? null,
    actions: actionsOf(
      petition,
      {
        review,
        rate: afterwards.rating?.until != null,
        contest: afterwards.contestable !== null,
      },
      looking,
    ),
    reviewUntil: review === undefined ? null : review.dueDate,
    afterwards,
    supplementAsked:
      petition.supplementAsked && asked?.type === 'SupplementAsked'
        ? words.text(asked.data.request)
        : null,
    demands: petition.demands.map((demand) => ({
      id: demand.id,
      text: words.text(demand.text) ?? '',
      outcome: answered ? demand.outcome : null,
      execution:
        !answered || demand.execution === null
          ? null
          : { ...demand.execution, responsible: words.text(demand.execution.responsible) ?? '' },
    })),
    conclusion:
      petition.conclusion === null
        ? null
        : {
            form: petition.conclusion.form,
            reason: petition.conclusion.reason,
            explanation: words.text(petition.conclusion.explanation),
          },
    continuedIn: continuedOf(folder),
    raised: raisedOf(petition, name),
    together: petition.group !== null,
    history: tellPublicStory(folder, {
      unit: name,
      user: () => '',
      category: organisation.categoryName,
    }),
    papers: petition.papers.filter(isForPetitioner).map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      number: paper.number,
      servedAt: paper.servedAt,
    })),
  };
}

/** Who leads since it was raised (J-2). */
function raisedOf(
  { raisings, office }: Petition,
  name: (id: string) => string,
): PublicProgress['raised'] {
  const last = raisings.at(-1);
  return last === undefined ? null : { to: name(office), at: last.at };
}

/**
 * Whether a paper is the petitioner's to read: written to them, and served or, as the receipt is,
 * handed over with the registration.
 */
export const isForPetitioner = (paper: Paper): boolean =>
  !internalPapers.has(paper.kind) &&
  (paper.stage === 'served' || (paper.stage === 'sealed' && paper.kind === 'receipt'));

function actionsOf(
  petition: Petition,
  {
    review,
    rate,
    contest,
  }: {
    readonly review: CountedClock | undefined;
    readonly rate: boolean;
    readonly contest: boolean;
  },
  { actor, now, calendar, organisation }: Looking,
): PublicProgress['actions'] {
  const context = { actor, now, calendar, units: organisation, holdsPost: organisation.holdsPost };
  const opens = (command: 'withdraw' | 'revokeWithdrawal'): boolean =>
    may(actor, command, petition) &&
    decide(
      petition,
      command === 'withdraw' ? { type: command, reason: null, signed: false } : { type: command },
      context,
    ).ok;
  const actions: { readonly action: PublicProgress['actions'][number]; readonly open: boolean }[] =
    [
      { action: 'answer', open: petition.supplementAsked },
      { action: 'request-review', open: review !== undefined && now < review.dueAt },
      { action: 'contest', open: contest },
      { action: 'rate', open: rate },
      { action: 'revoke', open: opens('revokeWithdrawal') },
      { action: 'add', open: may(actor, 'addMaterial', petition) && !petition.supplementAsked },
      { action: 'withdraw', open: opens('withdraw') },
    ];
  return actions.filter(({ open }) => open).map(({ action }) => action);
}
