import {
  callNext,
  changeHall,
  changeReceptionDay,
  hallMadeIdOf,
  instructFromTicket,
  registerFromTicket,
  stepByHolder,
  stepTicket,
  supplyDesk,
  takeSchema,
  takeTicket,
  type StaffStepInput,
  type StaffStepType,
  type TakeInput,
} from '../../../capabilities/reception-days/index.ts';
import { registrationSchema } from '../../../capabilities/petitions/index.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { workingDayFrom } from '../../../kernel/calendar.ts';
import { addDays, localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { staffOf } from '../play.ts';
import { hallCast, hallGroups, pastCast } from './hall-cast.ts';
import { receptionDayIdOf } from './names.ts';
import type { ReceptionStage } from './played-day.ts';

const minute = 60_000;

/** Minutes before now at which the doors opened; a demo made after midnight has a shorter day. */
const openFor = 150;

/** Numbers that the desk holds; more than the play prints. */
const supplied = 40;

/** Calls that nobody answers need their time between them. */
const leastForCarrying = 45;

function must<T>(what: string, result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`demo hall ${what}: ${result.refusal.code}`);
  return result.value;
}

/** The hall of a day, each step under a key of its own. */
class PlayedHall {
  readonly #stage: ReceptionStage;
  readonly #begun: number | null;
  readonly dayId: string;
  #step = 0;
  #printed = 0;

  /** @param begun epoch ms at which the doors of a day that is over were opened */
  constructor(stage: ReceptionStage, key: 'running' | 'past', begun: number | null = null) {
    this.#stage = stage;
    this.#begun = begun;
    this.dayId = receptionDayIdOf(stage.core, stage.organisation, key);
  }

  /** Minutes that the day has had so far. */
  get length(): number {
    const { now } = this.#stage;
    return Math.min(openFor, (now - startOfDay(localDateOf(now)).getTime()) / minute);
  }

  /** Epoch ms of a moment of the play, which a short day has sooner. */
  at(minutes: number): number {
    if (this.#begun !== null) return this.#begun + minutes * minute;
    const { now } = this.#stage;
    return Math.round(now - this.length * minute * (1 - minutes / openFor));
  }

  get canCarry(): boolean {
    return this.length >= leastForCarrying;
  }

  staff(userName: string): StaffActor {
    return staffOf(this.#stage.organisation, userName);
  }

  #options(minutes: number, userName: string) {
    this.#step += 1;
    return {
      actor: this.staff(userName),
      commandKey: `demo-hall-${this.#step}`,
      at: this.at(minutes),
    };
  }

  groupId(key: string): string {
    const { core } = this.#stage;
    return hallMadeIdOf(core.petitions, this.dayId, this.staff('officer1'), `demo-group-${key}`);
  }

  async open(): Promise<void> {
    const { petitions } = this.#stage.core;
    const options = this.#options(0, 'officer1');
    must('open', await changeReceptionDay(petitions, this.dayId, 'openDay', {}, options));
    await this.formGroups();
    await this.hang();
  }

  async formGroups(): Promise<void> {
    const { petitions } = this.#stage.core;
    for (const { key, input, open } of hallGroups) {
      const made = { ...this.#options(0, 'officer1'), commandKey: `demo-group-${key}` };
      must(key, await changeHall(petitions, this.dayId, 'formGroup', input, made));
      const step = open ? 'openGroup' : 'restGroup';
      const groupId = this.groupId(key);
      must(
        key,
        await changeHall(petitions, this.dayId, step, { groupId }, this.#options(1, 'officer1')),
      );
    }
  }

  /** A desk at the door and a screen on the wall. */
  async hang(): Promise<void> {
    const { petitions } = this.#stage.core;
    const desk = { ...this.#options(0, 'officer1'), commandKey: 'demo-desk' };
    const { madeId } = must(
      'desk',
      await changeHall(petitions, this.dayId, 'openDesk', { label: '大厅东门' }, desk),
    );
    const clerk = { actor: this.staff('clerk') };
    must('supply', await supplyDesk(petitions, this.dayId, madeId ?? '', supplied, clerk));
    const screen = { label: '大厅正面' };
    must(
      'screen',
      await changeHall(petitions, this.dayId, 'addScreen', screen, this.#options(1, 'officer1')),
    );
  }

  async take(key: string, minutes: number, input: Partial<TakeInput>): Promise<string> {
    const { petitions } = this.#stage.core;
    const printed = input.way === undefined && this.#begun === null;
    if (printed) this.#printed += 1;
    const number = printed ? { number: { series: 'A', count: this.#printed } } : {};
    const asked = takeSchema.parse({ way: 'door', ...number, ...input });
    const options = {
      actor: asked.way === 'portal' ? null : this.staff('clerk'),
      commandKey: `demo-ticket-${key}`,
      at: this.at(minutes),
    };
    return must(key, await takeTicket(petitions, this.dayId, asked, options)).id;
  }

  async next(group: string, minutes: number): Promise<string> {
    const { petitions } = this.#stage.core;
    const options = this.#options(minutes, 'officer1');
    const called = await callNext(petitions, this.dayId, this.groupId(group), options);
    return must(`next ${group}`, called).ticketId;
  }

  async step<T extends StaffStepType>(
    ticketId: string,
    minutes: number,
    type: T,
    input: StaffStepInput<T>,
  ): Promise<void> {
    const { petitions } = this.#stage.core;
    const place = { dayId: this.dayId, ticketId };
    const options = this.#options(minutes, 'officer1');
    must(type, await stepTicket(petitions, place, type, input, options));
  }

  async register(ticketId: string, minutes: number, said: object): Promise<string> {
    const { petitions } = this.#stage.core;
    const input = registrationSchema.parse({ channel: 'reception-day', ...said });
    const options = {
      ...this.#options(minutes, 'officer1'),
      commandKey: `demo-matter-${ticketId}`,
    };
    const place = { dayId: this.dayId, ticketId };
    return must('matter', await registerFromTicket(petitions, place, input, options)).id;
  }

  async instruct(
    ticketId: string,
    petitionId: string,
    minutes: number,
    { text, unit, days }: { readonly text: string; readonly unit: string; readonly days: number },
  ): Promise<void> {
    const { petitions } = this.#stage.core;
    const dueDate = addDays(localDateOf(this.at(minutes)), days);
    const input = { petitionId, text, unit, dueDate, promisedTo: 'petitioner' as const };
    const options = this.#options(minutes, 'leader');
    const place = { dayId: this.dayId, ticketId };
    must('instruct', await instructFromTicket(petitions, place, input, options));
  }

  async cancel(ticketId: string, minutes: number): Promise<void> {
    const options = { commandKey: 'demo-cancel', at: this.at(minutes) };
    must('cancel', await stepByHolder(this.#stage.core.petitions, ticketId, 'cancel', options));
  }

  /** The morning after: where nobody answered. */
  morning(): string {
    const { core, now } = this.#stage;
    return workingDayFrom(core.petitions.calendar(), addDays(localDateOf(now), 1));
  }
}

/**
 * A reception day that goes on now, by the real commands: heard, talking, called, waiting, sent by
 * hand, carried over, cancelled by its holder.
 */
export async function playHall(stage: ReceptionStage): Promise<void> {
  const hall = new PlayedHall(stage, 'running');
  await hall.open();
  const ids = new Map<string, string>();
  for (const { key, minutes, input } of hallCast) {
    ids.set(key, await hall.take(key, minutes, input));
  }
  const id = (key: string): string => ids.get(key) ?? '';

  const heard = await hall.next('leader', 10);
  await hall.step(heard, 12, 'beginTalk', {});
  const petition = await hall.register(heard, 25, {
    title: '锦绣家园三号楼外墙渗水',
    text: '每逢下雨三号楼东面墙渗水，顶楼两户天花板脱落，物业说保修期已过。',
    demands: ['查明原因并维修', '明确由谁承担费用'],
    purpose: 'appeal',
    regionCode: stage.organisation.find('county-office')?.regionCode ?? '',
    people: [{ name: '陶淑珍', mobile: '15400001201' }],
  });
  await hall.instruct(heard, petition, 28, {
    text: '请县住建局三日内到现场查明原因，一周内把整改办法当面告诉住户。',
    unit: 'housing',
    days: 7,
  });
  await hall.step(heard, 30, 'endTalk', { settledAtOnce: false });

  const away = await hall.next('housing', 15);
  if (hall.canCarry) {
    for (const minutes of [20, 25]) await hall.step(away, minutes, 'callAgain', {});
    await hall.step(away, 30, 'telephone', {});
    await hall.step(away, 35, 'carryOver', { cause: 'no-answer', on: hall.morning() });
  } else await hall.step(away, 35, 'putBack', {});

  await hall.step(id('by-hand'), 40, 'send', {
    groupId: hall.groupId('labour'),
    reason: '来访人带了劳动合同，请人社组先看。',
  });
  await hall.cancel(id('cancelled'), 45);
  const talking = await hall.next('leader', 120);
  await hall.step(talking, 124, 'beginTalk', {});
  await hall.next('housing', 147);
}

/**
 * A day that is over: everybody was heard, one batch had its matter settled on the spot, of what a
 * leader promised one is still to come and one is overdue.
 * @param begun epoch ms at which its doors were opened
 * @returns its petitions by their title
 */
export async function playPastHall(
  stage: ReceptionStage,
  begun: number,
): Promise<ReadonlyMap<string, string>> {
  const hall = new PlayedHall(stage, 'past', begun);
  await hall.formGroups();
  const regionCode = stage.organisation.find('county-office')?.regionCode ?? '';
  const codeOf = (name: string | null) =>
    stage.organisation.categories.find((each) => each.name === name && each.parentCode === null)
      ?.code;
  const petitions = new Map<string, string>();
  for (const [place, { matter, topic, input, settledAtOnce }] of pastCast.entries()) {
    const minutes = place * 20;
    const code = codeOf(topic);
    const key = `past-${place}`;
    const about = code === undefined ? {} : { topic: code };
    const ticket = await hall.take(key, minutes, { ...input, ...about });
    await hall.next('leader', minutes + 1);
    await hall.step(ticket, minutes + 2, 'beginTalk', {});
    const open = petitions.get(matter.title);
    if (open !== undefined) {
      const joined = { petitionId: open, how: 'joined' } as const;
      await hall.step(ticket, minutes + 10, 'noteMatter', joined);
    } else {
      const { instruction, ...said } = matter;
      const people = [{ name: input.name ?? '', mobile: input.telephone ?? '' }];
      const made = await hall.register(ticket, minutes + 10, {
        ...said,
        purpose: 'appeal',
        regionCode,
        people,
      });
      petitions.set(matter.title, made);
      if (instruction !== null) await hall.instruct(ticket, made, minutes + 12, instruction);
    }
    await hall.step(ticket, minutes + 15, 'endTalk', { settledAtOnce });
  }
  return petitions;
}
