import {
  beginDay,
  changeReceptionDay,
  openInside,
  type DayInput,
  type DayInputType,
  type DayPlanInput,
} from '../../../capabilities/reception-days/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { stageUpload } from '../../../capabilities/petitions/index.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { receptionPlace, receptionRegion } from './cast.ts';
import { leaderIdOf, receptionDayIdOf, receptionKeys } from './names.ts';
import { noticeOnScreen } from './notice-picture.ts';

export interface ReceptionStage {
  readonly core: Core;
  readonly organisation: Organisation;
  /** Epoch ms. */
  readonly now: number;
}

export const dayMs = 86_400_000;

/** Fails the demo with the refusal's code. */
export function must<T>(what: string, result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`demo reception ${what}: ${result.refusal.code}`);
  return result.value;
}

/** One day of the demo, step by step, each at its time before or after now. */
export class PlayedDay {
  readonly #stage: ReceptionStage;
  readonly #key: string;
  #step = 0;
  #plan: DayPlanInput | null = null;

  constructor(stage: ReceptionStage, key: string) {
    this.#stage = stage;
    this.#key = key;
  }

  async plan(
    inDays: number,
    leaders: readonly string[],
    more: Partial<DayPlanInput> & Pick<DayPlanInput, 'kind'>,
    plannedBefore: number,
  ): Promise<void> {
    const { core, organisation, now } = this.#stage;
    const plan = this.#planOf(inDays, leaders, more);
    const actor = staffOf(organisation, 'officer1');
    const at = now + (Math.min(inDays, 0) - plannedBefore) * dayMs;
    const options = { actor, commandKey: receptionKeys.day(this.#key), at };
    must(this.#key, await beginDay(core.petitions, plan, options));
    this.#plan = plan;
  }

  /** Moves what was planned to another day. */
  async move(
    daysFromNow: number,
    inDays: number,
    hours: { readonly from: string; readonly to: string },
    reason: string,
  ): Promise<void> {
    if (this.#plan === null) throw new Error(`${this.#key} was not planned`);
    const on = addDays(localDateOf(this.#stage.now), inDays);
    await this.step(daysFromNow, 'changeDay', { ...this.#plan, ...hours, on, reason });
  }

  #planOf(
    inDays: number,
    leaders: readonly string[],
    more: Partial<DayPlanInput> & Pick<DayPlanInput, 'kind'>,
  ): DayPlanInput {
    const { core, organisation, now } = this.#stage;
    return {
      way: 'in-person',
      on: addDays(localDateOf(now), inDays),
      from: '09:00',
      to: '12:00',
      place: receptionPlace,
      regionCode: receptionRegion,
      leaders: leaders.map((key) => leaderIdOf(core, organisation, key)),
      theme: '',
      topics: [],
      slotMinutes: null,
      ...more,
    };
  }

  async step<T extends DayInputType>(
    daysFromNow: number,
    type: T,
    input: DayInput<T>,
    userName = 'officer1',
  ): Promise<string> {
    const { core, organisation, now } = this.#stage;
    this.#step += 1;
    const options = {
      actor: staffOf(organisation, userName),
      commandKey: `${receptionKeys.day(this.#key)}-${this.#step}`,
      at: now + daysFromNow * dayMs,
    };
    const id = receptionDayIdOf(core, organisation, this.#key);
    const done = await changeReceptionDay(core.petitions, id, type, input, options);
    return must(`${this.#key} ${type}`, done).made;
  }

  /** Four more channels, each with its proof: a picture of the screen, links that open. */
  async channels(daysFromNow: number): Promise<void> {
    const on = addDays(localDateOf(this.#stage.now), Math.floor(daysFromNow));
    await this.#onScreen(daysFromNow, on);
    const shown = [
      ['tv', '临澄电视台', 'https://tv.demo.example/notice'],
      ['newspaper', '临澄日报', 'https://daily.demo.example/notice'],
      ['new-media', '临澄发布', 'https://media.demo.example/notice'],
    ] as const;
    for (const [channel, outlet, link] of shown) {
      const proof = { channel, outlet, on, link, upload: null };
      await this.step(daysFromNow, 'recordChannel', proof);
    }
  }

  /** The notice on the office's own screen, with a picture of it. */
  async #onScreen(daysFromNow: number, on: string): Promise<void> {
    const { core, organisation } = this.#stage;
    const actor = staffOf(organisation, 'officer1');
    const id = receptionDayIdOf(core, organisation, this.#key);
    const known = await openInside(core.petitions, actor, id);
    // A file staged again has another id: the same step would look like another one.
    if (known?.channels.some(({ file }) => file !== null) === true) {
      this.#step += 1;
      return;
    }
    const staged = await stageUpload(core.petitions, noticeOnScreen(), `staff:${actor.userId}`);
    await this.step(daysFromNow, 'recordChannel', {
      channel: 'notice-board',
      outlet: '县信访局大厅电子屏',
      on,
      link: null,
      upload: must(`${this.#key} picture`, staged).id,
    });
  }
}
