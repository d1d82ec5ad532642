import type { OpenedStream, OrganisationSnapshot } from '../../../petitions/index.ts';
import type { RecordedSponsoredEvent } from '../events.ts';
import { upcast } from '../upcast.ts';
import type { SponsoredView } from '../view.ts';

type Line = SponsoredView['timeline'][number];

function lineOf(
  event: RecordedSponsoredEvent,
  stream: OpenedStream,
  nameOf: (userId: string) => string,
): Omit<Line, 'at'> | null {
  const text = (item: { readonly id: string } | null): string => stream.field(item, 'text');
  switch (event.type) {
    case 'SponsorshipBegan': {
      const { leader, proposal } = event.data;
      return proposal === null
        ? { kind: 'taken', by: nameOf(leader.userId), words: '' }
        : { kind: 'proposed', by: nameOf(proposal.userId), words: text(proposal.words) };
    }
    case 'ChargeAccepted':
      return { kind: 'taken', by: nameOf(event.data.userId), words: '' };
    case 'ChargeDeclined':
      return { kind: 'declined', by: nameOf(event.data.userId), words: text(event.data.words) };
    case 'SponsorshipTakenUpAgain':
      return { kind: 'again', by: nameOf(event.data.userId), words: text(event.data.words) };
    case 'PlanWritten':
      return { kind: 'plan', by: nameOf(event.data.userId), words: '' };
    case 'HandOverAsked':
      return { kind: 'handOver', by: nameOf(event.data.userId), words: text(event.data.reason) };
    case 'LeaderChanged':
      return { kind: 'leader', by: nameOf(event.data.to.userId), words: '' };
    case 'EndingProposed':
      return { kind: 'ending', by: nameOf(event.data.userId), words: text(event.data.words) };
    case 'EndingReturned':
      return { kind: 'returned', by: nameOf(event.data.userId), words: text(event.data.words) };
    case 'SponsorshipEnded':
      return { kind: 'ended', by: nameOf(event.data.userId), words: text(event.data.words) };
    default:
      return null;
  }
}

/** The turns of a case, newest first; its steps, notes and tasks stand in lists of their own. */
export const timelineOf = (
  stream: OpenedStream,
  organisation: OrganisationSnapshot,
): readonly Line[] =>
  stream.events
    .map(upcast)
    .flatMap((event): Line[] => {
      const line = lineOf(event, stream, (userId) => organisation.userName(userId));
      return line === null ? [] : [{ at: event.at, ...line }];
    })
    .toReversed();
