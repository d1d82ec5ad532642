import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import {
  listSuggestions,
  meetingIdOf,
  planMeeting,
  stepMeeting,
  type MeetingStep,
  type MeetingStepInput,
} from '../../capabilities/joint-meeting/index.ts';
import {
  registerPetition,
  registrationSchema,
  runCommand,
  type CommandInput,
  type SingleCommandType,
} from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { countyCode } from './county/regions.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
}

const day = 86_400_000;
const places = ['planned', 'called', 'open', 'minuted', 'cancelled'] as const;
type Place = (typeof places)[number];
const waiting = '两个小区之间的断头路由谁打通';

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo meeting ${what}: ${JSON.stringify(done.refusal)}`);
  return done.value;
};

const keyOf = ({ core }: Pick<Stage, 'core'>, what: string): string =>
  deriveId(core.keys, 'system:demo', 'joint-meeting', what);

/** A matter of the demo, and the steps that people take with it. */
class Matter {
  readonly stage: Stage;
  readonly id: string;
  readonly name: string;

  constructor(stage: Stage, id: string, name: string) {
    this.stage = stage;
    this.id = id;
    this.name = name;
  }

  static async register(stage: Stage, name: string, title: string, text: string, ago: number) {
    const { core, organisation, now } = stage;
    const input = registrationSchema.parse({
      channel: 'visit',
      title,
      text,
      demands: [text],
      purpose: 'appeal',
      regionCode: countyCode,
      people: [{ name: '梅知秋', mobile: '13900007788' }],
    });
    const registered = await registerPetition(core.petitions, input, {
      actor: staffOf(organisation, 'officer1'),
      commandKey: keyOf(stage, `register:${name}`),
      uploadOwner: '',
      at: now - ago * day,
    });
    return new Matter(stage, must(registered, name).id, name);
  }

  async do<T extends SingleCommandType>(
    userName: string,
    type: T,
    input: CommandInput<T>,
    ago: number,
  ): Promise<this> {
    const { core, organisation, now } = this.stage;
    const options = {
      actor: staffOf(organisation, userName),
      commandId: keyOf(this.stage, `${this.name}:${userName}:${type}`),
      at: now - ago * day,
    };
    must(await runCommand(core.petitions, this.id, type, input, options), `${this.name} ${type}`);
    return this;
  }
}

async function meet(
  stage: Stage,
  place: Place,
  inDays: number,
  plannedAgo: number,
): Promise<string> {
  const { core, organisation, now } = stage;
  const user = (userName: string): string => staffOf(organisation, userName).userId;
  return must(
    await planMeeting(
      core.petitions,
      {
        kind: place === 'minuted' ? 'joint-meeting' : 'case-conference',
        on: addDays(localDateOf(now), inDays),
        time: '09:00',
        place: '县政府三楼会议室',
        chair: { unit: 'county-gov', userId: user('leader') },
        members: [
          { unit: 'county-office', userId: user('officehead') },
          { unit: 'transport', userId: user('transport-head') },
          { unit: 'water', userId: user('water-head') },
        ],
      },
      {
        actor: staffOf(organisation, 'joint-meeting'),
        commandKey: `demo-meeting-${place}`,
        at: now - plannedAgo * day,
      },
    ),
    place,
  ).id;
}

async function step<T extends MeetingStep>(
  stage: Stage,
  meetingId: string,
  type: T,
  input: MeetingStepInput<T>,
  at: { readonly ago: number; readonly as?: string },
): Promise<string> {
  const { core, organisation, now } = stage;
  const done = await stepMeeting(core.petitions, meetingId, type, input, {
    actor: staffOf(organisation, at.as ?? 'joint-meeting'),
    commandKey: `demo-${type}`,
    at: now - at.ago * day,
  });
  return must(done, type).made;
}

/** Two units that do not agree; the second objection goes up by itself (J-3). */
async function deadlock(stage: Stage): Promise<Matter> {
  const matter = await Matter.register(
    stage,
    'deadlock',
    '桥下积水点没有单位清理',
    '澄江大桥桥下一下雨就积水，几个单位都说不归自己管，请明确由谁清理。',
    40,
  );
  await matter.do('officer1', 'refer', { to: 'transport' }, 39);
  await matter.do('transport', 'object', { reasons: '积水点不在公路用地范围内，不属于我局。' }, 38);
  const upheld = { upheld: true, reasons: '同意退回，另行转送有权处理的单位。' };
  await matter.do('officer1', 'decideObjection', upheld, 37);
  const again = keyOf(stage, 'deadlock:refer-again');
  const { core, organisation, now } = stage;
  must(
    await runCommand(
      core.petitions,
      matter.id,
      'refer',
      { to: 'water' },
      {
        actor: staffOf(organisation, 'officer1'),
        commandId: again,
        at: now - 36 * day,
      },
    ),
    'refer again',
  );
  await matter.do('water', 'object', { reasons: '桥面排水口由道路管养单位维护。' }, 35);
  return matter.do('leader', 'suggestAgenda', { question: 'competence' }, 20);
}

async function playMinuted(stage: Stage): Promise<void> {
  const matter = await deadlock(stage);
  const id = await meet(stage, 'minuted', -10, 15);
  const item = {
    petitionId: matter.id,
    question: 'competence',
    text: '桥下积水点由谁清理？',
  } as const;
  const itemId = await step(stage, id, 'addItem', item, { ago: 15 });
  await step(stage, id, 'callMeeting', {}, { ago: 14 });
  const users = ['transport-head', 'water-head'].map(
    (userName) => staffOf(stage.organisation, userName).userId,
  );
  await step(stage, id, 'openMeeting', { came: users }, { ago: 10 });
  const today = localDateOf(stage.now);
  await step(
    stage,
    id,
    'decideItem',
    {
      itemId,
      outcome: 'decided',
      text: '积水由桥面排水不畅造成，由交通运输局牵头清理和改造，水利局配合。',
      main: 'transport',
      coHandlers: [{ unit: 'water', dueDate: addDays(today, 10) }],
      commitments: [
        {
          unit: 'transport',
          dueDate: addDays(today, 20),
          text: '二十日内疏通桥面排水口并清理积水。',
        },
      ],
      dissent: [{ unit: 'transport', text: '建议排水管网改造经费由县财政统筹。' }],
    },
    { ago: 10 },
  );
  await step(stage, id, 'closeMeeting', {}, { ago: 10 });
  const summary = '会议听取了交通运输局、水利局的意见，核对了桥梁移交资料，逐项研究了提交的事项。';
  await step(stage, id, 'draftMinutes', { summary }, { ago: 9 });
  await step(stage, id, 'signMinutes', {}, { ago: 8, as: 'leader' });
  await step(stage, id, 'issueMinutes', {}, { ago: 8 });
  await step(stage, id, 'readMinutes', {}, { ago: 7, as: 'transport-head' });
}

/** A matter that the city took, and one that it gave back (J-2). */
async function playLevels(stage: Stage): Promise<void> {
  const raised = await Matter.register(
    stage,
    'raised',
    '跨县河道采砂影响两岸农田',
    '上游采砂船夜间作业，两个县的农田都被淹，请上级统一处理。',
    25,
  );
  const reason = { reason: '事项涉及两个县，需要市级部门统一协调，建议提级办理。' };
  await raised.do('officer1', 'refer', { to: 'water' }, 24);
  await raised.do('officer1', 'proposeRaise', reason, 22);
  const taken = { reason: '事项跨县，由市信访局牵头办理，县级继续协助。' };
  await raised.do('city-head', 'raisePetition', taken, 20);
  const lowered = await Matter.register(
    stage,
    'lowered',
    '省道改线后村口没有公交站',
    '省道改线后，村口的公交站取消了，老人看病要走四里路，请恢复。',
    30,
  );
  await lowered.do('officer1', 'refer', { to: 'transport' }, 29);
  await lowered.do(
    'officer1',
    'proposeRaise',
    { reason: '线路由市级部门审批，建议提级办理。' },
    28,
  );
  await lowered.do(
    'city-head',
    'raisePetition',
    { reason: '由市信访局牵头，与市级部门协调线路。' },
    26,
  );
  await lowered.do(
    'city-head',
    'lowerPetition',
    { reason: '线路已经批准，余下由县级设站落实。' },
    12,
  );
  const proposed = await Matter.register(
    stage,
    'proposed',
    '市属企业旧厂区扬尘扰民',
    '旧厂区属市属企业，拆除时扬尘很大，县里多次协调没有结果。',
    9,
  );
  await proposed.do(
    'officer1',
    'proposeRaise',
    { reason: '涉及市属企业，建议由市级牵头办理。' },
    2,
  );
}

/** Joint meetings in every stage, levels and a deadlock, by the real commands (J-1 to J-3). */
export async function playJointMeetings(stage: Stage): Promise<void> {
  await playMinuted(stage);
  await playLevels(stage);
  const policy = (text: string) => ({ petitionId: null, question: 'policy', text }) as const;
  const planned = await meet(stage, 'planned', 12, 2);
  await step(stage, planned, 'addItem', policy('老旧小区加装电梯的补贴标准'), { ago: 2 });
  const matter = await Matter.register(
    stage,
    'called',
    '农贸市场搬迁后摊位安置',
    '农贸市场搬迁后，三十多户摊主没有得到安置，几个部门意见不一致。',
    12,
  );
  const text = '涉及市场监管、城管两个单位，请会议研究措施。';
  await matter.do('officer1', 'suggestAgenda', { question: 'measures', text }, 6);
  const called = await meet(stage, 'called', 3, 5);
  const item = { petitionId: matter.id, question: 'measures', text: '摊主如何安置？' } as const;
  await step(stage, called, 'addItem', item, { ago: 5 });
  await step(stage, called, 'callMeeting', {}, { ago: 4 });
  const open = await meet(stage, 'open', 0, 3);
  await step(stage, open, 'addItem', policy('拖欠物业专项维修资金的处理口径'), { ago: 3 });
  await step(stage, open, 'callMeeting', {}, { ago: 2 });
  await step(stage, open, 'openMeeting', { came: [] }, { ago: 0 });
  const cancelled = await meet(stage, 'cancelled', 5, 6);
  await step(stage, cancelled, 'addItem', policy('校车停靠点管理'), { ago: 6 });
  await step(
    stage,
    cancelled,
    'cancelMeeting',
    { reason: '与县委会议冲突，另行安排。' },
    { ago: 4 },
  );
  const suggestion = await Matter.register(stage, 'waiting', waiting, `${waiting}，请明确。`, 5);
  await suggestion.do('officer1', 'suggestAgenda', { question: 'competence', text: waiting }, 3);
}

/** How the demo calls what the examples of joint meetings name. */
export async function jointMeetingNames(
  core: Core,
  organisation: Organisation,
): Promise<readonly (readonly [string, string])[]> {
  const actor = staffOf(organisation, 'joint-meeting');
  const suggestions = await listSuggestions(core.petitions, actor);
  const found = suggestions.find(({ petition }) => petition.title === waiting);
  return [
    ...places.map(
      (place) =>
        [
          `joint-meeting:${place}`,
          meetingIdOf(core.petitions, actor, `demo-meeting-${place}`),
        ] as const,
    ),
    ...(found === undefined ? [] : [['petition:declineSuggestion', found.petition.id] as const]),
  ];
}
