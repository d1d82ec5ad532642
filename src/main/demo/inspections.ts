import {
  openInspection,
  planInspection,
  planProgramme,
  stepInspection,
  stepProgramme,
  type PeopleBook,
} from '../../capabilities/supervision/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { stageUpload } from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { note } from './examples/scenes.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
}

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo inspection ${what}: ${done.refusal.code}`);
  return done.value;
};

/** Programmes, by the example that finds one there, and how far each is. */
const programmes = {
  changeProgramme: 'drafted',
  approveProgramme: 'drafted',
  changeTeams: 'approved',
  freezeList: 'approved',
  drawFromList: 'frozen',
  drawn: 'drawn',
  closeProgramme: 'approved',
  programme: 'approved',
} as const;
type Programme = keyof typeof programmes;

const themes: Readonly<Record<Programme, string>> = {
  changeProgramme: '工资拖欠信访问题督查',
  approveProgramme: '校外培训退费信访问题督查',
  changeTeams: '物业管理信访问题督查',
  freezeList: '初信初访办理质量督查',
  drawFromList: '信访事项答复质量随机抽查',
  drawn: '上半年办理质量随机抽查',
  closeProgramme: '农村道路信访问题督查',
  programme: '房屋质量信访问题专项督查',
};

/** Inspections of the housing bureau: what each example finds, and the steps that led there. */
const paths = {
  carryOut: [],
  cancelInspection: [],
  unannounced: [],
  recordFinding: ['carryOut'],
  closeInspection: ['carryOut'],
  answerFinding: ['carryOut', 'recordFinding'],
  draftOrder: ['carryOut', 'recordFinding'],
  superviseFinding: ['carryOut', 'recordFinding'],
  supervised: ['carryOut', 'recordFinding', 'superviseFinding'],
  verifyFinding: ['carryOut', 'recordFinding', 'answerFinding'],
  reopenFinding: ['carryOut', 'recordFinding', 'answerFinding'],
  checkPaper: ['carryOut', 'recordFinding', 'draftOrder'],
  issuePaper: ['carryOut', 'recordFinding', 'draftOrder'],
  returnPaper: ['carryOut', 'recordFinding', 'draftOrder'],
  signPaper: ['carryOut', 'recordFinding', 'draftOrder', 'checkPaper'],
  sealPaper: ['carryOut', 'recordFinding', 'draftOrder', 'checkPaper', 'signPaper'],
  servePaper: ['carryOut', 'recordFinding', 'draftOrder', 'issuePaper'],
  closed: ['carryOut', 'recordFinding', 'answerFinding', 'verifyFinding', 'closeInspection'],
} as const;
type Place = keyof typeof paths;
type Step = (typeof paths)[Place][number];

const idOf = (core: Core, what: string): string =>
  deriveId(core.keys, 'system:demo', 'inspection', what);
const programmeId = (core: Core, place: Programme): string => idOf(core, `programme:${place}`);
const inspectionId = (core: Core, place: Place): string => idOf(core, `place:${place}`);
const teamId = (core: Core, place: Programme): string =>
  deriveId(core.keys, 'system:inspections', `${programmeId(core, place)}:team`, '0');

const peopleOf =
  (organisation: Organisation): PeopleBook =>
  (called) => {
    const user = organisation.users.find(({ userName }) => userName === called);
    return user && { userId: user.userId, units: user.posts.map(({ unitId }) => unitId) };
  };

async function playProgramme(stage: Stage, place: Programme): Promise<void> {
  const { core, organisation, now } = stage;
  const people = peopleOf(organisation);
  const supervisor = staffOf(organisation, 'supervisor1');
  const today = localDateOf(now);
  const id = programmeId(core, place);
  const input = {
    theme: themes[place],
    basis: '《信访工作条例》第四十条；县委信访工作年度安排',
    from: today,
    to: addDays(today, 60),
    focus: '受理告知是否及时，处理意见是否落实，群众是否满意。',
    teams: '第一督查组：supervisor1、officer2\n第二督查组：supervisor2、officer3',
    rounds: `第一轮 ${today} ${addDays(today, 30)}\n第二轮 ${addDays(today, 31)} ${addDays(today, 60)}`,
  };
  const by = (what: string, actor = supervisor) => ({
    actor,
    commandId: what === 'plan' ? id : idOf(core, `${place}:${what}`),
    at: now,
  });
  must(await planProgramme(core.petitions, input, people, by('plan')), place);
  const stand = programmes[place];
  if (stand === 'drafted') return;
  const head = staffOf(organisation, 'officehead');
  const approval = by('approve', head);
  must(
    await stepProgramme(core.petitions, id, 'approveProgramme', {}, people, approval),
    `${place} approval`,
  );
  if (stand === 'approved') return;
  const list = { take: 5, unit: 'housing', from: addDays(today, -700), to: today };
  must(
    await stepProgramme(core.petitions, id, 'freezeList', list, people, by('freeze')),
    `${place} list`,
  );
  if (stand === 'frozen') return;
  const drawId = idOf(core, `${place}:freeze`);
  must(
    await stepProgramme(core.petitions, id, 'drawFromList', { drawId }, people, by('draw')),
    `${place} draw`,
  );
}

/** What each step says; what it is about follows from the inspection. */
const inputsOf = (stage: Stage, place: Place) => {
  const today = localDateOf(stage.now);
  const findingId = idOf(stage.core, `${place}:recordFinding`);
  const paperId = idOf(stage.core, `${place}:draftOrder`);
  return {
    carryOut: { on: today, checked: '查阅受理台账和答复文书，走访了两位信访人。' },
    recordFinding: {
      kind: 'delay',
      text: '三件信访事项受理后两个月没有到现场。',
      basis: '《信访工作条例》第四十条第一款。',
      demand: '逐件到现场查清原因，答复信访人。',
      dueOn: addDays(today, place === 'answerFinding' ? 3 : 15),
      uploads: [] as string[],
    },
    answerFinding: { findingId, text: '三件都已到现场查清并答复信访人。', uploads: [] },
    verifyFinding: { findingId, text: '抽查电话核实，信访人均已收到答复。' },
    superviseFinding: {
      findingId,
      words: '三件信访事项都没有到现场，请书面说明原因和改进办法。',
      dueDate: addDays(today, 7),
    },
    draftOrder: { text: '整改情况连同证明材料报送本局，由督查组核实。' },
    checkPaper: { paperId },
    signPaper: { paperId },
    issuePaper: { paperId },
    closeInspection: {},
  } as const;
};

const actors: Readonly<Record<Step, string>> = {
  carryOut: 'supervisor1',
  recordFinding: 'supervisor1',
  answerFinding: 'housing',
  verifyFinding: 'supervisor1',
  superviseFinding: 'supervisor1',
  draftOrder: 'supervisor1',
  checkPaper: 'officehead',
  signPaper: 'officehead',
  issuePaper: 'officehead',
  closeInspection: 'supervisor1',
};

async function playPlace(stage: Stage, place: Place): Promise<void> {
  const { core, organisation, now } = stage;
  const id = inspectionId(core, place);
  const supervisor = staffOf(organisation, 'supervisor1');
  const options = { actor: supervisor, commandId: id, at: now };
  const plan = {
    team: teamId(core, 'programme'),
    unit: 'housing',
    way: place === 'unannounced' || place === 'closed' ? 'unannounced' : 'open',
    on: localDateOf(now),
    numbers: '',
    task: '查看受理、办理和答复情况，走访信访人。',
  } as const;
  const programme = programmeId(core, 'programme');
  must(await planInspection(core.petitions, programme, plan, options), place);
  const inputs = inputsOf(stage, place);
  for (const step of paths[place]) {
    const owner = `demo:inspection:${place}`;
    const input: Record<string, unknown> = { ...inputs[step] };
    if (step === 'recordFinding') {
      // A file staged again has another id: the same step would look like another one.
      const view = await openInspection(core.petitions, supervisor, id, now);
      if ((view?.findings.length ?? 0) > 0) continue;
      input['uploads'] = [must(await stageUpload(core.petitions, note, owner), place).id];
    }
    const actor = staffOf(organisation, actors[step]);
    const commandId = idOf(core, `${place}:${step}`);
    const by = { actor, commandId, at: now, uploadOwner: owner };
    must(await stepInspection(core.petitions, id, step, input as never, by), `${place} ${step}`);
  }
}

/** Programmes, draws and inspections in every stage, by the real commands (U-1). */
export async function playInspections(stage: Stage): Promise<void> {
  for (const place of Object.keys(programmes) as Programme[]) await playProgramme(stage, place);
  for (const place of Object.keys(paths) as Place[]) await playPlace(stage, place);
}

/** How the demo calls what examples of inspections name. */
export async function inspectionNames(
  core: Core,
  organisation: Organisation,
): Promise<readonly (readonly [string, string])[]> {
  const supervisor = staffOf(organisation, 'supervisor1');
  const answered = inspectionId(core, 'verifyFinding');
  const view = await openInspection(core.petitions, supervisor, answered, 0);
  const file = view?.findings[0]?.photographs[0]?.id;
  return [
    ...(Object.keys(programmes) as Programme[]).map(
      (place) => [`inspection:${place}`, programmeId(core, place)] as const,
    ),
    ...(Object.keys(paths) as Place[]).flatMap((place) => [
      [`inspection:${place}`, inspectionId(core, place)] as const,
      [`inspection:${place}:finding`, idOf(core, `${place}:recordFinding`)] as const,
      [`inspection:${place}:paper`, idOf(core, `${place}:draftOrder`)] as const,
    ]),
    ['inspection:team', teamId(core, 'programme')],
    ['inspection:draw', idOf(core, 'drawFromList:freeze')],
    ['inspection:drawn', idOf(core, 'drawn:freeze')],
    ...(file === undefined ? [] : [['inspection:file', file] as const]),
  ];
}
