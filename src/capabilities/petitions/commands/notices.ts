import type { Tx } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { enqueueMessage, keepMessagesTo } from '../../messages/index.ts';
import { isRunning } from '../../../kernel/case-clocks.ts';
import type { PetitionEvent } from '../events.ts';
import { findPaper, isAccusation, type Petition } from '../petition.ts';
import { type CountedClock } from '../../../kernel/case-clocks.ts';
import { internalPapers, type Projection } from '../projection.ts';
import type { Notice, OrganisationSnapshot, PetitionDeps } from './deps.ts';

/** Where a petitioner can be told something; sealed under these ids when it was given. */
export const contactIds = {
  sms: '00000000-0000-4000-8000-000000000001',
  email: '00000000-0000-4000-8000-000000000002',
} as const;

interface Change {
  readonly before: Petition | null;
  readonly after: Petition;
  readonly projection: Projection;
  /** Running clocks that now end on another day: only then is a recount news. */
  readonly moved: readonly CountedClock[];
  readonly events: readonly PetitionEvent[];
  readonly commandId: string;
}

const isAnswer = (event: PetitionEvent): boolean =>
  event.type === 'PetitionConcluded' && event.data.form === 'answered';

/** Which message an event is worth; each step tells the petitioner (P-4). */
function templateOf(event: PetitionEvent, change: Change): Notice['template'] | null {
  const { after } = change;
  switch (event.type) {
    case 'PetitionRegistered':
      return 'registered';
    case 'PetitionHanded':
    case 'CompetenceDecided':
    case 'PetitionMerged':
    case 'PetitionSplit':
      return 'triaged';
    case 'PetitionRaised':
      return 'raised';
    case 'PetitionLowered':
      return 'lowered';
    case 'PetitionAccepted':
    case 'RouteStarted':
      return 'accepted';
    case 'RedirectionIssued':
      return 'redirected';
    case 'ExtensionGranted':
      return 'extended';
    case 'OpinionIssued':
      return 'opinion-issued';
    case 'SupplementAsked':
      return 'supplement-asked';
    case 'LookupCodeReplaced':
      return 'code-replaced';
    case 'WithdrawalRequested':
      return 'withdrawn';
    case 'HandOverReturned':
      return 'returned';
    case 'RatingOpened':
      // Where nothing but the answer came, the answer is the news.
      return change.events.some(isAnswer) ? null : 'rating-open';
    case 'ContestRaised':
      return 'contest-received';
    case 'ContestDecided':
      return 'contest-decided';
    case 'RoundOpened':
      return event.data.reason === 'relapse' ? 'round-opened' : null;
    case 'RatingReminded':
      return 'rating-reminder';
    case 'ClocksRecounted':
      return change.moved.length > 0 ? 'clocks-recounted' : null;
    case 'PetitionConcluded':
      if (event.data.form === 'answered') return 'answered';
      return ['not-accepted', 'no-longer-accepted', 'filed'].includes(event.data.form)
        ? 'not-accepted'
        : null;
    case 'SimpleStarted':
      return 'simple-started';
    case 'SimpleEnded':
      return 'simple-ended';
    case 'ContributionHonoured':
      return 'honoured';
    case 'PaperRendered': {
      const paper = findPaper(after, event.data.paperId);
      return paper === undefined || internalPapers.has(paper.kind) ? null : 'paper-ready';
    }
    default:
      return null;
  }
}

/** Writes the messages of a command into the outbox, in the command's own transaction (N-1). */
export async function enqueueNotices(tx: Tx, deps: PetitionDeps, change: Change): Promise<void> {
  const { after, projection } = change;
  const named = seersOf(after);
  if (change.before !== null && String(seersOf(change.before)) !== String(named)) {
    await keepMessagesTo(tx, after.id, named);
  }
  const organisation = await deps.organisation(tx);
  await tellAddressees(tx, deps, organisation, change);
  // Of several events of one command the last one says where the petition now stands.
  const templates = change.events
    .map((event) => templateOf(event, change))
    .filter((template) => template !== null);
  const template = templates.at(-1);
  if (template === undefined) return;
  const nameOf = (unit: string): string => organisation.find(unit)?.name ?? '';
  await enqueueMessage(tx, {
    streamId: after.id,
    messageId: change.commandId,
    unitId: after.office,
    recipient: {
      kind: 'petitioner',
      smsAddressId: contactIds.sms,
      emailAddressId: contactIds.email,
    },
    template,
    named,
    params: {
      office: nameOf(after.office),
      number: after.number,
      url: `${deps.publicUrl}/progress`,
      // The holder's name alone would tell what an accusation is.
      ...(isAccusation(after) ? {} : { holder: nameOf(after.holder) }),
      ...(projection.clock === null ? {} : { due: projection.clock.dueDate }),
      ...untilOf(template, projection),
    },
  });
  if (template === 'clocks-recounted') await tellHolders(tx, deps, organisation, change);
}

/** Tells the petitioner of a step in a record beside the petition; it names no content (N-1). */
export async function enqueueCaseNotice(
  tx: Tx,
  deps: PetitionDeps,
  petition: Petition,
  template: Notice['template'],
  commandId: string,
): Promise<void> {
  const organisation = await deps.organisation(tx);
  await enqueueMessage(tx, {
    streamId: petition.id,
    messageId: commandId,
    unitId: petition.office,
    recipient: {
      kind: 'petitioner',
      smsAddressId: contactIds.sms,
      emailAddressId: contactIds.email,
    },
    template,
    named: seersOf(petition),
    params: {
      office: organisation.find(petition.office)?.name ?? '',
      number: petition.number,
      url: `${deps.publicUrl}/progress`,
    },
  });
}

const windowOf: Readonly<Partial<Record<Notice['template'], CountedClock['period']>>> = {
  'rating-open': 'rating-window',
  'rating-reminder': 'rating-window',
  'contest-received': 'contest',
};

/** The petitioner's own last day, where the message speaks of a window. */
function untilOf(template: Notice['template'], { clocks }: Projection): { until?: string } {
  const period = windowOf[template];
  const clock = clocks.findLast((each) => each.period === period && isRunning(each));
  return clock === undefined ? {} : { until: clock.dueDate };
}

/** P-17: every addressee of an urgent report hears of it at once. */
async function tellAddressees(
  tx: Tx,
  deps: PetitionDeps,
  organisation: OrganisationSnapshot,
  { after, events, commandId }: Change,
): Promise<void> {
  const units = events.flatMap((event) =>
    event.type === 'UrgentReported' ? event.data.addressees.map(({ unit }) => unit) : [],
  );
  for (const unitId of units.filter((unit) => organisation.find(unit) !== undefined)) {
    await enqueueMessage(tx, {
      streamId: after.id,
      messageId: deriveId(deps.keys, 'system:urgent', unitId, commandId),
      unitId: after.office,
      recipient: { kind: 'staff', unitId },
      template: 'urgent-reported',
      named: seersOf(after),
      params: { number: after.number, url: `${deps.publicUrl}/console/petitions/${after.id}` },
    });
  }
}

/** P-9: whoever must act by another day than before is told so, in the program itself. */
async function tellHolders(
  tx: Tx,
  deps: PetitionDeps,
  organisation: OrganisationSnapshot,
  { after, moved, commandId }: Change,
): Promise<void> {
  const units = [...new Set(moved.map((clock) => clock.holder))];
  for (const unitId of units.filter((unit) => organisation.find(unit) !== undefined)) {
    const days = moved.filter((clock) => clock.holder === unitId).map((clock) => clock.dueDate);
    const [due = ''] = days.toSorted();
    for (const userId of recipientsOf(after, organisation, unitId)) {
      await enqueueMessage(tx, {
        streamId: after.id,
        messageId: deriveId(deps.keys, 'system:notices', `${unitId}/${userId ?? ''}`, commandId),
        unitId: after.office,
        recipient: { kind: 'staff', unitId, ...(userId === null ? {} : { userId }) },
        template: 'clocks-recounted',
        named: seersOf(after),
        params: {
          number: after.number,
          due,
          url: `${deps.publicUrl}/console/petitions/${after.id}`,
        },
      });
    }
  }
}

/** L-5: who alone may see messages about an accusation, as actors; null leaves them to the office. */
export const seersOf = (petition: Petition): readonly string[] | null =>
  isAccusation(petition) ? petition.named.map((userId) => `staff:${userId}`) : null;

/** The whole unit; of an accusation only those who may know of it (L-5). */
export const recipientsOf = (
  petition: Petition,
  organisation: OrganisationSnapshot,
  unitId: string,
): readonly (string | null)[] =>
  isAccusation(petition)
    ? petition.named.filter((userId) => organisation.holdsPost(userId, unitId))
    : [null];
