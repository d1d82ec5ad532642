import type { StaffActor } from '../../kernel/actor.ts';

/** A request's sign-in, as far as it goes. */
export interface SignedIn {
  readonly sessionId: string;
  readonly userId: string;
  /** Nothing while something has to be done first, or where the person holds no post. */
  readonly actor: StaffActor | null;
  readonly unitId: string | null;
  readonly todo: 'enrol-second-factor' | 'change-password' | null;
  readonly freshUntil: Date;
  /** Whether sensitive steps are open without a new proof. */
  readonly fresh: boolean;
}

/** Another server process learns of an ended session after this at the latest. Milliseconds. */
const keptFor = 1000;
const keptAtMost = 10_000;

/**
 * Remembers for a second who a token belongs to: at 500 requests a second the look-up would be a
 * third of all statements. Every change made here empties it, so sessions end at once.
 */
export class SessionCache {
  readonly #known = new Map<string, { readonly value: SignedIn | null; readonly until: number }>();
  #generation = 0;

  /** Counts the changes, so that a look-up begun before one is not kept after it. */
  get generation(): number {
    return this.#generation;
  }

  /** @returns undefined when it has to be looked up, null when the token counts for nothing */
  find(token: string): SignedIn | null | undefined {
    const entry = this.#known.get(token);
    return entry !== undefined && entry.until > performance.now() ? entry.value : undefined;
  }

  keep(token: string, value: SignedIn | null, generation: number): void {
    if (generation !== this.#generation) return;
    if (this.#known.size >= keptAtMost) this.#known.clear();
    this.#known.set(token, { value, until: performance.now() + keptFor });
  }

  clear(): void {
    this.#generation += 1;
    this.#known.clear();
  }
}
