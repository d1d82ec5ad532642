import {
  beginProceeding,
  openProceeding,
  placesOfPaper,
  stepBySystem,
  stepProceeding,
  type BeginInput,
  type ProceedingView,
} from '../../../capabilities/hearings-mediation/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { openPetitionView, runCommand } from '../../../capabilities/petitions/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { memberId } from './names.ts';

const day = 86_400_000;

/** Fails where a rule refuses: the scene is wrong, and the demo stops and says where. */
function must<T>(result: Result<T, Refusal>, what: string): T {
  if (!result.ok) throw new Error(`demo ${what}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

type Kind = keyof BeginInput;
type Steps = Parameters<typeof stepProceeding>;

/** One proceeding of the demo, played by the real commands; each step once, however often it runs. */
export class Scene {
  readonly #core: Core;
  readonly #organisation: Organisation;
  readonly #petitionId: string;
  readonly #now: number;
  #kind: Kind = 'hearing';
  #id = '';
  #step = 0;
  #daysAgo = 0;

  constructor(cast: {
    readonly core: Core;
    readonly organisation: Organisation;
    readonly petitionId: string;
    readonly now: number;
  }) {
    this.#core = cast.core;
    this.#organisation = cast.organisation;
    this.#petitionId = cast.petitionId;
    this.#now = cast.now;
  }

  /** What follows happened so many days ago. */
  ago(days: number): this {
    this.#daysAgo = days;
    return this;
  }

  get #at(): number {
    return this.#now - this.#daysAgo * day;
  }

  /** A day counted from the one on which the next step happens. */
  on(days = 0): LocalDate {
    return addDays(localDateOf(this.#at), days);
  }

  member(key: string): string {
    return memberId(this.#core, this.#organisation, key);
  }

  async begin<K extends Kind>(kind: K, input: BeginInput[K], commandKey: string): Promise<this> {
    const actor = staffOf(this.#organisation, 'housing');
    const begun = await beginProceeding(this.#core.petitions, this.#petitionId, kind, input, {
      actor,
      commandKey,
      at: this.#at,
    });
    this.#kind = kind;
    this.#id = must(begun, kind).id;
    return this;
  }

  /** One step by the unit that conducts it, or by the petitioner. */
  async do(type: string, input: object, who: 'unit' | 'petitioner' = 'unit'): Promise<this> {
    const actor: Actor =
      who === 'petitioner'
        ? { kind: 'petitioner', petitionId: this.#petitionId }
        : staffOf(this.#organisation, 'housing');
    const done = await stepProceeding(
      this.#core.petitions,
      { petitionId: this.#petitionId, id: this.#id },
      this.#kind,
      type as Steps[3],
      input as Steps[4],
      { actor, commandId: this.#next(), at: this.#at },
    );
    must(done, type);
    return this;
  }

  async system(type: 'missWindow'): Promise<this> {
    const place = { petitionId: this.#petitionId, id: this.#id };
    const actor = { kind: 'system', name: 'proceedings' } as const;
    const options = { actor, commandId: this.#next(), at: this.#at };
    must(await stepBySystem(this.#core.petitions, place, { type }, options), type);
    return this;
  }

  async view(): Promise<ProceedingView> {
    const actor = staffOf(this.#organisation, 'housing');
    const found = await openProceeding(
      this.#core.petitions,
      actor,
      this.#petitionId,
      this.#id,
      this.#now,
    );
    if (found === null) throw new Error('demo: no proceeding');
    return found;
  }

  /**
   * Everybody drawn for the panel, those who left it too, in the order of the draws: whoever stands
   * first stays first, so that a step played again names the same member.
   */
  async drawn(): Promise<readonly string[]> {
    const { hearing } = await this.view();
    return (hearing?.panel ?? []).map(({ memberId: id }) => id);
  }

  async parties(): Promise<readonly { readonly id: string; readonly role: string }[]> {
    const view = await this.view();
    return view.hearing?.parties ?? view.mediation?.parties ?? [];
  }

  /** The unit's head issues the newest draft, the handler serves it, and the days begin. */
  async issueNotice(): Promise<this> {
    const { petitions: deps } = this.#core;
    const paperId = await this.#draft();
    const run = (who: string) => ({
      actor: staffOf(this.#organisation, who),
      commandId: this.#next(),
      at: this.#at,
    });
    const head = run('housing-head');
    must(await runCommand(deps, this.#petitionId, 'issuePaper', { paperId }, head), 'issue');
    const servedOn = localDateOf(this.#at);
    const proof = '本人签收，送达回证已归档。';
    const service = { paperId, way: 'hand', servedOn, proof } as const;
    must(await runCommand(deps, this.#petitionId, 'servePaper', service, run('housing')), 'serve');
    const actor = { kind: 'system', name: 'proceedings' } as const;
    // As the reaction would do it, and with its id: whichever comes second finds it done.
    const commandId = deriveId(this.#core.keys, 'system:proceedings', 'served', paperId);
    const step = { type: 'recordService', paperId, on: servedOn } as const;
    for (const place of await placesOfPaper(deps, paperId)) {
      must(await stepBySystem(deps, place, step, { actor, commandId, at: this.#at }), 'served');
    }
    return this;
  }

  async #draft(): Promise<string> {
    const actor = staffOf(this.#organisation, 'housing-head');
    const view = await openPetitionView(this.#core.petitions, actor, this.#petitionId, this.#now);
    const paper = view?.papers.findLast(({ kind }) => kind === 'hearing-notice');
    if (paper === undefined) throw new Error('demo: no notice');
    return paper.id;
  }

  #next(): string {
    this.#step += 1;
    return deriveId(this.#core.keys, 'system:demo', this.#id, String(this.#step));
  }
}
