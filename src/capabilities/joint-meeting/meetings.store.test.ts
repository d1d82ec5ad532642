import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { scopeOf, setStream } from '../../platform/database/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { listOfSource } from '../commitments/index.ts';
import { openPetitionView } from '../petitions/queries/index.ts';
import { suggestOverdue, systemActor } from '../petitions/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import type { MeetingStep, MeetingStepInput } from './contract.ts';
import {
  admitMembers,
  declineSuggestion,
  listMeetings,
  listSuggestions,
  openMeetingView,
  openMinutes,
  planMeeting,
  rebuildMeetings,
  stepMeeting,
  succeedMeetings,
} from './index.ts';

let county: County;
const day = 86_400_000;
const never = new AbortController().signal;
const office = staff('office');
const preparer: StaffActor = { ...staff('joint-meeting'), roles: ['handler'] };
const leader: StaffActor = {
  ...staff('county-government', 'county-government-leader'),
  roles: ['leader'],
};
const housing: StaffActor = { ...staff('housing', 'housing-head'), roles: ['unit-head'] };
const seats = [
  { unit: 'housing', userId: 'housing-head' },
  { unit: 'transport', userId: 'transport-head' },
];

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const codeOf = (result: Result<unknown, Refusal>): string =>
  result.ok ? 'done' : result.refusal.code;

const plan = async (key = newId()) =>
  must(
    await planMeeting(
      county.deps,
      {
        kind: 'joint-meeting',
        on: localDateOf(county.at.now),
        time: '09:00',
        place: '三楼会议室',
        chair: { unit: 'county-government', userId: 'county-government-leader' },
        members: seats,
      },
      { actor: preparer, commandKey: key },
    ),
  ).id;

const step = <T extends MeetingStep>(
  id: string,
  type: T,
  input: MeetingStepInput<T>,
  actor: StaffActor = preparer,
  more: { readonly commandKey?: string; readonly expectedVersion?: number } = {},
) => stepMeeting(county.deps, id, type, input, { actor, commandKey: newId(), ...more });

/** A petition that two units do not want, with their superior (J-3). */
async function deadlock(): Promise<string> {
  const { id } = await county.register();
  await county.run(office, id, 'refer', { to: 'housing', instruction: '请依法办理' });
  await county.run(staff('housing'), id, 'object', { reasons: '不属于我局职责范围。' });
  await county.run(office, id, 'decideObjection', { upheld: true, reasons: '同意退回。' });
  await county.run(office, id, 'refer', { to: 'transport', instruction: '请依法办理' });
  await county.run(staff('transport'), id, 'object', { reasons: '也不属于我局职责范围。' });
  return id;
}

async function suggested(): Promise<string> {
  const { id } = await county.register();
  await county.run(office, id, 'refer', { to: 'housing', instruction: '请依法办理' });
  await county.run(office, id, 'suggestAgenda', { question: 'competence', text: '职责不清。' });
  return id;
}

const item = (petitionId: string) =>
  ({ petitionId, question: 'competence', text: '由哪个单位负责？' }) as const;

const decision = (itemId: string): MeetingStepInput<'decideItem'> => ({
  itemId,
  outcome: 'decided',
  text: '由交通运输局牵头，住建局配合。',
  main: 'transport',
  coHandlers: [{ unit: 'housing', dueDate: localDateOf(county.at.now + 20 * day) }],
  commitments: [
    {
      unit: 'transport',
      dueDate: localDateOf(county.at.now + 30 * day),
      text: '三十日内完成道路修复。',
    },
  ],
  dissent: [{ unit: 'housing', text: '保留意见，认为应由物业承担。' }],
});

const view = (id: string, actor: StaffActor = preparer) => openMeetingView(county.deps, actor, id);

describe('J-1 a joint meeting', () => {
  test('J-1 agenda, call, decision in force with promises, minutes signed and read', async () => {
    const petition = await deadlock();
    await county.run(leader, petition, 'suggestAgenda', { question: 'competence' });
    expect((await listSuggestions(county.deps, preparer)).map((each) => each.petition.id)).toEqual([
      petition,
    ]);
    const id = await plan();
    const { made } = must(await step(id, 'addItem', item(petition)));
    expect(await listSuggestions(county.deps, preparer)).toEqual([]);
    must(await step(id, 'callMeeting', {}));
    must(await step(id, 'openMeeting', { came: ['housing-head'] }));
    must(await step(id, 'decideItem', decision(made)));
    const opened = await openPetitionView(county.deps, office, petition, county.at.now);
    expect(opened).toMatchObject({ status: 'referred', holder: { id: 'transport' }, agenda: null });
    expect(opened?.tasks.map(({ unit }) => unit.id)).toEqual(['housing']);
    const promises = await listOfSource(
      county.deps,
      preparer,
      { kind: 'joint-meeting', id },
      county.at.now,
    );
    expect(promises).toHaveLength(1);
    must(await step(id, 'closeMeeting', {}));
    must(await step(id, 'draftMinutes', { summary: '会议逐项研究了提交的事项。' }));
    expect(codeOf(await step(id, 'signMinutes', {}))).toBe('not-permitted');
    expect(codeOf(await step(id, 'issueMinutes', {}))).toBe('meeting-minutes-unsigned');
    must(await step(id, 'signMinutes', {}, leader));
    expect(codeOf(await step(id, 'draftMinutes', { summary: '改。' }))).toBe(
      'meeting-minutes-signed',
    );
    must(await step(id, 'issueMinutes', {}));
    must(await step(id, 'readMinutes', {}, housing));
    expect(await view(id)).toMatchObject({
      state: 'minuted',
      minutes: { number: expect.stringContaining('信联纪') },
      members: [
        { came: true, readAt: county.at.now },
        { came: false, readAt: null },
      ],
    });
    const minutes = await openMinutes(county.deps, housing, id, 'docx');
    expect(minutes?.bytes.length).toBeGreaterThan(1000);
  });

  test('J-1 sent twice it is done once; of two people at once one is told', async () => {
    const key = newId();
    const id = await plan(key);
    expect(await plan(key)).toBe(id);
    const petition = await suggested();
    const commandKey = newId();
    const first = must(await step(id, 'addItem', item(petition), preparer, { commandKey }));
    expect(must(await step(id, 'addItem', item(petition), preparer, { commandKey }))).toEqual(
      first,
    );
    const race = await Promise.all(
      ['甲', '乙'].map((text) =>
        step(id, 'addItem', { petitionId: null, question: 'policy', text }, preparer, {
          expectedVersion: first.version,
        }),
      ),
    );
    expect(race.map(codeOf).toSorted()).toEqual(['done', 'version-conflict']);
  });

  test('J-1 put off or cancelled, it waits for the next meeting', async () => {
    const petition = await suggested();
    const waits = async () =>
      (await listSuggestions(county.deps, preparer)).some((each) => each.petition.id === petition);
    const first = await plan();
    must(await step(first, 'addItem', item(petition)));
    expect(codeOf(await step(await plan(), 'addItem', item(petition)))).toBe('agenda-already');
    must(await step(first, 'cancelMeeting', { reason: '主持人外出。' }));
    expect(await waits()).toBe(true);
    const second = await plan();
    const { made } = must(await step(second, 'addItem', item(petition)));
    must(await step(second, 'callMeeting', {}));
    must(await step(second, 'openMeeting', { came: [] }));
    const later = { itemId: made, outcome: 'put-off', text: '补充材料后再议。' } as const;
    const nothing = { main: null, coHandlers: [], commitments: [], dissent: [] };
    must(await step(second, 'decideItem', { ...later, ...nothing }));
    expect(await waits()).toBe(true);
    must(
      await declineSuggestion(county.deps, petition, '两家已经协商一致。', {
        actor: preparer,
        commandKey: newId(),
      }),
    );
    expect(await waits()).toBe(false);
  });

  test('J-1 what the petition refuses is not decided by the meeting either', async () => {
    const petition = await suggested();
    const id = await plan();
    const { made } = must(await step(id, 'addItem', item(petition)));
    must(await step(id, 'callMeeting', {}));
    must(await step(id, 'openMeeting', { came: [] }));
    const wrong = { ...decision(made), main: 'court', coHandlers: [], dissent: [] };
    expect(codeOf(await step(id, 'decideItem', wrong))).toBe('target-outside-system');
    expect((await view(id))?.agenda[0]?.decision).toBeNull();
  });

  test('J-1 who is called may read what is on the agenda, and nobody else', async () => {
    const petition = await suggested();
    const id = await plan();
    must(await step(id, 'addItem', item(petition)));
    const transport = { ...staff('transport', 'transport-head'), roles: ['unit-head' as const] };
    const reads = () => openPetitionView(county.deps, transport, petition, county.at.now);
    expect(await reads()).toBeNull();
    must(await step(id, 'callMeeting', {}));
    const events = await county.deps.db.withActor(
      scopeOf(systemActor('test')),
      'read',
      async (tx) => {
        await setStream(tx, id);
        return loadEvents(tx, id);
      },
    );
    must(await admitMembers(county.deps, events));
    must(await admitMembers(county.deps, events));
    expect(await reads()).not.toBeNull();
    expect(await view(id, { ...office, roles: ['case-officer'] })).toBeNull();
    const city = staff('city-office');
    expect(codeOf(await step(id, 'cancelMeeting', { reason: '不开了。' }, city))).toBe('not-found');
  });

  test('L-5 an accusation is on no agenda, and what becomes one leaves it', async () => {
    const { id: petition } = await county.register();
    await county.run(office, petition, 'suggestAgenda', { question: 'competence' });
    const id = await plan();
    must(await step(id, 'addItem', item(petition)));
    await county.run(office, petition, 'classify', {
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
    });
    expect((await view(id))?.agenda).toEqual([]);
    const { id: other } = await county.register({ purpose: 'accusation' }, null);
    expect(codeOf(await step(id, 'addItem', item(other)))).toBe('meeting-petition-unknown');
  });
});

test('J-3 what the superior left undecided comes before the joint meeting by itself, once', async () => {
  const petition = await deadlock();
  const at = county.at.now + 40 * day;
  await suggestOverdue(county.deps, never, at);
  await suggestOverdue(county.deps, never, at);
  const found = await listSuggestions(county.deps, preparer);
  expect(found.filter((each) => each.petition.id === petition)).toMatchObject([
    { cause: 'overdue', question: 'competence' },
  ]);
  const declined = declineSuggestion(county.deps, petition, '不需要会议研究。', {
    actor: preparer,
    commandKey: newId(),
  });
  expect(codeOf(await declined)).toBe('agenda-overdue');
});

test('O-1 the successor of a unit sits in its place', async () => {
  const id = await plan();
  await succeedMeetings(county.deps, { from: 'transport', to: 'housing-station' }, never);
  await succeedMeetings(county.deps, { from: 'transport', to: 'housing-station' }, never);
  const units = (await view(id))?.members.map(({ unit }) => unit.id);
  expect(units).toEqual(['housing', 'housing-station']);
  const listed = await listMeetings(
    county.deps,
    { ...staff('housing-station'), roles: ['handler'] },
    localDateOf(county.at.now),
    localDateOf(county.at.now),
  );
  expect(listed.map((line) => line.id)).toContain(id);
});

test('L-1 rows of meetings follow from their records', async () => {
  expect(await rebuildMeetings(county.deps, 'check')).toEqual([]);
});
