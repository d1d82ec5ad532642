import type { RecordedEvent } from '../../../../platform/record/index.ts';
import type { CommitmentEventOf } from '../../../commitments/events.ts';
import type { PetitionEventOf } from '../../../petitions/events.ts';
import type { EndCause } from '../case.ts';
import type { MustCheckDeps } from './deps.ts';
import { isBadLevel, promiseOf } from './found-in-events.ts';

/** What an event ends in the items of a petition. */
interface Ending {
  readonly petitionId: string;
  /** Why a hit with this key has ended; null where it has not. */
  readonly causeOf: (key: string) => EndCause | null;
}

const ends: Readonly<
  Record<string, (deps: MustCheckDeps, event: RecordedEvent) => Promise<Ending | null> | Ending>
> = {
  RelationUndone: (_, { streamId: petitionId, data }) => {
    const { relationId } = data as PetitionEventOf<'RelationUndone'>['data'];
    return {
      petitionId,
      causeOf: (key) => (key === `repeat:${relationId}` ? 'taken-back' : null),
    };
  },
  PetitionRated: (deps, { streamId: petitionId, data }) => {
    const said = data as PetitionEventOf<'PetitionRated'>['data'];
    const over = new Set([
      ...(isBadLevel(deps, said) ? [] : [`rating:${said.round}`]),
      ...said.demands.flatMap(({ demandId, solved }) =>
        solved === 'not' ? [] : [`unsolved:${said.round}:${demandId}`],
      ),
    ]);
    return { petitionId, causeOf: (key) => (over.has(key) ? 'changed-mind' : null) };
  },
  CommitmentFulfilled: (deps, event) => ofPromise(deps, event, 'done-late'),
  CommitmentWithdrawn: (deps, event) => ofPromise(deps, event, 'taken-back'),
  CommitmentDateChanged: async (deps, event) => {
    const { from } = event.data as CommitmentEventOf<'CommitmentDateChanged'>['data'];
    const promise = await promiseOf(deps, event.streamId);
    const over = `promise:${event.streamId}:${from}`;
    return promise === null
      ? null
      : {
          petitionId: promise.petitionId,
          causeOf: (key) => (key === over ? 'date-moved' : null),
        };
  },
};

async function ofPromise(
  deps: MustCheckDeps,
  { streamId }: RecordedEvent,
  cause: EndCause,
): Promise<Ending | null> {
  const promise = await promiseOf(deps, streamId);
  const over = [`promise:${streamId}:`, `denied:${streamId}:`];
  return promise === null
    ? null
    : {
        petitionId: promise.petitionId,
        causeOf: (key) => (over.some((start) => key.startsWith(start)) ? cause : null),
      };
}

export const isEnding = (type: string): boolean => type in ends;

/** What an event ends; null where it ends nothing. */
export const endingOf = async (deps: MustCheckDeps, event: RecordedEvent): Promise<Ending | null> =>
  (await ends[event.type]?.(deps, event)) ?? null;
