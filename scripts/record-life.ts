import type { Result } from '../src/kernel/result.ts';

/** A record whose life is walked through by its own rules. */
export interface RecordLife<State, Command extends { readonly type: string }, Event> {
  /** In the order in which the diagram has them. */
  readonly statuses: readonly string[];
  /** Those in which it may rest for good. */
  readonly ends: readonly string[];
  readonly statusOf: (state: State) => string;
  /** What tells two places in its life apart; everything else makes no difference. */
  readonly placeOf: (state: State) => string;
  /** Every command worth trying in a state; null is the record before it is born. */
  readonly attempts: (state: State | null) => readonly Command[];
  readonly decide: (state: State | null, command: Command) => Result<readonly Event[], unknown>;
  readonly evolve: (state: State | null, event: Event, seq: number) => State | null;
}

interface Step {
  readonly from: string | null;
  readonly name: string;
  readonly to: string;
}

/** Every step that the rules let happen, found by walking through them. */
function explore<State, Command extends { readonly type: string }, Event>(
  life: RecordLife<State, Command, Event>,
): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const waiting: { state: State | null; seq: number }[] = [{ state: null, seq: 0 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { state, seq } = next;
    for (const command of life.attempts(state)) {
      const decision = life.decide(state, command);
      if (!decision.ok) continue;
      let after = state;
      let last = seq;
      for (const event of decision.value) after = life.evolve(after, event, (last += 1));
      if (after === null) continue;
      const from = state === null ? null : life.statusOf(state);
      steps.push({ from, name: command.type, to: life.statusOf(after) });
      const place = life.placeOf(after);
      if (!seen.has(place)) {
        seen.add(place);
        waiting.push({ state: after, seq: last });
      }
    }
  }
  return steps;
}

/**
 * The life of a record as a Mermaid diagram: what its rules really do.
 * @returns Markdown
 * @throws when a status is never reached
 */
export function lifeDiagram<State, Command extends { readonly type: string }, Event>(
  life: RecordLife<State, Command, Event>,
): string {
  const steps = explore(life);
  const lines: string[] = [];
  for (const from of [null, ...life.statuses]) {
    for (const to of life.statuses) {
      const names = steps.filter((step) => step.from === from && step.to === to);
      if (names.length === 0) continue;
      const all = [...new Set(names.map(({ name }) => name))].join(', ');
      lines.push(`  ${from ?? '[*]'} --> ${to}: ${all}`);
    }
  }
  const missed = life.statuses.filter((status) => !steps.some(({ to }) => to === status));
  if (missed.length > 0) throw new Error(`never reached: ${missed.join(', ')}`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...lines,
    ...life.ends.map((status) => `  ${status} --> [*]`),
    '```',
  ].join('\n');
}
