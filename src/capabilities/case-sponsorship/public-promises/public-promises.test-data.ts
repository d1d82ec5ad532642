import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { stepCommitment, type CommitmentStepInput } from '../../commitments/index.ts';
import { must, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  followCommitments,
  listPromiseHouseholds,
  makePublicPromise,
  openPublicPromise,
  takeHouseholdRows,
  type MakePromiseInput,
} from '../index.ts';
import type { HouseholdRowInput } from './contract.ts';

export const office = staff('office', 'office-head');
export const housing = staff('housing');

export const row = (place: number, more: Partial<HouseholdRowInput> = {}): HouseholdRowInput => ({
  row: place + 1,
  reference: `3-2-${place}`,
  name: '',
  mobile: '',
  step: '材料未交',
  note: '',
  ...more,
});
export const rows = (count: number, more: Partial<HouseholdRowInput> = {}): HouseholdRowInput[] =>
  Array.from({ length: count }, (_, at) => row(at + 1, more));

/** Public promises of a county of the tests, by their real commands. */
export function promiseRoom(county: () => County) {
  const today = () => localDateOf(county().at.now);

  const promised = (more: Partial<MakePromiseInput> = {}): MakePromiseInput => ({
    title: '云栖花苑办证',
    text: '云栖花苑全部住户今年年底以前拿到不动产权证书。',
    leaderName: '程怀民',
    unit: 'housing',
    dueDate: addDays(today(), 60),
    steps: [
      { name: '材料未交', need: '请带购房合同和身份证到社区二楼。' },
      { name: '材料已收', need: '' },
      { name: '审核中', need: '' },
      { name: '已发证', need: '' },
    ],
    ...more,
  });

  const made = async (more: Partial<MakePromiseInput> = {}): Promise<string> =>
    must(
      await makePublicPromise(county().deps, promised(more), {
        actor: office,
        commandKey: newId(),
      }),
    ).id;

  const take = async (
    id: string,
    list: readonly HouseholdRowInput[],
    actor: StaffActor = housing,
  ): Promise<readonly string[] | string> => {
    const done = await takeHouseholdRows(county().deps, id, list, { actor });
    if (!done.ok) return done.refusal.code;
    return done.value.map(({ outcome }) => (typeof outcome === 'string' ? outcome : outcome.code));
  };

  const view = async (id: string, actor: StaffActor = housing) =>
    openPublicPromise(county().deps, actor, id, county().at.now);
  const counts = async (id: string) => (await view(id))?.steps.map(({ count }) => count);
  const household = async (id: string, reference: string) => {
    const page = await listPromiseHouseholds(county().deps, housing, id, {
      reference,
      after: 0,
      limit: 50,
    });
    const found = page?.items[0];
    if (found === undefined) throw new Error('no such household');
    return found;
  };

  /** What the feed brings: the newest event of a commitment or a petition. */
  const follow = async (streamId: string): Promise<void> => {
    const scope = { actor: 'system:test', units: [], roles: ['system'], streams: [streamId] };
    const events = await county().deps.db.withActor(scope, 'write', (tx) =>
      loadEvents(tx, streamId),
    );
    await followCommitments(county().deps, [events.at(-1) as RecordedEvent]);
    await followCommitments(county().deps, [events.at(-1) as RecordedEvent]);
  };

  const stepOf = async (
    id: string,
    type: 'changeDate' | 'withdrawCommitment',
    input: CommitmentStepInput<'changeDate'> | CommitmentStepInput<'withdrawCommitment'>,
  ) => {
    const commitmentId = (await view(id))?.commitmentId ?? '';
    must(
      await stepCommitment(county().deps, commitmentId, type, input as never, {
        actor: office,
        commandId: newId(),
      }),
    );
    await follow(commitmentId);
  };

  return { today, promised, made, take, view, counts, household, follow, stepOf };
}
