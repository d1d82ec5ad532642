import { localDateOf } from '../../../../kernel/local-date.ts';
import type { RecordedEvent } from '../../../../platform/record/index.ts';
import type { CaseKind } from '../../../petitions/index.ts';
import type { Sponsored } from '../case.ts';
import type { SponsoredCommand } from '../command.ts';
import { decideSponsored } from '../decide/index.ts';
import { evolveSponsored, evolveTask } from '../evolve.ts';
import { sponsoredEventVersion, type SponsoredEvent } from '../events.ts';
import { isSponsoredVisible, maySponsored } from '../policy.ts';
import { projectSponsored } from '../projection.ts';
import type { PostTask } from '../task.ts';
import { upcast, upcastTask } from '../upcast.ts';

/** A case under a leader, as a record beside its petition. */
export const sponsoredKind: CaseKind<Sponsored, SponsoredCommand, SponsoredEvent> = {
  kind: 'sponsored',
  eventVersion: sponsoredEventVersion,
  evolve: (id, sponsored, event) => evolveSponsored(id, sponsored, upcast(event)),
  decide: (sponsored, command, { actor, now, petition }) =>
    decideSponsored(sponsored, command, {
      actor,
      today: localDateOf(now),
      petition: {
        accusation: petition.purpose === 'accusation',
        member: petition.group !== null && !petition.groupHead,
      },
    }),
  isVisible: isSponsoredVisible,
  may: maySponsored,
  project: projectSponsored,
  documentOf: () => {
    throw new Error('the plan of a case is printed when it is asked for');
  },
  noticeOf: () => null,
};

/** Folds what was read of a case; null when nothing was. */
export const foldSponsored = (id: string, events: readonly RecordedEvent[]): Sponsored | null =>
  events.reduce<Sponsored | null>(
    (before, event) => evolveSponsored(id, before, upcast(event)),
    null,
  );

/** The same for the task of one of the seven. */
export const foldTask = (id: string, events: readonly RecordedEvent[]): PostTask | null =>
  events.reduce<PostTask | null>(
    (before, event) => evolveTask(id, before, upcastTask(event)),
    null,
  );
