import type { ClockState } from '../../kernel/case-clocks.ts';
import {
  isCountedInstead,
  localOnly,
  type AppliedProfile,
  type LocalClock,
  type ProfileLimit,
} from '../../kernel/local-profiles.ts';
import type { PetitionEvent, PetitionEventType } from './events.ts';

type LocalStep = (typeof localOnly)[number];

/** A profile that applied, and from when; null: from then on none. */
export interface ProfileStretch {
  readonly from: number;
  readonly profile: AppliedProfile | null;
}

export interface LocalState {
  readonly profiles: readonly ProfileStretch[];
  /** When the steps were done that only profiles set a limit for. */
  readonly localSteps: Readonly<Record<LocalStep, number | null>>;
}

export const noProfile: LocalState = {
  profiles: [],
  localSteps: { take: null, contact: null, answer: null },
};

export interface LocalEvents {
  /** The version that applies from now on stands in the event: replay gives the same. */
  ProfileApplied: { readonly profile: AppliedProfile | null };
}

/** Which events end which step: a matter is taken when its holder does anything with it. */
const done: Readonly<Record<LocalStep, readonly PetitionEventType[]>> = {
  take: [
    'PetitionClassified',
    'PetitionHanded',
    'PetitionAccepted',
    'SupplementAsked',
    'TalkRecorded',
    'ObjectionRaised',
    'SimpleStarted',
    'PetitionConcluded',
    'RouteStarted',
    'RedirectionIssued',
  ],
  contact: [
    'TalkRecorded',
    'SupplementAsked',
    'PetitionAccepted',
    'OpinionIssued',
    'BrieflyAnswered',
    'PetitionConcluded',
  ],
  answer: ['OpinionIssued', 'BrieflyAnswered', 'RedirectionIssued', 'PetitionConcluded'],
};

/** Carries what profiles need to know over one event. */
export function localChanged<P extends LocalState>(
  petition: P,
  event: PetitionEvent,
  at: number,
): P {
  if (event.type === 'ProfileApplied') {
    const stretch = { from: at, profile: event.data.profile };
    return { ...petition, profiles: [...petition.profiles, stretch] };
  }
  const steps = localOnly.filter(
    (step) => petition.localSteps[step] === null && done[step].includes(event.type),
  );
  if (steps.length === 0) return petition;
  const news = Object.fromEntries(steps.map((step) => [step, at]));
  return { ...petition, localSteps: { ...petition.localSteps, ...news } };
}

/** The profile that applies now. */
export const presentProfile = ({ profiles }: LocalState): AppliedProfile | null =>
  profiles.at(-1)?.profile ?? null;

interface Clocked extends LocalState {
  readonly registeredAt: number;
  readonly holder: string;
  readonly clocks: readonly ClockState[];
}

/**
 * The clocks by local profiles: one beside each of the law's that the profile names, and those of
 * the steps that only the profile knows. They are worked out from the record and never stored; no
 * list and no right depends on them.
 */
export function localClocksOf(petition: Clocked): LocalClock[] {
  const { profiles, clocks } = petition;
  const beside = (clock: ClockState): LocalClock[] => {
    const end = clock.stoppedAt ?? Number.POSITIVE_INFINITY;
    const profile = profiles.findLast(({ from }) => from <= end)?.profile ?? null;
    const limit = profile?.limits.find(({ period }) => period === clock.period);
    // What a person set for the case is not counted by a rule.
    // Around the conclusion the petition's own clock counts by the office's days.
    const counted = clock.givenDue !== null || isCountedInstead(clock.period);
    if (profile == null || limit === undefined || counted) return [];
    return [twin(clock, profile, limit)];
  };
  const steps = localOnly.map((period): ClockState => ({
    key: period,
    period,
    holder: petition.holder,
    startedAt: petition.registeredAt,
    givenDue: null,
    extensionDays: 0,
    stoppedAt: petition.localSteps[period],
  }));
  return [...steps, ...clocks].flatMap(beside);
}

function twin(
  clock: ClockState,
  { id, name, source, certainty }: AppliedProfile,
  limit: Omit<ProfileLimit, 'purposes'>,
): LocalClock {
  const profile = { id, name, source, certainty };
  return { ...clock, key: `local:${clock.key}`, extensionDays: 0, profile, limit };
}
