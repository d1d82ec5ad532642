import {
  beginRepair,
  draftRecommendation,
  dropGap,
  noteGap,
  openRecommendation,
  stepRecommendation,
  stepRepair,
  type PeopleBook,
} from '../../capabilities/supervision/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import {
  stageUpload,
  visibleNumbers,
  type ExampleScene,
} from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { scopeOf } from '../../platform/database/index.ts';
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

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo recommendation ${what}: ${done.refusal.code}`);
  return done.value;
};

const issued = ['issuePaper', 'servePaper'] as const;
/** Recommendations to the housing bureau: what each example finds, and the steps that led there. */
const paths = {
  dropDraft: [],
  checkPaper: [],
  issuePaper: [],
  returnPaper: [],
  redraft: ['returnPaper'],
  signPaper: ['checkPaper'],
  sealPaper: ['checkPaper', 'signPaper'],
  servePaper: ['issuePaper'],
  answerRecommendation: issued,
  late: issued,
  declined: [...issued, 'answerRecommendation'],
  reportAdoption: [...issued, 'answerRecommendation'],
  verifyAdoption: [...issued, 'answerRecommendation', 'reportAdoption'],
  sendBackAdoption: [...issued, 'answerRecommendation', 'reportAdoption'],
  carriedOut: [...issued, 'answerRecommendation', 'reportAdoption', 'verifyAdoption'],
  dropped: ['dropDraft'],
} as const;
type Place = keyof typeof paths;
type Step = (typeof paths)[Place][number];

const actors: Readonly<Record<Step, string>> = {
  checkPaper: 'officehead',
  signPaper: 'officehead',
  issuePaper: 'officehead',
  returnPaper: 'officehead',
  servePaper: 'seal',
  answerRecommendation: 'housing-head',
  reportAdoption: 'housing-head',
  verifyAdoption: 'supervisor1',
  dropDraft: 'supervisor1',
};

const texts = [
  {
    kind: 'improve-work',
    subject: '物业投诉首问负责',
    reasons: '上半年物业类信访事项中，半数以上是投诉后无人答复。',
    proposal: '建立物业投诉首问负责制，七日内答复，按月通报。',
  },
  {
    kind: 'improve-policy',
    subject: '完善保修期内房屋渗漏维修责任',
    reasons: '近半年收到同类信访事项多件，保修责任不清是共同原因。',
    proposal: '明确渗漏由建设单位限期维修，逾期由主管部门组织代修。',
  },
  {
    kind: 'hold-accountable',
    subject: '逾期不落实处理意见的责任',
    reasons: '处理意见支持的诉求到期没有落实，督办后仍未办理。',
    proposal: '对责任科室负责人按规定追究责任，并报送结果。',
  },
] as const;

const idOf = (core: Core, what: string): string =>
  deriveId(core.keys, 'system:demo', 'recommendation', what);
const recommendationId = (core: Core, place: Place): string => idOf(core, `place:${place}`);
/** When each began; one so long ago that its answer is late. */
const beganAt = (place: Place, now: number): number =>
  place === 'late' ? now - 40 * 86_400_000 : now;

const inputOf = (place: Place, step: Step, at: number, paperId: string): object => {
  const today = localDateOf(at);
  switch (step) {
    case 'checkPaper':
    case 'signPaper':
    case 'issuePaper':
      return { paperId };
    case 'returnPaper':
      return { paperId, reason: '建议不够具体，请写明完成时限。' };
    case 'servePaper':
      return { paperId, way: 'hand', servedOn: today, proof: '县住建局办公室签收' };
    case 'answerRecommendation':
      return place === 'declined'
        ? { adoption: 'not', text: '该项规定由市级制定，本局无权修改，已向市局反映。' }
        : {
            adoption: place === 'sendBackAdoption' ? 'partly' : 'wholly',
            text: '采纳建议，由分管副局长负责，按时落实。',
            doneBy: addDays(today, 60),
          };
    case 'reportAdoption':
      return { text: '已印发通知并逐个小区公示，附公示照片。', uploads: [] };
    case 'verifyAdoption':
      return { text: '查看通知和公示，抽查三个小区，均已执行。' };
    case 'dropDraft':
      return { reason: '单位已经主动改进，不再提出建议。' };
  }
};

async function playPlace(stage: Stage, place: Place, number: string): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const id = recommendationId(core, place);
  const at = beganAt(place, now);
  const supervisor = staffOf(organisation, 'supervisor1');
  const order = Object.keys(paths).indexOf(place);
  const text = texts[order % texts.length] ?? texts[0];
  must(
    await draftRecommendation(
      deps,
      { ...text, unit: 'housing', numbers: number },
      { actor: supervisor, commandId: id, at },
    ),
    place,
  );
  for (const step of paths[place]) {
    const view = await openRecommendation(deps, supervisor, id, now);
    const input = inputOf(place, step, at, view?.papers[0]?.id ?? '');
    const uploadOwner = `demo:recommendation:${place}`;
    if (step === 'reportAdoption') {
      // A file staged again has another id: the same step would look like another one.
      if ((view?.reports.length ?? 0) > 0) continue;
      const file = must(await stageUpload(deps, note, uploadOwner), place);
      Object.assign(input, { uploads: [file.id] });
    }
    const actor = staffOf(organisation, actors[step]);
    const by = { actor, commandId: idOf(core, `${place}:${step}`), at, uploadOwner };
    must(await stepRecommendation(deps, id, step, input as never, by), `${place} ${step}`);
  }
}

/** Gaps, by the example that finds one there, and the petition in which each was seen. */
const gaps = {
  begin: 'giveTask',
  add: 'giveTask',
  drop: 'giveTask',
  dropped: 'giveTask',
  grouped: 'giveTask',
  repaired: 'giveTask',
} as const satisfies Readonly<Record<string, ExampleScene>>;
type Gap = keyof typeof gaps;
const gapId = (core: Core, gap: Gap): string => idOf(core, `gap:${gap}`);

const missing: Readonly<Record<Gap, string>> = {
  begin: '没有规定应急维修由谁先垫付，漏水等不起。',
  add: '业主表决达不到比例时怎么办，没有规定。',
  drop: '申请材料需要六种证明，其中两种已经取消。',
  dropped: '维修公示期限没有写明。',
  grouped: '维修资金余额不足时怎样续筹，没有规定。',
  repaired: '已经竣工的项目怎样补办手续，没有规定。',
};

/** Repairs, by the example that finds one there. */
const repairs = {
  changeRepair: '完善老旧小区加装电梯办法',
  addGaps: '完善住宅维修资金续筹办法',
  addStep: '完善物业服务收费备案办法',
  recordResult: '完善住宅应急维修资金使用办法',
  dropRepair: '完善商品房预售资金监管办法',
  tellPetitioners: '完善既有建筑补办手续规定',
  dropped: '完善停车收费管理办法',
} as const;
type Repair = keyof typeof repairs;
const repairId = (core: Core, repair: Repair): string => idOf(core, `repair:${repair}`);
const gapsOf: Readonly<Partial<Record<Repair, Gap>>> = {
  recordResult: 'grouped',
  tellPetitioners: 'repaired',
};

const peopleOf =
  (organisation: Organisation): PeopleBook =>
  (called) => {
    const user = organisation.users.find(({ userName }) => userName === called);
    return user && { userId: user.userId, units: user.posts.map(({ unitId }) => unitId) };
  };

async function playGap(stage: Stage, gap: Gap): Promise<void> {
  const { core, organisation, now } = stage;
  const input = {
    petition: demoExamplePetition(core, organisation, stage, gaps[gap]),
    department: 'housing',
    topic: '住宅维修',
    policy: '《县住宅专项维修资金管理办法》',
    missing: missing[gap],
  };
  const id = gapId(core, gap);
  const options = { actor: staffOf(organisation, 'officer1'), commandId: id, at: now };
  must(await noteGap(core.petitions, input, options), gap);
  if (gap !== 'dropped') return;
  const by = {
    actor: staffOf(organisation, 'supervisor1'),
    commandId: idOf(core, 'gap:dropped:drop'),
    at: now,
  };
  const reason = '办法第十二条已有规定，是执行问题。';
  must(await dropGap(core.petitions, id, { reason }, by), 'gap dropped');
}

async function playRepair(stage: Stage, repair: Repair): Promise<void> {
  const { core, organisation, now } = stage;
  const people = peopleOf(organisation);
  const today = localDateOf(now);
  const id = repairId(core, repair);
  const gap = gapsOf[repair];
  const by = (what: string) => ({
    actor: staffOf(organisation, 'officehead'),
    commandId: what === 'begin' ? id : idOf(core, `repair:${repair}:${what}`),
    at: now,
  });
  const input = {
    title: repairs[repair],
    large: '住房',
    small: '维修和物业',
    goal: '把办法里没有写清的责任、时限和经费写清楚，让群众少跑腿。',
    leader: 'leader',
    departments: ['housing'],
    gaps: gap === undefined ? [] : [gapId(core, gap)],
  };
  must(await beginRepair(core.petitions, input, people, by('begin')), repair);
  const take = async (type: Parameters<typeof stepRepair>[2], typed: object): Promise<void> => {
    const done = await stepRepair(core.petitions, id, type, typed as never, people, by(type));
    must(done, `${repair} ${type}`);
  };
  if (gap !== undefined) {
    const text = '拿出修订草案，征求信访人和社区意见。';
    await take('addStep', { text, unit: 'housing', dueDate: addDays(today, 30) });
  }
  if (repair === 'tellPetitioners') {
    await take('recordResult', {
      kind: 'changed',
      documentNumber: '临政办发〔2026〕9号',
      on: today,
      text: '新增一章，写明补办手续的条件、材料和时限。',
    });
  }
  if (repair === 'dropped') await take('dropRepair', { reason: '市里正在统一修订。' });
}

/** The number of the petition on which they stand. */
async function numberOf({ core, organisation }: Stage, petitionId: string): Promise<string> {
  const scope = scopeOf(staffOf(organisation, 'supervisor1'));
  const numbers = await core.db.withActor(scope, 'read', (tx) => visibleNumbers(tx, [petitionId]));
  return numbers.get(petitionId) ?? '';
}

/** Recommendations, gaps and repairs in every stage, by the real commands; played twice, the same (U-6). */
export async function playRecommendations(stage: Stage): Promise<void> {
  const { core, organisation } = stage;
  const number = await numberOf(stage, demoExamplePetition(core, organisation, stage, 'giveTask'));
  for (const place of Object.keys(paths) as Place[]) await playPlace(stage, place, number);
  for (const gap of Object.keys(gaps) as Gap[]) await playGap(stage, gap);
  for (const repair of Object.keys(repairs) as Repair[]) await playRepair(stage, repair);
}

/** How the demo calls what examples of recommendations, gaps and repairs name. */
export async function recommendationNames(
  core: Core,
  organisation: Organisation,
): Promise<readonly (readonly [string, string])[]> {
  const supervisor = staffOf(organisation, 'supervisor1');
  const names: (readonly [string, string])[] = [];
  for (const place of Object.keys(paths) as Place[]) {
    const id = recommendationId(core, place);
    const view = await openRecommendation(core.petitions, supervisor, id, 0);
    names.push([`recommendation:${place}`, id]);
    const paper = view?.papers[0]?.id;
    if (paper !== undefined) names.push([`recommendation:${place}:paper`, paper]);
    const file = view?.reports[0]?.files[0]?.id;
    if (place === 'verifyAdoption' && file !== undefined) names.push(['recommendation:file', file]);
  }
  for (const gap of Object.keys(gaps) as Gap[]) names.push([`policy-gap:${gap}`, gapId(core, gap)]);
  for (const repair of Object.keys(repairs) as Repair[]) {
    names.push([`policy-repair:${repair}`, repairId(core, repair)]);
  }
  return names;
}
