import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { listOfPetitioner } from '../../commitments/index.ts';
import { rebuildCases } from '../../petitions/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import type { MeetingStep, PlanInput } from './contract.ts';
import {
  answerMinutes,
  meetingKind,
  meetingsOfPetition,
  meetingsOfPetitioner,
  openMeeting,
  openMinutesFile,
  openOwnMinutes,
  planMeeting,
  stepMeeting,
  succeedMeetings,
} from '../index.ts';

let county: County;
const office = staff('office');
const head: StaffActor = staff('office', 'office-head');

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const today = () => localDateOf(county.at.now);
const planOf = (more: Partial<PlanInput> = {}): PlanInput => ({
  on: today(),
  time: '09:30',
  place: '县信访局二楼会议室',
  agenda: ['听取诉求'],
  participants: [
    { side: 'petitioner', name: '王小明', post: '', unit: null, userId: null },
    { side: 'unit', name: '秦文', post: '副局长', unit: 'office', userId: null },
    { side: 'enterprise', name: '郑立', post: '自来水公司', unit: null, userId: null },
  ],
  ...more,
});

const plan = async (petitionId: string, more: Partial<PlanInput> = {}, commandKey = newId()) => {
  const done = await planMeeting(county.deps, petitionId, planOf(more), {
    actor: office,
    commandKey,
  });
  return done.ok ? done.value.id : done.refusal.code;
};

const step = async (
  actor: StaffActor,
  id: string,
  type: MeetingStep,
  input: object,
  more: object = {},
): Promise<string> => {
  const options = { actor, commandId: newId(), ...more };
  const { participants = [] } = (await openMeeting(county.deps, actor, id)) ?? {};
  const [first] = participants;
  // Somebody came, unless a test says otherwise.
  const came = type === 'recordMeeting' && first !== undefined ? { came: [first.id] } : {};
  const sent = { ...came, ...input } as never;
  const done = await stepMeeting(county.deps, id, type, sent, options);
  return done.ok ? 'done' : done.refusal.code;
};

const outcome = (dueDate = addDays(today(), 30)) => ({
  positions: [{ side: 'petitioner', words: '希望尽快恢复供水。' }],
  actions: [{ text: '完成二次供水改造', unit: 'housing', responsible: '秦文', dueDate }],
  openPoints: [{ matter: '水费减免', reason: '没有政策依据。' }],
});

const promises = (petitionId: string) => listOfPetitioner(county.deps, petitionId, county.at.now);

describe('S-4 three-party meeting', () => {
  test('S-4 what was agreed becomes a commitment once, in the same transaction', async () => {
    const { id: petitionId } = await county.register();
    const id = await plan(petitionId);
    expect(await step(office, id, 'recordMeeting', outcome(addDays(today(), -1)))).toBe(
      'commitment-date-past',
    );
    const nobody = { ...outcome(), came: [] };
    expect(await step(office, id, 'recordMeeting', nobody)).toBe('meeting-nobody-came');
    expect(await promises(petitionId)).toEqual([]);
    const commandId = newId();
    const input = outcome();
    expect(await step(office, id, 'recordMeeting', input, { commandId })).toBe('done');
    expect(await step(office, id, 'recordMeeting', input, { commandId })).toBe('done');
    expect(await step(office, id, 'recordMeeting', outcome())).toBe('meeting-not-in-status');
    expect(await promises(petitionId)).toMatchObject([
      { text: '完成二次供水改造', source: 'three-party-meeting' },
    ]);
  });

  test('S-4 minutes are issued by another person, fixed as a paper, and answered by the petitioner', async () => {
    const { id: petitionId } = await county.register();
    const id = await plan(petitionId);
    await step(office, id, 'recordMeeting', outcome());
    expect((await meetingsOfPetitioner(county.deps, petitionId))[0]).toMatchObject({
      status: 'held',
      positions: [],
      actions: [],
    });
    expect(await openOwnMinutes(county.deps, petitionId, id)).toBeNull();
    expect(await step(office, id, 'issueMinutes', {})).toBe('meeting-minutes-own');
    expect((await openMeeting(county.deps, office, id))?.steps).toEqual([]);
    expect(await step(head, id, 'issueMinutes', {})).toBe('done');
    const [own] = await meetingsOfPetitioner(county.deps, petitionId);
    expect(own).toMatchObject({ status: 'minuted', minutes: { number: expect.any(String) } });
    expect(own?.openPoints).toEqual([{ matter: '水费减免', reason: '没有政策依据。' }]);
    expect((await openMinutesFile(county.deps, head, id, 'pdf'))?.bytes.subarray(0, 4)).toEqual(
      Buffer.from('%PDF'),
    );
    const actor = { kind: 'petitioner', petitionId } as const;
    const answer = (agrees: boolean, words: string) =>
      answerMinutes(county.deps, id, { agrees, words }, { actor, commandId: newId() });
    expect(await answer(false, '')).toMatchObject({ refusal: { code: 'explanation-required' } });
    must(await answer(false, '我说的是三月底以前。'));
    must(await answer(true, ''));
    expect((await openMeeting(county.deps, head, id))?.answers).toMatchObject([
      { agrees: false, words: '我说的是三月底以前。' },
      { agrees: true, words: '' },
    ]);
    const other = await county.register();
    const stranger = { kind: 'petitioner', petitionId: other.id } as const;
    expect(
      await answerMinutes(
        county.deps,
        id,
        { agrees: true, words: '' },
        { actor: stranger, commandId: newId() },
      ),
    ).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await openOwnMinutes(county.deps, other.id, id)).toBeNull();
  });

  test('S-4 put off and called off with a reason; those without an account are told by somebody', async () => {
    const { id: petitionId } = await county.register();
    const id = await plan(petitionId);
    const move = { ...planOf(), on: addDays(today(), 7), reason: '企业负责人出差。', told: '' };
    expect(await step(office, id, 'postponeMeeting', move)).toBe('meeting-outside-told');
    const told = { ...move, told: '已电话告知郑立。' };
    expect(await step(office, id, 'postponeMeeting', { ...told, reason: '改' })).toBe(
      'explanation-required',
    );
    expect(await step(office, id, 'postponeMeeting', told)).toBe('done');
    expect((await openMeeting(county.deps, office, id))?.steps).not.toContain('recordMeeting');
    expect(await step(office, id, 'recordMeeting', outcome())).toBe('meeting-not-yet');
    const off = { reason: '双方已先行达成一致。', told: '已电话告知。' };
    const both = await Promise.all(
      [office, head].map((actor) => step(actor, id, 'cancelMeeting', off, { expectedVersion: 2 })),
    );
    expect(both.toSorted()).toEqual(['done', 'version-conflict']);
    const [own] = await meetingsOfPetitioner(county.deps, petitionId);
    expect(own).toMatchObject({ status: 'cancelled', postponed: [{ reason: '企业负责人出差。' }] });
  });

  test('S-4 Reg. 20 not more than five representatives; somebody has to answer them', async () => {
    const { id: petitionId } = await county.register();
    const petitioner = {
      side: 'petitioner',
      name: '代表',
      post: '',
      unit: null,
      userId: null,
    } as const;
    const unit = { ...petitioner, side: 'unit' as const, unit: 'housing' };
    const sent = async (participants: PlanInput['participants']) =>
      plan(petitionId, { participants });
    expect(await sent([...Array.from({ length: 6 }, () => petitioner), unit])).toBe(
      'meeting-representatives',
    );
    expect(await sent([petitioner, petitioner])).toBe('meeting-sides');
    expect(await sent([unit, unit])).toBe('meeting-sides');
    expect(await sent([petitioner, { ...unit, unit: 'ghost' }])).toBe('unit-unknown');
    expect(await plan(petitionId, { on: addDays(today(), -1) })).toBe('meeting-date-past');
    const key = newId();
    const first = await plan(petitionId, {}, key);
    expect(await plan(petitionId, {}, key)).toBe(first);
    expect((await meetingsOfPetition(county.deps, office, petitionId))?.items).toHaveLength(1);
  });

  test('L-5 no meeting on an accusation, and one that became one shows nothing', async () => {
    const accusation = await county.register({ purpose: 'accusation' }, null);
    expect(await plan(accusation.id)).toBe('not-found');
    const named: StaffActor = {
      ...office,
      userId: 'office-named',
      roles: ['office-head', 'accusation-officer'],
    };
    const done = await planMeeting(county.deps, accusation.id, planOf(), {
      actor: named,
      commandKey: newId(),
    });
    expect(done).toMatchObject({ refusal: { code: 'meeting-accusation' } });
    const { id: petitionId } = await county.register();
    const id = await plan(petitionId);
    expect(await openMeeting(county.deps, staff('transport'), id)).toBeNull();
  });

  test('O-1 a unit that ended leaves its meetings to its successor', async () => {
    const { id: petitionId } = await county.register();
    const id = await plan(petitionId);
    const units = { from: 'office', to: 'housing' };
    const never = new AbortController().signal;
    await succeedMeetings(county.deps, units, never);
    await succeedMeetings(county.deps, units, never);
    expect(await rebuildCases(county.deps, meetingKind, 'check')).toEqual([]);
    expect((await meetingsOfPetitioner(county.deps, petitionId))[0]?.id).toBe(id);
  });
});
