import {
  answerSubscription,
  changeReceptionSettings,
  listLeader,
  subscribe,
  subscriptionToken,
  takeSchema,
  takeTicket,
  type SettingsInput,
  usualSettings,
} from '../../../capabilities/reception-days/index.ts';
import { staffOf } from '../play.ts';
import { castOf, receptionPlace, receptionRegion } from './cast.ts';
import { certificates } from './hall-cast.ts';
import { playPastHall } from './hall-play.ts';
import { leaderIdOf, receptionDayIdOf, receptionKeys } from './names.ts';
import { dayMs, must, PlayedDay, type ReceptionStage } from './played-day.ts';

async function listCast({ core, organisation, now }: ReceptionStage): Promise<void> {
  const actor = staffOf(organisation, 'officehead');
  const codeOf = (name: string): string | undefined =>
    organisation.categories.find((each) => each.name === name && each.parentCode === null)?.code;
  for (const { key, input } of castOf(codeOf, staffOf(organisation, 'leader').userId)) {
    const options = { actor, commandKey: receptionKeys.leader(key), at: now - 300 * dayMs };
    must(key, await listLeader(core.petitions, input, options));
  }
}

const videoRoom = '县信访局视频接访室';

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
    fields: ['拖欠工资', '房屋产权办证', '非法集资'],
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
        place: videoRoom,
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
  const heard = await playPastHall(stage, stage.now - 12 * dayMs);
  const force = await day.step(-12 + 0.15, 'formTaskForce', {
    leaderId: leaderIdOf(core, organisation, 'magistrate'),
    petitionId: heard.get(certificates.title) ?? null,
    matter: certificates.title,
    units: ['housing', 'resources'],
    members: '组长：县长；成员：县住建局、县自然资源局主要负责人，城关镇镇长',
  });
  await day.step(-12 + 0.2, 'closeDay', {});
  await day.step(-11, 'draftMinutes', {
    attending: '县长程怀民、常务副县长戴文渊，县信访局、县住建局、县自然资源局负责人。',
    heard:
      '共接待来访群众 6 批 25 人次，主要反映房产办证、拖欠工资、养老待遇等问题，当场办结 1 批。',
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

/** The kinds that are no open days, one that moved and one that was cancelled. */
async function playOthers(stage: ReceptionStage): Promise<void> {
  const themed = new PlayedDay(stage, 'themed');
  const wages = { theme: '农民工工资', place: '临澄县人力资源和社会保障局一楼' };
  await themed.plan(6, ['deputy-3'], { kind: 'themed', ...wages }, 3);
  await themed.step(-2, 'publishNotice', {});
  const invited = new PlayedDay(stage, 'invited');
  await invited.plan(3, ['deputy-1'], { kind: 'invited', from: '15:00', to: '17:00' }, 4);
  const guests = [
    ['骆春生', '13900000081', '安置房面积与协议不符'],
    ['阮桂英', '13900000082', '小区电梯停用半年'],
  ] as const;
  const asked: string[] = [];
  for (const [name, telephone, topic] of guests) {
    const visitor = { name, telephone, topic, petitionId: null };
    asked.push(await invited.step(-3, 'inviteVisitor', visitor));
  }
  await invited.step(-2, 'answerInvitation', { id: asked[0] ?? '', answer: 'coming' });
  const village = new PlayedDay(stage, 'grass-roots');
  const there = { place: '青溪乡人民政府便民服务中心', from: '14:00', to: '17:00' };
  await village.plan(12, ['deputy-4'], { kind: 'grass-roots', ...there }, 3);
  await village.step(-2, 'publishNotice', {});
  const moved = new PlayedDay(stage, 'moved');
  const video = {
    kind: 'on-line',
    way: 'video',
    slotMinutes: 20,
    from: '14:30',
    to: '16:30',
  } as const;
  await moved.plan(13, ['deputy-3'], { ...video, place: videoRoom }, 5);
  await moved.step(-4, 'publishNotice', {});
  await moved.step(-3, 'bookSlot', {
    slot: '14:50',
    name: '邹家和',
    telephone: '13900000083',
    topic: '工伤认定',
  });
  await moved.move(-1, 16, { from: '15:30', to: '17:30' }, '领导出席全市会议，改期举行。');
  const cancelled = new PlayedDay(stage, 'cancelled');
  await cancelled.plan(10, ['deputy-2'], { kind: 'open' }, 6);
  await cancelled.step(-5, 'publishNotice', {});
  // Whoever had a ticket keeps it for the coming day, and is told.
  const { core, organisation, now } = stage;
  const ticket = takeSchema.parse({ way: 'portal', name: '邵文君', telephone: '15400001231' });
  const dayId = receptionDayIdOf(core, organisation, 'cancelled');
  const taking = { actor: null, commandKey: 'demo-ticket-cancelled', at: now - 3 * dayMs };
  must('ticket', await takeTicket(core.petitions, dayId, ticket, taking));
  await cancelled.step(-1, 'cancelDay', {
    reason: '接访领导因公外出，改由其他接访日接待。',
    carryTo: receptionDayIdOf(core, organisation, 'coming'),
  });
}

/** Somebody hears of the office's days by message. */
async function playSubscription({ core, organisation }: ReceptionStage): Promise<void> {
  const { unitId } = staffOf(organisation, 'officehead');
  const contact = { way: 'sms', address: '15400001232' } as const;
  const id = await subscribe(core.petitions, unitId, contact, 'zh-CN');
  await answerSubscription(core.petitions, subscriptionToken(core.keys, id), 'confirm');
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
  await playOthers(stage);
  await playSubscription(stage);
}
