import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { must, type County } from '../../petitions/queries/county.test-data.ts';
import {
  bandOf,
  decisionsOfPetition,
  linkPetition,
  listDecisions,
  openDecision,
  rebuildAssessments,
  recordDecision,
  stepAssessment,
  unlinkPetition,
  type AssessmentStep,
  type AssessmentStepInput,
} from '../index.ts';
import { officer, openVillage, worker } from '../village.test-data.ts';
import { listQuerySchema, newDecisionSchema } from './contract.ts';

let county: County;
const decider = worker('housing');
const assessor = worker('political-legal', 'unit-head');
const reviewer: StaffActor = { ...worker('town'), userId: 'town-lawyer' };

beforeAll(async () => {
  county = await openVillage();
});
afterAll(() => county.close());

const typed = (more: object = {}) =>
  newDecisionSchema.parse({
    title: '滨河路排涝泵站建设',
    content: '新建排涝泵站一座，施工期约八个月。',
    kind: 'project',
    regionCode: '690121',
    peopleConcerned: 4300,
    assessor: 'political-legal',
    ...more,
  });

const record = async (more: object = {}, actor = decider): Promise<string> => {
  const done = await recordDecision(county.deps, typed(more), { actor, commandKey: newId() });
  return done.ok ? done.value.id : done.refusal.code;
};

const step = async <T extends AssessmentStep>(
  actor: StaffActor,
  id: string,
  type: T,
  input: AssessmentStepInput<T>,
): Promise<string> => {
  const options = { actor, commandId: newId() };
  const done = await stepAssessment(county.deps, id, type, input, options);
  return done.ok ? 'done' : done.refusal.code;
};

const today = () => localDateOf(county.at.now);
const words = '已逐项核对，理由写在附件里。';
const check = (id: string, code: string, answer: 'yes' | 'partly' = 'yes') =>
  step(decider, id, 'answerCheck', { code, answer, words });
const conclude = (
  id: string,
  result: AssessmentStepInput<'conclude'>['result'],
  actor = assessor,
) => step(actor, id, 'conclude', { result, words, validUntil: today() });

describe('D-3 assessment of decisions', () => {
  test('D-3 nobody assesses the own decision, nor has somebody below do so', async () => {
    expect(await record({ assessor: 'housing' })).toBe('assessor-is-decider');
    expect(await record({ assessor: 'housing-station' })).toBe('assessor-is-decider');
    expect(await record({ assessor: 'nobody' })).toBe('unit-unknown');
    expect(await record({}, worker('office', 'clerk'))).toBe('not-permitted');
  });

  test('D-3 concluded only with checklist, consultation and the named reviewer’s opinion', async () => {
    const id = await record();
    expect(await conclude(id, 'carry-out')).toBe('checks-open');
    for (const code of ['lawful', 'reasonable', 'feasible']) await check(id, code);
    expect(await check(id, 'nothing')).toBe('check-unknown');
    expect(await check(id, 'controllable', 'partly')).toBe('done');
    expect(await conclude(id, 'carry-out')).toBe('consultation-missing');
    const held = {
      kind: 'hearing',
      heldOn: today(),
      people: 12,
      opinions: words,
      answer: words,
    } as const;
    expect(await step(decider, id, 'recordConsultation', held)).toBe('done');
    expect(await conclude(id, 'carry-out')).toBe('legality-open');

    const own = { userId: 'housing-lawyer', unit: 'housing' };
    expect(await step(assessor, id, 'nameReviewer', own)).toBe('reviewer-is-decider');
    expect(await step(decider, id, 'nameReviewer', own)).toBe('not-permitted');
    const named = { userId: reviewer.userId, unit: 'town' };
    expect(await step(assessor, id, 'nameReviewer', named)).toBe('done');
    const opinion = { opinion: 'lawful', words, validUntil: today() } as const;
    expect(await step(worker('town'), id, 'reviewLegality', opinion)).toBe('not-permitted');
    expect(await step(reviewer, id, 'reviewLegality', opinion)).toBe('done');

    expect(await conclude(id, 'carry-out')).toBe('result-needs-measures');
    expect(await conclude(id, 'carry-out-with-measures')).toBe('measures-missing');
    expect(await conclude(id, 'put-off', worker('housing', 'unit-head'))).toBe('not-permitted');
    await step(decider, id, 'addMeasure', { words, unit: 'housing' });
    expect(await conclude(id, 'carry-out-with-measures')).toBe('done');
    expect(await openDecision(county.deps, decider, id, county.at.now)).toMatchObject({
      status: 'concluded',
      result: 'carry-out-with-measures',
      expired: false,
    });
    expect(await step(assessor, id, 'reopen', { reason: '情况有重大变化，重新评估。' })).toBe(
      'done',
    );
  });

  test('D-3 seen by decider, assessor, reviewer and office; petitions by who may read them', async () => {
    const id = await record();
    const { id: petition } = await county.register();
    const { id: accusation } = await county.register({ purpose: 'accusation' }, null);
    const link = async (petitionId: string, actor = officer): Promise<string> => {
      const options = { actor, commandId: newId() };
      const done = await linkPetition(county.deps, id, petitionId, options);
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await link(petition, decider)).toBe('not-permitted');
    expect(await link(accusation)).toBe('not-found');
    expect(await link(petition)).toBe('done');
    expect(await link(petition)).toBe('done');
    const view = (actor: StaffActor) => openDecision(county.deps, actor, id, county.at.now);
    const shown = await view(officer);
    expect(shown).toMatchObject({ petitionBand: 'under-ten', petitions: [{ id: petition }] });
    // The deciding unit hears that there are some, and not which.
    expect(await view(decider)).toMatchObject({ petitionBand: 'under-ten', petitions: [] });
    expect(await view(worker('village', 'unit-head'))).toBeNull();
    expect((await decisionsOfPetition(county.deps, officer, petition))?.items).toMatchObject([
      { id },
    ]);
    must(await unlinkPetition(county.deps, id, petition, { actor: officer, commandId: newId() }));
    expect((await decisionsOfPetition(county.deps, officer, petition))?.items).toEqual([]);
    const page = await listDecisions(
      county.deps,
      worker('village', 'unit-head'),
      listQuerySchema.parse({}),
      county.at.now,
    );
    expect(page.items).toEqual([]);
  });

  test('D-3 under ten no number is told', () => {
    expect([0, 1, 9, 10, 25].map(bandOf)).toEqual(['none', 'under-ten', 'under-ten', 10, 25]);
  });

  test('L-1 rows follow from the record', async () => {
    expect(await rebuildAssessments(county.deps, 'check')).toEqual([]);
    expect(await rebuildAssessments(county.deps, 'write')).toEqual([]);
    expect(await rebuildAssessments(county.deps, 'check')).toEqual([]);
  });
});
