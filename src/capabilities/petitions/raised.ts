import type { Petition, SealedText } from './petition.ts';

/** One step up (提级办理): which office it left, and who has watched over it from above since. */
export interface Raising {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  /** The office above the one that leads, where there is one; it reads along. */
  readonly supervisor: string | null;
}

/** What the lower office asks of the upper one. */
export interface RaiseProposal {
  readonly to: string;
  readonly by: string;
  readonly at: number;
  readonly reason: SealedText;
}

export interface RaisedState {
  /** The way up, newest last; empty where the office leads that it came to. */
  readonly raisings: readonly Raising[];
  readonly raiseProposal: RaiseProposal | null;
}

export const notRaised: RaisedState = { raisings: [], raiseProposal: null };

interface Moved {
  readonly from: string;
  readonly to: string;
  readonly reason: SealedText;
  /** Who handles it from now on; null leaves it with the unit that has it. */
  readonly handler: string | null;
}

export interface RaisedEvents {
  RaiseProposed: { readonly to: string; readonly reason: SealedText };
  RaiseRefused: { readonly reason: SealedText };
  PetitionRaised: Moved & { readonly supervisor: string | null };
  PetitionLowered: Moved;
}

export type RaisedEvent = {
  [T in keyof RaisedEvents]: { readonly type: T; readonly data: RaisedEvents[T] };
}[keyof RaisedEvents];

export interface RaisedCommands {
  /** `to`: the petition office above; null where there is none. */
  proposeRaise: { readonly to: string | null; readonly reason: SealedText };
  refuseRaise: { readonly reason: SealedText };
  raisePetition: {
    readonly to: string | null;
    readonly supervisor: string | null;
    readonly handler: string | null;
    readonly reason: SealedText;
  };
  lowerPetition: { readonly handler: string | null; readonly reason: SealedText };
}

export const levelParts = ['leads', 'helps', 'supervises'] as const;
export type LevelPart = (typeof levelParts)[number];

/** Who leads, who helps, who supervises, from above; empty for what was never raised (联接、联办、联督). */
export function levelPartsOf({
  office,
  raisings,
}: Pick<Petition, 'office' | 'raisings'>): readonly {
  readonly unit: string;
  readonly part: LevelPart;
}[] {
  const supervisor = raisings.at(-1)?.supervisor ?? null;
  if (raisings.length === 0) return [];
  return [
    ...(supervisor === null ? [] : [{ unit: supervisor, part: 'supervises' as const }]),
    { unit: office, part: 'leads' },
    ...raisings.toReversed().map(({ from }) => ({ unit: from, part: 'helps' as const })),
  ];
}

/** Whether an office helps with a matter that was raised above it. */
export const isHelping = ({ raisings }: RaisedState, unit: string): boolean =>
  raisings.some(({ from }) => from === unit);

const withReaders = (petition: Petition, units: readonly (string | null)[]): readonly string[] => [
  ...new Set([...petition.readers, ...units.filter((unit) => unit !== null)]),
];

/**
 * Another office answers for it. What the one before passed on counts as passed on by the new one,
 * so that reports and returns reach whoever leads; what it had from the new one is done with.
 */
function movedTo(petition: Petition, { from, to, handler }: Moved, at: number): Petition {
  const taken = petition.chain.map((link) => {
    if (link.returned) return link;
    if (link.from === to && link.to === from) return { ...link, returned: true };
    return link.from === from ? { ...link, from: to } : link;
  });
  const base = {
    ...petition,
    office: to,
    holder: petition.holder === from ? to : petition.holder,
    chain: taken,
    raiseProposal: null,
    readers: withReaders(petition, [to, handler]),
  };
  if (handler === null) return base;
  const last = taken.findLastIndex((link) => link.to === petition.holder && !link.returned);
  const before = taken[last];
  return {
    ...base,
    holder: handler,
    officer: null,
    chain: [
      ...taken.map((link, place) => (place >= last ? { ...link, returned: true } : link)),
      {
        from: to,
        to: handler,
        mode: before?.mode === 'assign' ? 'assign' : 'refer',
        at,
        dueDate: before?.dueDate ?? null,
        returned: false,
      },
    ],
  };
}

/** Carries a petition over a step between the levels. */
export function raisedChanged(petition: Petition, event: RaisedEvent, at: number): Petition {
  switch (event.type) {
    case 'RaiseProposed':
      return {
        ...petition,
        raiseProposal: { ...event.data, by: petition.office, at },
        readers: withReaders(petition, [event.data.to]),
      };
    case 'RaiseRefused':
      return { ...petition, raiseProposal: null };
    case 'PetitionRaised': {
      const { from, to, supervisor } = event.data;
      const moved = movedTo(petition, event.data, at);
      return {
        ...moved,
        raisings: [...petition.raisings, { from, to, at, supervisor }],
        readers: withReaders(moved, [supervisor]),
      };
    }
    case 'PetitionLowered':
      return { ...movedTo(petition, event.data, at), raisings: petition.raisings.slice(0, -1) };
  }
}

/** O-1: a unit's successor stands in its place on every level. */
export const raisingsSucceeded = (
  { raisings, raiseProposal }: RaisedState,
  units: { readonly from: string; readonly to: string },
): RaisedState => {
  const next = <U extends string | null>(unit: U): U | string =>
    unit === units.from ? units.to : unit;
  return {
    raisings: raisings.map((each) => ({
      ...each,
      from: next(each.from),
      to: next(each.to),
      supervisor: next(each.supervisor),
    })),
    raiseProposal:
      raiseProposal === null
        ? null
        : { ...raiseProposal, to: next(raiseProposal.to), by: next(raiseProposal.by) },
  };
};
