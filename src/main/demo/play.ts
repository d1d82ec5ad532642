import {
  joinGroup,
  mergePetition,
  registerPetition,
  relatePetitions,
  runCommand,
  runSystemCommand,
  splitPetition,
  stageUpload,
  undoMerge,
  undoRelation,
  type CommandOptions,
} from '../../capabilities/petitions/index.ts';
import {
  readingUnitsOf,
  type Organisation,
} from '../../capabilities/identity-organisation/index.ts';
import { carryReview, requestReview, runReviewCommand } from '../../capabilities/review/index.ts';
import {
  carryPetition,
  listOfPetition,
  stepCommitment,
} from '../../capabilities/commitments/index.ts';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import { refuse, sentenceOf, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { setStream } from '../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../platform/record/index.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { demoActor } from './county/found.ts';
import type { Facts, Stage, Who } from './deeds.ts';
import type { DatedStep, DatedTale } from './plan.ts';

/** A step that the rules refused: the tale is wrong, and the demo stops and says where. */
export class StepRefused extends Error {
  readonly refusal: Refusal;

  constructor(tale: DatedTale, at: number, refusal: Refusal) {
    const words = sentenceOf(refusal, 'en');
    super(`${tale.name} #${tale.index}, step ${at + 1}: ${refusal.code} — ${words}`);
    this.name = 'StepRefused';
    this.refusal = refusal;
  }
}

type Data = Readonly<Record<string, unknown>>;

interface Cast {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly seed: number;
}

/** Plays the steps of one tale, each in its turn. */
export class Playing {
  readonly tale: DatedTale;
  readonly #cast: Cast;
  readonly #ids = new Map<string, string>();
  readonly #reviews = new Map<string, string>();
  #next = 0;

  constructor(tale: DatedTale, cast: Cast) {
    this.tale = tale;
    this.#cast = cast;
  }

  /** When the next step was; nothing at the end. */
  get due(): number | undefined {
    return this.tale.steps[this.#next]?.at;
  }

  /** Does the next step. A step that was done before is only answered. */
  async step(): Promise<void> {
    const at = this.#next;
    const step = this.tale.steps[at];
    if (step === undefined) return;
    const events = step.deed.asksRecord ? await this.#recordBefore(step.petition, at) : [];
    const done = await step.deed.perform(this.#stage(step, at, events));
    if (!done.ok) throw new StepRefused(this.tale, at, done.refusal);
    this.#next += 1;
  }

  #id(petition: string): string {
    const id = this.#ids.get(petition);
    if (id === undefined) throw new Error(`${this.tale.name}: nobody registered ${petition}`);
    return id;
  }

  /** What had happened before a step; when a demo goes on, the record may know more. */
  async #recordBefore(petition: string, at: number): Promise<readonly RecordedEvent[]> {
    const events = await this.#record(petition);
    const own = this.#derive('step', at);
    const done = events.findIndex(({ commandId }) => commandId === own);
    return done < 0 ? events : events.slice(0, done);
  }

  #record(petition: string): Promise<readonly RecordedEvent[]> {
    return this.#recordOf(this.#id(petition));
  }

  #recordOf(id: string): Promise<readonly RecordedEvent[]> {
    const scope = { actor: 'system:demo', units: [], roles: ['system'] };
    return this.#cast.core.db.withActor(scope, 'read', async (tx) => {
      await setStream(tx, id);
      return loadEvents(tx, id);
    });
  }

  /** The same id for the same step of the same demo. */
  #derive(what: string, at: number): string {
    const { core, seed } = this.#cast;
    return deriveId(core.keys, 'system:demo', what, `${seed}:${this.tale.index}:${at}`);
  }

  #stage(step: DatedStep, at: number, events: readonly RecordedEvent[]): Stage {
    const { seed } = this.#cast;
    const deps = this.#cast.core.petitions;
    const options = (actor: Actor): CommandOptions => ({
      actor,
      commandId: this.#derive('step', at),
      at: step.at,
    });
    const actor = (): Actor => this.#actor(step.who, step.petition);
    const id = (): string => this.#id(step.petition);
    const facts = factsOf(this.#cast.organisation, step.at, events);
    return {
      facts,
      register: async (input) => {
        const registered = await registerPetition(deps, input, {
          actor: step.who === 'petitioner' ? null : actor(),
          commandKey: `demo:${seed}:${this.tale.index}:${at}`,
          uploadOwner: '',
          at: step.at,
        });
        if (registered.ok) this.#ids.set(step.petition, registered.value.id);
        return registered;
      },
      run: (type, input) => runCommand(deps, id(), type, input, options(actor())),
      relate: (other, input) =>
        relatePetitions(
          deps,
          id(),
          { ...input, other: this.#id(other), suggested: true },
          options(actor()),
        ),
      undoRelation: (relationId, reason) =>
        undoRelation(deps, id(), { relationId, reason }, options(actor())),
      undoMerge: (reason) => undoMerge(deps, id(), { reason }, options(actor())),
      joinGroup: (head, reason) =>
        joinGroup(
          deps,
          id(),
          { head: this.#id(head), consent: true, reason, suggested: true },
          options(actor()),
        ),
      merge: (into, explanation) =>
        mergePetition(deps, id(), { into: this.#id(into), explanation }, options(actor())),
      split: async (parts, explanation, names) => {
        const input = { parts: parts(facts), explanation };
        const split = await splitPetition(deps, id(), input, options(actor()));
        if (!split.ok) return split;
        for (const [place, name] of names.entries()) {
          this.#ids.set(name, split.value.parts[place] ?? '');
        }
        return ok(undefined);
      },
      attach: async (text, file) => {
        // A file staged again has another id: the same step would look like another one.
        const own = this.#derive('step', at);
        const record = await this.#record(step.petition);
        if (record.some(({ commandId }) => commandId === own)) return ok(undefined);
        const owner = `demo:${seed}:${this.tale.index}:${at}`;
        const staged = await stageUpload(deps, file, owner);
        if (!staged.ok) return staged;
        const uploads = [staged.value.id];
        return runCommand(
          deps,
          id(),
          'addMaterial',
          { text, uploads },
          { ...options(actor()), uploadOwner: owner },
        );
      },
      requestReview: async (input, file) => {
        const petitionId = id();
        const caseId = this.#derive('review', at);
        const owner = `demo:${seed}:${this.tale.index}:${at}`;
        this.#reviews.set(step.petition, caseId);
        // A file staged again has another id: the same step would look like another one.
        if ((await this.#recordOf(caseId)).length > 0) return carryReview(deps, caseId, step.at);
        const staged = file === undefined ? null : await stageUpload(deps, file, owner);
        if (staged?.ok === false) return staged;
        const asked = await requestReview(
          deps,
          { caseId, petitionId },
          {
            ...input,
            ...('requestedOn' in input ? { requestedOn: facts.day(0) } : {}),
            ...(staged === null ? {} : { uploads: [staged.value.id] }),
          },
          { ...options(actor()), uploadOwner: owner },
        );
        if (!asked.ok) return asked;
        return carryReview(deps, caseId, step.at);
      },
      review: async (type, input) => {
        const reviewId = this.#reviews.get(step.petition) ?? '';
        const own = this.#derive('step', at);
        const record = await this.#recordOf(reviewId);
        const done = record.findIndex(({ commandId }) => commandId === own);
        const before = done < 0 ? record : record.slice(0, done);
        const drafted = before.findLast(({ type: each }) => each === 'PaperDrafted');
        const about = {
          day: facts.day,
          demands: facts.demands,
          paper: () => String((drafted?.data as Data | undefined)?.['paperId']),
        };
        const body = typeof input === 'function' ? input(about) : input;
        const ran = await runReviewCommand(deps, reviewId, type, body, options(actor()));
        return ran.ok ? carryReview(deps, reviewId, step.at) : ran;
      },
      keepPromise: async (type, input) => {
        const petitionId = id();
        const carried = await carryPetition(deps, petitionId);
        if (!carried.ok) return carried;
        const made = await listOfPetition(deps, demoActor, petitionId, step.at);
        const newest = made?.at(-1);
        if (newest === undefined) return refuse('not-found');
        const kept = await stepCommitment(deps, newest.id, type, input, options(actor()));
        return kept.ok ? carryPetition(deps, petitionId) : kept;
      },
      completeWithdrawal: () =>
        runSystemCommand(
          deps,
          id(),
          {
            type: 'completeWithdrawal',
            paperId: this.#derive('paper', at),
          },
          options(demoActor),
        ),
    };
  }

  #actor(who: Who, petition: string): Actor {
    if (who === 'system') return demoActor;
    if (who === 'petitioner') return { kind: 'petitioner', petitionId: this.#id(petition) };
    return staffOf(this.#cast.organisation, who);
  }
}

/** What a step, or an example of a request, may need to know of a petition's record. */
export function factsOf(
  organisation: Organisation,
  at: number,
  events: readonly RecordedEvent[],
): Facts {
  const dataOf = (event: RecordedEvent | undefined) => (event?.data ?? {}) as Data;
  const newest = (type: string, fits: (data: Data) => boolean): Data =>
    dataOf(events.findLast((event) => event.type === type && fits(dataOf(event))));
  const born = dataOf(events[0])['demands'];
  return {
    paper: (kind) => String(newest('PaperDrafted', (data) => data['kind'] === kind)['paperId']),
    relation: () => String(newest('PetitionRelated', () => true)['relationId']),
    task: () => String(newest('TaskGiven', () => true)['taskId']),
    demands: Array.isArray(born) ? born.map((demand: { id: string }) => demand.id) : [],
    userId: (userName) => staffOf(organisation, userName).userId,
    day: (after) => addDays(localDateOf(at), after),
  };
}

export function staffOf(organisation: Organisation, userName: string): StaffActor {
  const user = organisation.users.find((each) => each.userName === userName);
  const unitId = user?.posts[0]?.unitId;
  if (user === undefined || unitId === undefined) throw new Error(`nobody is called ${userName}`);
  const roles = user.posts.map((post) => post.role);
  const readingUnits = readingUnitsOf(organisation, unitId, roles);
  return { kind: 'staff', userId: user.userId, unitId, roles, readingUnits };
}

/** So many tales are busy at once; two cores with their database take no more. */
const sideBySide = 12;

/**
 * Plays all tales in the order of time, so that numbers are given out as they would have been.
 * @param onStep told after each step
 */
export async function playAll(
  tales: readonly DatedTale[],
  cast: Cast,
  onStep: () => void,
): Promise<Result<undefined, Refusal>> {
  const waiting = new Waiting(tales.map((tale) => new Playing(tale, cast)));
  let failure: unknown;
  const worker = async (): Promise<void> => {
    for (let next = waiting.take(); next && failure === undefined; next = waiting.take()) {
      try {
        await next.step();
      } catch (error) {
        failure ??= error;
        return;
      }
      onStep();
      waiting.put(next);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  if (failure instanceof Error) throw failure;
  return ok(undefined);
}

/** Tales by the moment of their next step: a binary heap. */
class Waiting {
  readonly #heap: Playing[] = [];

  constructor(all: readonly Playing[]) {
    for (const each of all) this.put(each);
  }

  put(playing: Playing): void {
    if (playing.due === undefined) return;
    const heap = this.#heap;
    heap.push(playing);
    for (let at = heap.length - 1; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.#swapIfLater(above, at)) break;
      at = above;
    }
  }

  take(): Playing | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || first === last) return first;
    heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const below = dueOf(heap[right]) < dueOf(heap[left]) ? right : left;
      if (below >= heap.length || !this.#swapIfLater(at, below)) break;
      at = below;
    }
    return first;
  }

  #swapIfLater(above: number, below: number): boolean {
    const [upper, lower] = [this.#heap[above], this.#heap[below]];
    if (upper === undefined || lower === undefined || dueOf(upper) <= dueOf(lower)) return false;
    this.#heap[above] = lower;
    this.#heap[below] = upper;
    return true;
  }
}

const dueOf = (playing: Playing | undefined): number => playing?.due ?? Number.POSITIVE_INFINITY;
