import fc from 'fast-check';
import type { Command, CommandType } from './command.ts';
import { dayLength, type Life, staff, words } from './life.test-data.ts';
import { isThinkable, lifecycle } from './lifecycle.ts';
import type { Petition } from './petition.ts';
import { commandFor } from './random-commands.test-data.ts';

/* Lives of petitions at random: where they begin, what is tried, and by whom. */

const targets = [
  'office',
  'housing',
  'housing-station',
  'transport',
  'city-office',
  'discipline',
  'joint-meeting',
];
const text = words('t');

const allTypes = Object.keys(lifecycle) as CommandType[];

/** Mostly a command that the status lets come before the rules, so that lives go deep. */
const typeOf = (petition: Petition, chosen: { type: CommandType; n: number }): CommandType => {
  if (chosen.n % 5 === 0) return chosen.type;
  const thinkable = allTypes.filter((type) => isThinkable(type, petition.status));
  return (
    thinkable[(chosen.n * 7 + allTypes.indexOf(chosen.type)) % thinkable.length] ?? chosen.type
  );
};

const refer = (to: string, paperId: string): Command => ({
  type: 'refer',
  to,
  instruction: null,
  paperId,
});

/** Where a random walk begins: deep states are rare by chance alone. */
const beginnings: readonly ((life: Life) => void)[] = [
  () => undefined,
  (life) => void life.do(refer('housing', 'b1'), staff('office')),
  (life) => {
    life.do(refer('housing', 'b1'), staff('office'));
    life.do({ type: 'object', reasons: text }, staff('housing'));
  },
  (life) => {
    life.do(refer('housing', 'b1'), staff('office'));
    life.do({ type: 'object', reasons: text }, staff('housing'));
    life.do(
      { type: 'decideObjection', upheld: true, reasons: text, paperId: 'b9' },
      staff('office'),
    );
    life.do(refer('transport', 'b2'), staff('office'));
    life.do({ type: 'object', reasons: text }, staff('transport'));
  },
  (life) => {
    life.do(refer('housing', 'b1'), staff('office'));
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'b2' }, staff('housing'));
  },
  (life) => {
    life.do(
      commandFor('redirect', life.state, { unit: '', n: 3, flag: true }, life),
      staff('office'),
    );
    life.issue(life.state.papers.at(-1)?.id ?? '', 'office');
  },
  // Raised to the city while a unit of the county handles it (J-2).
  (life) => {
    life.do(refer('housing', 'b1'), staff('office'));
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'b2' }, staff('housing'));
    life.do({ type: 'proposeRaise', to: 'city-office', reason: text }, staff('office'));
    life.do(
      {
        type: 'raisePetition',
        to: 'city-office',
        supervisor: null,
        handler: null,
        reason: text,
      },
      staff('city-office'),
    );
  },
  // A law-and-litigation matter with the political-legal body (P-4).
  (life) =>
    void life.do(
      {
        type: 'handOver',
        to: 'political-legal',
        instruction: null,
        paperId: 'b1',
        named: [],
      },
      staff('office'),
    ),
  (life) => {
    const dueDate = life.inDays(40);
    life.do(
      { type: 'assign', to: 'housing', dueDate, instruction: null, paperId: 'b1' },
      staff('office'),
    );
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'b2' }, staff('housing'));
    life.do(
      commandFor('draftOpinion', life.state, { unit: '', n: 3, flag: true }, life),
      staff('housing'),
    );
    life.issue(life.state.papers.at(-1)?.id ?? '', 'housing');
  },
];

/** A beginning by chance. */
export const beginning = fc.constantFrom(...beginnings);

/** What chance chooses for one step. */
export const step = fc.record({
  type: fc.constantFrom(...allTypes),
  unit: fc.constantFrom(...targets),
  actor: fc.constantFrom(...targets, 'political-legal', 'county-government', 'city-government'),
  n: fc.nat(60),
  flag: fc.boolean(),
  wait: fc.nat(6),
  head: fc.boolean(),
});

type RandomStep = typeof step extends fc.Arbitrary<infer Step> ? Step : never;

/** Mostly the unit that must act acts; the rest are strangers trying. */
const actorOf = (petition: Petition, chosen: { actor: string; head: boolean; n: number }) => {
  const unitId = chosen.n % 4 === 0 ? chosen.actor : petition.holder;
  return staff(unitId, chosen.head ? `${unitId}-head` : `${unitId}-officer`);
};

/**
 * Takes one step of a walk: some days pass, somebody tries something, and it may be refused.
 * @returns what was tried
 */
export const wander = (life: Life, chosen: RandomStep): Command => {
  life.now += chosen.wait * dayLength;
  const before = life.state;
  const command = commandFor(typeOf(before, chosen), before, chosen, life);
  life.attempt(command, actorOf(before, chosen));
  return command;
};
