import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedPromiseEvent } from '../case-sponsorship/public-promises/events.ts';
import type { Part } from './brute-force.test-data.ts';

type Added = Pick<Part, 'measure' | 'part' | 'day' | 'unit' | 'amount'>;

/**
 * What one promise to many households gives, once more from the raw events by a plain loop.
 * @param running whether the last day is today, which is not over
 */
export function partsOfPromise(
  all: readonly RecordedPromiseEvent[],
  asOf: string,
  running: boolean,
): readonly Added[] {
  let [unit, made, due, last, status] = ['', '', '', 0, 'open'];
  const steps = new Map<string, number>();
  for (const { type, data, at } of all) {
    const day = localDateOf(at);
    if (day > asOf) continue;
    if (type === 'PromiseMade') {
      ({ unit, dueDate: due } = data);
      [made, last] = [day, data.steps - 1];
    }
    if (type === 'HouseholdsChanged') for (const { id, to } of data.changes) steps.set(id, to);
    if (type === 'CommitmentFollowed') ({ unit, dueDate: due, status } = data);
  }
  if (steps.size === 0) return [];
  const done = [...steps.values()].filter((step) => step === last).length;
  const add = (measure: string, part: Part['part'], day: string, amount: number): Added => ({
    measure,
    part,
    day,
    unit,
    amount,
  });
  const late = status === 'withdrawn' ? 0 : steps.size - done;
  return [
    add('households-promised', 'numerator', made, steps.size),
    add('households-done', 'numerator', made, done),
    add('households-done', 'denominator', made, steps.size),
    ...(late > 0 && (running ? due < asOf : due <= asOf)
      ? [add('households-late', 'numerator', due, late)]
      : []),
  ];
}
