import {
  beginSponsored,
  giveTask,
  openSponsored,
  promiseInCase,
  sponsoredIdOf,
  stepSponsored,
  stepTask,
  type SponsoredStep,
  type SponsoredStepInput,
  type SponsoredView,
} from '../../../capabilities/case-sponsorship/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { countOfCases, firstIndex } from './plan.ts';
import { exampleCases, measures, otherCases, type CaseScene, type CaseStep } from './scenes.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
  readonly seed: number;
  readonly size: number;
}

const dayMs = 86_400_000;
const names = Object.keys(exampleCases) as (keyof typeof exampleCases)[];

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo case ${what}: ${done.refusal.code}`);
  return done.value;
};

type Place = Pick<Stage, 'core' | 'organisation' | 'seed'>;

const petitionOf = ({ core, organisation, seed }: Place, place: number): string => {
  const sender = `staff:${staffOf(organisation, 'clerk').userId}`;
  return deriveId(core.keys, sender, 'register', `demo:${seed}:${firstIndex + place}:0`);
};

const caseOf = (stage: Place, place: number): string =>
  sponsoredIdOf(stage.core.petitions, petitionOf(stage, place));

const taskWords: Readonly<Record<string, string>> = {
  'township-deputy': '组织社区和部门跟进节点，每周汇报一次。',
  'village-head': '入户了解情况，听取信访人的意见。',
  'grid-member': '每周联系一次，了解生活上的困难。',
  'police-post': '座谈当天到场，维护现场秩序，解答法律问题。',
  'legal-worker': '向信访人讲明可以走的法律途径。',
};

/** One case of the demo while it is played. */
class Case {
  readonly #stage: Stage;
  readonly #place: number;
  readonly #id: string;
  #leader: string;
  #at = 0;

  constructor(stage: Stage, place: number, leader: string) {
    this.#stage = stage;
    this.#place = place;
    this.#id = caseOf(stage, place);
    this.#leader = leader;
  }

  #staff(userName: string): StaffActor {
    return staffOf(this.#stage.organisation, userName);
  }

  #day(days: number): string {
    return addDays(localDateOf(this.#stage.now), days);
  }

  #key(turn: number): string {
    return deriveId(this.#stage.core.keys, 'system:demo', 'sponsored', `${this.#place}:${turn}`);
  }

  async #view(): Promise<SponsoredView> {
    const { core, now } = this.#stage;
    const found = await openSponsored(core.petitions, this.#staff(this.#leader), this.#id, now);
    if (found === null) throw new Error(`demo case ${this.#place} is not there`);
    return found;
  }

  async #take<T extends SponsoredStep>(
    turn: number,
    who: string,
    type: T,
    input: SponsoredStepInput<T>,
  ): Promise<void> {
    const options = { actor: this.#staff(who), commandId: this.#key(turn), at: this.#at };
    const done = await stepSponsored(this.#stage.core.petitions, this.#id, type, input, options);
    must(done, `${this.#place} ${type}`);
  }

  async #milestone(place: number): Promise<string> {
    return (await this.#view()).milestones[place]?.id ?? '';
  }

  async #task(post: string): Promise<string> {
    return (await this.#view()).tasks.find((task) => task.post === post)?.id ?? '';
  }

  async play(step: CaseStep, turn: number): Promise<void> {
    const { core, now } = this.#stage;
    const deps = core.petitions;
    this.#at = now - step.ago * dayMs;
    const leader = this.#leader;
    switch (step.do) {
      case 'begin': {
        const named = {
          leader: this.#staff(leader).userId,
          reason: '多年未解，需要领导牵头协调。',
        };
        const byOffice = step.by === 'office';
        const actor = this.#staff(byOffice ? 'officehead' : leader);
        const options = { actor, commandId: this.#key(turn), at: this.#at };
        const petition = petitionOf(this.#stage, this.#place);
        must(
          await beginSponsored(deps, petition, byOffice ? named : {}, options),
          `${this.#place} begin`,
        );
        return;
      }
      case 'accept':
        return this.#take(turn, leader, 'acceptCharge', {});
      case 'plan':
        return this.#take(turn, leader, 'writePlan', {
          matterKnot: '原始资料缺失，两个部门对责任认识不一致，事情一直没有人牵头。',
          mindKnot: '跑了多次没有结果，担心继续拖下去没有人管。',
          measures: [...measures],
        });
      case 'note':
        return this.#take(turn, leader, 'addNote', {
          words: '已与信访人通话，说明了目前的进展和下一步安排。',
        });
      case 'milestone':
        return this.#take(turn, leader, 'addMilestone', {
          what: step.due < 15 ? '上门当面说明办理方案' : '完成整改并组织验收',
          responsible: step.due < 15 ? '何建设' : '房屋维修管理科',
          date: this.#day(step.due),
          ...(step.told === undefined ? {} : { told: step.told }),
        });
      case 'done':
      case 'missed':
        return this.#take(turn, 'housing', 'reportMilestone', {
          milestone: await this.#milestone(step.place),
          outcome: step.do,
          ...(step.do === 'done' ? { doneOn: this.#day(-step.ago) } : {}),
          words: step.do === 'done' ? '已经完成，情况已记录。' : '鉴定机构排期推迟，没有按期完成。',
        });
      case 'move':
        return this.#take(turn, leader, 'moveMilestone', {
          milestone: await this.#milestone(step.place),
          date: this.#day(step.due),
          reason: '鉴定机构排期推迟，已告知信访人。',
        });
      case 'handOver':
        await this.#take(turn, leader, 'handOver', {
          leader: this.#staff(step.to).userId,
          reason: '分工调整，由分管领导接手。',
        });
        return;
      case 'ack':
        this.#leader = 'chengguan-deputy';
        return this.#take(turn, this.#leader, 'acknowledgeHandOver', {});
      case 'ending':
        return this.#take(turn, leader, 'proposeEnding', {
          result: step.result,
          words:
            step.result === 'resolved'
              ? '整改已完成并通过验收，信访人已到现场看过。'
              : '已穷尽现有政策，救助已落实，待新政策出台后继续推进。',
        });
      case 'verify':
        return this.#take(turn, 'officehead', 'verifyEnding', {
          words: '已查看材料，并与信访人通话核实。',
        });
      case 'return':
        return this.#take(turn, 'officehead', 'returnEnding', {
          words: '信访人反映还有一处没有处理，请继续办理。',
        });
      case 'again':
        return this.#take(turn, leader, 'takeUpAgain', {
          leader: this.#staff(leader).userId,
          reason: '办结后同样的问题又出现了，重新包案。',
        });
      case 'task': {
        const holder =
          step.who === null
            ? { name: '文律', telephone: '0690-8123456' }
            : { userId: this.#staff(step.who).userId };
        const task = taskWords[step.post] ?? '';
        const input = { post: step.post, holder, task, dueDate: this.#day(step.due) };
        const options = { actor: this.#staff(leader), commandKey: this.#key(turn), at: this.#at };
        must(await giveTask(deps, this.#id, input, options), `${this.#place} ${step.post}`);
        return;
      }
      case 'reported':
      case 'accepted': {
        const id = await this.#task(step.post);
        const key = { commandKey: this.#key(turn), at: this.#at };
        const done =
          step.do === 'reported'
            ? await stepTask(
                deps,
                id,
                'reportTask',
                { words: '已按要求完成，情况已告知。' },
                { actor: this.#staff(step.who), ...key },
              )
            : await stepTask(deps, id, 'acceptTask', {}, { actor: this.#staff(leader), ...key });
        must(done, `${this.#place} ${step.post}`);
      }
    }
  }

  /** A leader's word to the petitioner, as a commitment. */
  async promise(): Promise<void> {
    const input = { text: '三十日内给您书面答复，说明整改到哪一步。', dueDate: this.#day(12) };
    const at = this.#stage.now - 20 * dayMs;
    const options = { actor: this.#staff(this.#leader), commandKey: 'demo', at };
    must(await promiseInCase(this.#stage.core.petitions, this.#id, input, options), 'promise');
  }
}

const sceneAt = (place: number): CaseScene | undefined => {
  const name = names[place];
  if (name !== undefined) return exampleCases[name];
  // The next petition has no case: an example puts it under a leader.
  return place === names.length
    ? undefined
    : otherCases[(place - names.length - 1) % otherCases.length];
};

/** Cases under a leader in every stage, by the real commands; none is made twice (S-1, S-2). */
export async function playSponsored(stage: Stage): Promise<void> {
  for (let place = 0; place < countOfCases(stage.size); place += 1) {
    const scene = sceneAt(place);
    if (scene === undefined) continue;
    const playing = new Case(stage, place, scene.leader);
    for (const [turn, step] of scene.steps.entries()) await playing.play(step, turn);
    if (place === 0) await playing.promise();
  }
}

/** How the demo calls the cases, their tasks and steps that examples name. */
export async function sponsoredNames(
  core: Core,
  organisation: Organisation,
  begun: { readonly seed: number },
): Promise<readonly (readonly [string, string])[]> {
  const place = { core, organisation, ...begun };
  const leader = staffOf(organisation, 'leader');
  const open = async (name: keyof typeof exampleCases): Promise<SponsoredView | null> =>
    openSponsored(core.petitions, leader, caseOf(place, names.indexOf(name)), 0);
  const [read, tasks] = await Promise.all([open('read'), open('tasks')]);
  const taskOf = (post: string): string =>
    tasks?.tasks.find((task) => task.post === post)?.id ?? '';
  const first = caseOf(place, 0);
  return [
    ...names.map((name, at) => [`sponsored:${name}`, caseOf(place, at)] as const),
    ...['writePlan', 'addMilestone', 'addNote', 'reportMilestone', 'moveMilestone', 'promise'].map(
      (step) => [`sponsored:${step}`, first] as const,
    ),
    ['sponsored:giveTask', caseOf(place, names.indexOf('handOver'))],
    ['milestone:reportMilestone', read?.milestones[0]?.id ?? ''],
    ['milestone:moveMilestone', read?.milestones[1]?.id ?? ''],
    ['sponsored-task:reportTask', taskOf('police-post')],
    ['sponsored-task:acceptTask', taskOf('grid-member')],
    ['sponsored-task:returnTask', taskOf('village-head')],
    ['sponsored-task:moveTask', taskOf('township-deputy')],
    ['sponsored-task:withdrawTask', taskOf('legal-worker')],
    ['petition:beginSponsored', petitionOf(place, names.length)],
    ['petition:getSponsoredOfPetition', petitionOf(place, 0)],
  ];
}
