import {
  beginDay,
  changeReceptionSettings,
  changeReceptionDay,
  listLeader,
  type DayInput,
  type DayInputType,
  type DayPlanInput,
  type SettingsInput,
  usualSettings,
} from '../../../capabilities/reception-days/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { castOf, receptionPlace, receptionRegion } from './cast.ts';
import { playPastHall } from './hall-play.ts';
import { leaderIdOf, receptionDayIdOf, receptionKeys } from './names.ts';

export interface ReceptionStage {
  readonly core: Core;
  readonly organisation: Organisation;
  /** Epoch ms. */
  readonly now: number;
}

const dayMs = 86_400_000;

function must<T>(what: string, result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`demo reception ${what}: ${result.refusal.code}`);
  return result.value;
}

async function listCast({ core, organisation, now }: ReceptionStage): Promise<void> {
  const actor = staffOf(organisation, 'officehead');
  const codeOf = (name: string): string | undefined =>
    organisation.categories.find((each) => each.name === name && each.parentCode === null)?.code;
  for (const { key, input } of castOf(codeOf, staffOf(organisation, 'leader').userId)) {
    const options = { actor, commandKey: receptionKeys.leader(key), at: now - 300 * dayMs };
    must(key, await listLeader(core.petitions, input, options));
  }
}

/** One day of the demo, step by step, each at its time before or after now. */
class PlayedDay {
  readonly #stage: ReceptionStage;
  readonly #key: string;
  #step = 0;

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
    const plan: DayPlanInput = {
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
    const actor = staffOf(organisation, 'officer1');
    const at = now + (Math.min(inDays, 0) - plannedBefore) * dayMs;
    const options = { actor, commandKey: receptionKeys.day(this.#key), at };
    must(this.#key, await beginDay(core.petitions, plan, options));
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

  /** Three more channels, each with its proof. */
  async channels(daysFromNow: number): Promise<void> {
    const on = addDays(localDateOf(this.#stage.now), Math.floor(daysFromNow));
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
}

/** Duty as practice has it; odd months at the window, even months on line. */
async function setSheet({ core, organisation, now }: ReceptionStage): Promise<void> {
  const actor = staffOf(organisation, 'officehead');
  const shared = {
    regionCode: receptionRegion,
    theme: '',
    leaders: ['magistrate', 'deputy-1', 'deputy-2', 'deputy-3', 'deputy-4'].map((key) =>
      leaderIdOf(core, organisation, key),
    ),
  };
  const input = {
    norms: [...usualSettings.norms],
    bigRegions: [`${receptionRegion}100`, `${receptionRegion}002`],
    fields: ['拖欠工资', '房产办证', '非法集资'],
    rotations: [
      {
        ...shared,
        name: '单月窗口接访',
        months: 'odd',
        dayOfMonth: 15,
        kind: 'open',
        way: 'in-person',
        from: '09:00',
        to: '12:00',
        place: receptionPlace,
        slotMinutes: null,
      },
      {
        ...shared,
        name: '双月上线接访',
        months: 'even',
        dayOfMonth: 15,
        kind: 'on-line',
        way: 'video',
        from: '14:30',
        to: '17:00',
        place: '县信访局视频接访室',
        slotMinutes: 20,
      },
    ],
    expectedVersion: 0,
  } satisfies SettingsInput;
  const options = { actor, commandKey: 'demo-reception-settings', at: now - 299 * dayMs };
  must('settings', await changeReceptionSettings(core.petitions, input, options));
}

/** The days that are over: one each month, so that the yearly duty has something to count. */
async function playMonths(stage: ReceptionStage): Promise<void> {
  const turns = ['deputy-1', 'deputy-2', 'magistrate', 'deputy-3', 'deputy-1', 'magistrate'];
  for (const [at, leader] of turns.entries()) {
    const inDays = -40 - at * 30;
    const day = new PlayedDay(stage, `month-${at}`);
    await day.plan(inDays, [leader], { kind: 'open' }, 14);
    await day.step(inDays - 10, 'publishNotice', {});
    await day.step(inDays, 'openDay', {});
    await day.step(inDays + 0.2, 'closeDay', {});
  }
}

async function playPast(stage: ReceptionStage): Promise<void> {
  const { core, organisation } = stage;
  const day = new PlayedDay(stage, 'past');
  await day.plan(-12, ['magistrate', 'deputy-1'], { kind: 'open' }, 14);
  await day.step(-12 - 9, 'publishNotice', {});
  await day.channels(-12 - 8);
  await day.step(-12, 'openDay', {});
  await playPastHall(stage, stage.now - 12 * dayMs);
  const force = await day.step(-12 + 0.15, 'formTaskForce', {
    leaderId: leaderIdOf(core, organisation, 'magistrate'),
    petitionId: null,
    matter: '锦绣家园小区不动产证长期办不下来',
    units: ['housing', 'resources'],
    members: '组长：县长；成员：县住建局、县自然资源局主要负责人，城关镇镇长',
  });
  await day.step(-12 + 0.2, 'closeDay', {});
  await day.step(-11, 'draftMinutes', {
    attending: '县长程怀民、常务副县长戴文渊，县信访局、县住建局、县自然资源局负责人。',
    heard: '共接待来访群众，主要反映房产办证、物业维修、农民工工资等问题。',
    decided: '锦绣家园小区办证问题成立专班，由县长牵头，县住建局、县自然资源局一个月内拿出方案。',
  });
  await day.step(-10, 'issueMinutes', {}, 'officehead');
  await day.step(-6, 'noteTaskForce', {
    id: force,
    note: '县自然资源局已核对宗地资料，缺规划核实意见书两份，正在补办。',
  });
}

/** One that goes on now: planned and announced here, opened and filled by the hall's play. */
async function planRunning(stage: ReceptionStage): Promise<void> {
  const day = new PlayedDay(stage, 'running');
  await day.plan(0, ['magistrate'], { kind: 'open', from: '08:30', to: '12:00' }, 15);
  await day.step(-9, 'publishNotice', {});
  await day.channels(-9);
}

async function playComing(stage: ReceptionStage): Promise<void> {
  const coming = new PlayedDay(stage, 'coming');
  await coming.plan(18, ['deputy-1', 'deputy-3'], { kind: 'open' }, 2);
  await coming.step(-1, 'publishNotice', {});
  await coming.channels(-0.5);
  await new PlayedDay(stage, 'steps').plan(25, ['deputy-2'], { kind: 'open' }, 1);
  const onLine = new PlayedDay(stage, 'on-line');
  await onLine.plan(
    9,
    ['deputy-2'],
    {
      kind: 'on-line',
      way: 'telephone',
      from: '14:30',
      to: '17:00',
      slotMinutes: 15,
      theme: '开学和校外培训',
    },
    3,
  );
  await onLine.step(-2, 'publishNotice', {});
  await onLine.step(-1, 'bookSlot', {
    slot: '14:45',
    name: '顾念慈',
    telephone: '13900000077',
    topic: '孩子转学的材料一直没有回复',
  });
  const visit = new PlayedDay(stage, 'visit');
  await visit.plan(
    5,
    ['deputy-4'],
    { kind: 'with-case', from: '14:00', to: '17:30', place: '柳塘乡荷花村村民委员会' },
    3,
  );
  await visit.step(-1, 'writePreparation', {
    petitionId: null,
    background: '荷花村灌溉渠道淤塞三年，下游二组、三组稻田缺水。',
    demands: '清淤疏浚，明确管护责任。',
    proposal: '县水利局十日内完成清淤，乡政府与村委会签订管护协议。',
    basis: '《农田水利条例》',
  });
  await visit.step(-1, 'inviteVisitor', {
    name: '荷花村二组村民代表',
    telephone: '',
    topic: '灌溉渠道清淤',
    petitionId: null,
  });
}

/**
 * Leaders and reception days in every stage, by the real commands. Every step has a key of its own:
 * a demo that goes on does none of them twice.
 */
export async function playReceptionPlans(stage: ReceptionStage): Promise<void> {
  await listCast(stage);
  await setSheet(stage);
  await playMonths(stage);
  await playPast(stage);
  await planRunning(stage);
  await playComing(stage);
}
