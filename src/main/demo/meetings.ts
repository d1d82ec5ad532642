import {
  answerMinutes,
  chooseWay,
  festivalsOf,
  meetingIdOf,
  openMeeting,
  openWay,
  planFestivalVisit,
  planMeeting,
  stepFestivalVisit,
  stepMeeting,
  stepWay,
  wayOutIdOf,
} from '../../capabilities/case-sponsorship/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { stageUpload, type ExampleScene } from '../../capabilities/petitions/index.ts';
import { addDays, localDate, localDateOf, yearOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { demoExamplePetition } from './examples/places.ts';
import { note } from './examples/scenes.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
  readonly seed: number;
}

/** Meetings in every stage, each on a petition that the housing bureau has. */
const meetings = {
  postponeMeeting: 'recordTalk',
  cancelMeeting: 'recordTalk',
  recordMeeting: 'noteMaterial',
  issueMinutes: 'giveTask',
  minuted: 'chooseOfficer',
  cancelled: 'noteMaterial',
} as const satisfies Readonly<Record<string, ExampleScene>>;

/** The three ways in every stage. */
const ways = {
  recordStep: 'recordTalk',
  finishWay: 'giveTask',
  explainLaw: 'noteMaterial',
  changeWay: 'chooseOfficer',
  approveAid: 'recordTalk',
  refuseAid: 'giveTask',
  payAid: 'noteMaterial',
  paid: 'chooseOfficer',
  refused: 'recordTalk',
} as const satisfies Readonly<Record<string, ExampleScene>>;

type Meeting = keyof typeof meetings;
type Way = keyof typeof ways;

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo ${what}: ${done.refusal.code}`);
  return done.value;
};

const petitionOf = (
  { core, organisation, seed }: Omit<Stage, 'now'>,
  scene: ExampleScene,
): string => demoExamplePetition(core, organisation, { seed }, scene);

const housing = ({ organisation }: Pick<Stage, 'organisation'>) => staffOf(organisation, 'housing');

const stepOptions = (stage: Stage, user: string, what: string) => ({
  actor: staffOf(stage.organisation, user),
  commandId: deriveId(stage.core.keys, 'system:demo', 'sponsorship', what),
  at: stage.now,
});

const outcome = (today: string, came: readonly string[]) => ({
  came: [...came],
  positions: [
    { side: 'petitioner' as const, words: '希望尽快修好屋顶，赔偿家具损失。' },
    { side: 'unit' as const, words: '已委托鉴定，可以先行维修。' },
    { side: 'enterprise' as const, words: '同意维修，对赔偿数额有不同意见。' },
  ],
  actions: [{ text: '完成屋顶防水维修', unit: 'housing', responsible: '秦文', dueDate: today }],
  openPoints: [{ matter: '家具赔偿', reason: '双方对损失数额意见不一，另行调解。' }],
});

async function playMeeting(stage: Stage, name: Meeting): Promise<void> {
  const { core, now } = stage;
  const deps = core.petitions;
  const actor = housing(stage);
  const today = localDateOf(now);
  const petitionId = petitionOf(stage, meetings[name]);
  const person = { post: '', unit: null, userId: null };
  const { id } = must(
    await planMeeting(
      deps,
      petitionId,
      {
        on: today,
        time: '09:30',
        place: '县信访局二楼会议室',
        agenda: ['听取信访人诉求', '责任单位和企业说明情况', '逐项商定办法'],
        participants: [
          { ...person, side: 'petitioner', name: '信访人本人' },
          { ...person, side: 'unit', name: '秦文', post: '副局长', unit: 'housing' },
          { ...person, side: 'enterprise', name: '郑立', post: '滨河物业服务公司经理' },
          { ...person, side: 'expert', name: '林工', post: '房屋鉴定' },
        ],
      },
      { actor, commandKey: `demo-${name}`, at: now },
    ),
    name,
  );
  const told = { reason: '企业负责人出差，另行安排。', told: '已电话告知企业和专家。' };
  const options = (user: string, what: string) => stepOptions(stage, user, `${name}:${what}`);
  if (name === 'cancelled') {
    must(await stepMeeting(deps, id, 'cancelMeeting', told, options('housing', 'cancel')), name);
  }
  if (name !== 'issueMinutes' && name !== 'minuted') return;
  const { participants = [] } = (await openMeeting(deps, actor, id)) ?? {};
  const came = participants.filter(({ side }) => side !== 'expert').map((each) => each.id);
  const held = outcome(addDays(today, 45), came);
  must(await stepMeeting(deps, id, 'recordMeeting', held, options('housing', 'record')), name);
  if (name === 'issueMinutes') return;
  must(await stepMeeting(deps, id, 'issueMinutes', {}, options('housing-head', 'issue')), name);
  const own = { actor: { kind: 'petitioner', petitionId } as const };
  const answer = { agrees: true, words: '' };
  must(await answerMinutes(deps, id, answer, { ...options('housing', 'answer'), ...own }), name);
}

const reason = '经研究，按这一办法推进化解。';
const aid = {
  way: 'aid' as const,
  demandId: null,
  reason,
  kind: 'other' as const,
  basis: '《信访工作条例》第二十七条、第三十七条。',
  circumstances: '漏水期间在外租住，家庭收入低于当地低保标准。',
  amount: '3000',
};

const inputOf = (name: Way, today: string) => {
  if (name === 'explainLaw' || name === 'changeWay') {
    return { way: 'law' as const, demandId: null, reason };
  }
  if (name !== 'recordStep' && name !== 'finishWay') return aid;
  const expert = { name: '林工', unit: '县建筑设计院', field: '房屋鉴定' };
  const days = (text: string, ahead: number, who: typeof expert | null) => ({
    text,
    dueDate: addDays(localDateOf(Date.parse(`${today}T12:00:00+08:00`)), ahead),
    expert: who,
  });
  const steps = [days('完成房屋鉴定', 10, expert), days('组织维修并验收', 40, null)];
  return { way: 'policy' as const, demandId: null, reason, steps };
};

const idOf = (stage: Omit<Stage, 'now'>, name: Way): string =>
  wayOutIdOf(stage.core.petitions, housing(stage), petitionOf(stage, ways[name]), `demo-${name}`);

async function playWay(stage: Stage, name: Way): Promise<void> {
  const { core, now } = stage;
  const deps = core.petitions;
  const today = localDateOf(now);
  const petitionId = petitionOf(stage, ways[name]);
  const begun = { actor: housing(stage), commandKey: `demo-${name}`, at: now };
  const { id } = must(await chooseWay(deps, petitionId, inputOf(name, today), begun), name);
  const options = (user: string, what: string) => stepOptions(stage, user, `${name}:${what}`);
  if (name === 'finishWay') {
    const { steps = [] } = (await openWay(deps, housing(stage), id)) ?? {};
    for (const { id: stepId, doneOn } of steps.filter(({ doneOn: on }) => on === null)) {
      const done = { stepId, on: doneOn ?? today, note: '已按期完成。' };
      must(await stepWay(deps, id, 'recordStep', done, options('housing', stepId)), name);
    }
  }
  const words = { words: '情况属实，同意。' };
  if (name === 'refused') {
    const no = { words: '收入超过当地规定的救助标准。' };
    must(await stepWay(deps, id, 'refuseAid', no, options('housing-head', 'refuse')), name);
  }
  if (name !== 'payAid' && name !== 'paid') return;
  must(await stepWay(deps, id, 'approveAid', words, options('housing-head', 'unit')), name);
  must(await stepWay(deps, id, 'approveAid', words, options('officehead', 'office')), name);
  if (name === 'payAid') return;
  // A file staged again has another id: the same step would look like another one.
  if ((await openWay(deps, housing(stage), id))?.payment != null) return;
  const owner = 'demo:aid';
  const staged = must(await stageUpload(deps, note, owner), name);
  const proof = { on: today, proof: '银行转账回单见附件。', uploads: [staged.id] };
  const paying = { ...options('housing', 'pay'), uploadOwner: owner };
  must(await stepWay(deps, id, 'payAid', proof, paying), name);
}

const festivalIn = ({ core }: Pick<Stage, 'core'>, today: string, place: number): string => {
  const all = festivalsOf(core.petitions.calendar(), localDateOf(Date.parse(today)));
  return all[Math.min(place, all.length - 1)]?.from ?? '';
};

/** Lists for two festivals: visits that wait, and one that was made. */
async function playVisits(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const { core, now } = stage;
  const deps = core.petitions;
  const today = localDateOf(now);
  const festival = festivalIn(stage, today, 0);
  const visit = { festival, plannedOn: today, goes: '县住建局秦文、社区干部一名' };
  const done = new Map<string, string>();
  for (const name of ['paid', 'payAid'] as const) {
    const options = { actor: housing(stage), at: now };
    const planned = await planFestivalVisit(deps, idOf(stage, name), visit, options);
    done.set(name, must(planned, `visit ${name}`).id);
  }
  const later = { ...visit, festival: festivalIn(stage, today, 1) };
  const again = { actor: housing(stage), at: now };
  must(await planFestivalVisit(deps, idOf(stage, 'paid'), later, again), 'visit later');
  const record = { on: today, brought: '米、油和慰问金', words: '' };
  const id = done.get('payAid') ?? '';
  const options = stepOptions(stage, 'housing', 'visit');
  must(await stepFestivalVisit(deps, id, 'recordVisit', record, options), 'visit');
  return done;
}

/** Three-party meetings, the three ways out and a festival list, by the real commands (S-4, S-5). */
export async function playMeetings(stage: Stage): Promise<void> {
  for (const name of Object.keys(meetings) as Meeting[]) await playMeeting(stage, name);
  for (const name of Object.keys(ways) as Way[]) await playWay(stage, name);
  await playVisits(stage);
}

/** How the demo calls the meetings and ways out that examples name. */
export async function meetingNames(
  core: Core,
  organisation: Organisation,
  { seed }: { readonly seed: number },
): Promise<readonly (readonly [string, string])[]> {
  const stage = { core, organisation, seed };
  const deps = core.petitions;
  const actor = housing(stage);
  const path = await openWay(deps, actor, idOf(stage, 'recordStep'));
  const meetingId = (name: Meeting): string =>
    meetingIdOf(deps, actor, petitionOf(stage, meetings[name]), `demo-${name}`);
  const planned = await openMeeting(deps, actor, meetingId('recordMeeting'));
  const paid = await openWay(deps, actor, idOf(stage, 'paid'));
  const [visit, later] = (paid?.visits ?? []).toSorted((one, other) =>
    one.festival.from.localeCompare(other.festival.from),
  );
  // A year later: another example imports the notice of the one before.
  const year = yearOf(localDate(later?.festival.to ?? '2027-01-01')) + 1;
  const after = festivalsOf(deps.calendar(), localDate(`${year}-01-01`));
  const names: readonly (readonly [string, string | undefined])[] = [
    ...(Object.keys(meetings) as Meeting[]).map((name): readonly [string, string] => [
      `meeting:${name}`,
      meetingId(name),
    ]),
    ...(Object.keys(ways) as Way[]).map((name): readonly [string, string] => [
      `way-out:${name}`,
      idOf(stage, name),
    ]),
    ['meeting:participant', planned?.participants[0]?.id],
    ['way-out:path-step', path?.steps[0]?.id],
    ['way-out:file', paid?.payment?.files[0]?.id],
    ['festival-visit:recordVisit', visit?.id],
    ['festival-visit:cancelVisit', later?.id],
    ['festival:next', after[0]?.from],
  ];
  return names.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
