import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import {
  listSupervision,
  openItem,
  orderSupervision,
  runMustChecks,
  stepItem,
  type ItemView,
} from '../../../capabilities/supervision/index.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { laggard } from './laggard.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
}

type Step = 'answerItem' | 'returnAnswer' | 'closeItem';

const day = 86_400_000;
const { signal } = new AbortController();

/** Supervision of units, ordered by a person: to be answered, answered, sent back, closed. */
const orders = {
  read: { unit: 'water', ground: 'delay', steps: [] },
  answerItem: { unit: 'housing', ground: 'perfunctory', steps: [] },
  returnAnswer: { unit: 'urban', ground: 'shirking', steps: ['answerItem'] },
  closeItem: { unit: 'education', ground: 'against-rules', steps: ['answerItem'] },
  returned: { unit: 'health', ground: 'falsification', steps: ['answerItem', 'returnAnswer'] },
  closed: { unit: 'transport', ground: 'opinion-refused', steps: ['answerItem', 'closeItem'] },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly unit: string;
      readonly ground:
        | 'delay'
        | 'perfunctory'
        | 'shirking'
        | 'against-rules'
        | 'falsification'
        | 'opinion-refused';
      readonly steps: readonly Step[];
    }
  >
>;

type Place = keyof typeof orders;
const places = Object.keys(orders) as Place[];

const said = {
  answerItem: '已召开专题会研究，逐件明确责任人和办结时间，今后每周调度一次。',
  returnAnswer: '没有写明逐件的办结时间，请补充后重新答复。',
  closeItem: '已调阅案卷并电话核实，整改到位，同意办结。',
} as const;

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo supervision ${what}: ${done.refusal.code}`);
  return done.value;
};

const idOf = (core: Core, place: string): string =>
  deriveId(core.keys, 'system:demo', 'supervision', place);

async function take({ core, organisation }: Stage, item: ItemView, step: Step, at: number) {
  const actor = staffOf(organisation, step === 'answerItem' ? item.unit.id : 'supervisor1');
  const commandId = deriveId(core.keys, 'system:demo', 'supervision', `${item.id}:${step}`);
  const dueDate = addDays(localDateOf(at), 7);
  const input = { words: said[step], ...(step === 'returnAnswer' ? { dueDate } : {}) };
  must(await stepItem(core.supervision, item.id, step, input, { actor, commandId, at }), step);
}

async function playOrders(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  const actor = staffOf(organisation, 'supervisor1');
  for (const place of places) {
    const { unit, ground, steps } = orders[place];
    const id = idOf(core, place);
    const at = now - 6 * day;
    const words = '近期多件信访事项办理中发现这一情况，请查明原因、限期整改并书面答复。';
    const input = { unit, ground, words, dueDate: addDays(localDateOf(now), 5) };
    must(await orderSupervision(core.supervision, input, { actor, id, at }), place);
    const view = await openItem(core.supervision, actor, id, now);
    for (const [at_, step] of steps.entries()) {
      if (view !== null) await take(stage, view, step, now - (3 - at_) * day);
    }
  }
}

const closing = ['answerItem', 'closeItem'] as const;

/** What became of the first items that the checks found, one after the other. */
const ways: readonly (readonly Step[])[] = [
  ['answerItem'],
  closing,
  ['answerItem', 'returnAnswer'],
];

/** Some of what was found long ago was answered and closed; the last night may have opened it again. */
async function answerSome(stage: Stage, at: number): Promise<void> {
  const { core, organisation } = stage;
  for (const unit of ['housing', laggard]) {
    const reader = staffOf(organisation, unit);
    const query = { side: 'unit', status: 'open', check: 'not-in-time', limit: 20 } as const;
    const { items } = await listSupervision(core.supervision, reader, query, at);
    const supervised = items.filter(({ office }) => office.id === 'county-office');
    for (const [place, { id }] of supervised.entries()) {
      const steps = unit === laggard ? closing : (ways[place] ?? []);
      const view = await openItem(core.supervision, reader, id, at);
      for (const [later, step] of steps.entries()) {
        if (view !== null) await take(stage, view, step, at + (later + 1) * day);
      }
    }
  }
}

/** Items of every check and state, found by the checks themselves or ordered by a person (U-2). */
export async function playMustChecks(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  await playOrders(stage);
  const supervisor = staffOf(organisation, 'supervisor1');
  const query = { side: 'office', check: 'not-in-time', limit: 1 } as const;
  const { items } = await listSupervision(core.supervision, supervisor, query, now);
  // Begun again after an interruption the nights before are over: time does not run back.
  if (items.length > 0) return;
  const before = now - 20 * day;
  await runMustChecks(core.supervision, before, signal);
  await answerSome(stage, before);
  await runMustChecks(core.supervision, now, signal);
}

/** How the demo calls the supervision items that examples name. */
export const supervisionNames = (core: Core): readonly (readonly [string, string])[] =>
  places.map((place) => [`supervision-item:${place}`, idOf(core, place)] as const);
