import type { StaffActor } from '../../../kernel/actor.ts';

/** Who looks at which petition now; in this process's memory, since it is true for a minute. */
export class Presence {
  readonly #seen = new Map<string, Map<string, number>>();
  readonly #keepFor: number;

  /** @param keepFor ms after which somebody who says nothing is gone */
  constructor(keepFor = 60_000) {
    this.#keepFor = keepFor;
  }

  /** Somebody looks at a petition. */
  enter(petitionId: string, actor: StaffActor, now: number): void {
    const there = this.#seen.get(petitionId) ?? new Map<string, number>();
    there.set(actor.userId, now);
    this.#seen.set(petitionId, there);
    if (this.#seen.size > 10_000) this.#forget(now);
  }

  /** The others who look at it, in order of their coming. */
  othersAt(petitionId: string, actor: StaffActor, now: number): string[] {
    const there = this.#seen.get(petitionId) ?? new Map<string, number>();
    return [...there]
      .filter(([user, at]) => user !== actor.userId && now - at < this.#keepFor)
      .map(([user]) => user);
  }

  #forget(now: number): void {
    for (const [petition, there] of this.#seen) {
      if ([...there.values()].every((at) => now - at >= this.#keepFor)) this.#seen.delete(petition);
    }
  }
}
