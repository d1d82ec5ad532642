import { expect } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { newId } from '../../../platform/vault/index.ts';
import { must, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  draftRecommendation,
  followForRecommendations,
  noteGap,
  openRecommendation,
  recommendationsFollow,
  stepRecommendation,
  stepRepair,
} from '../index.ts';
import {
  noteGapSchema,
  recommendationSchema,
  recommendationStepSchemas,
  repairSchema,
  repairStepSchemas,
  type RecommendationStep,
  type RepairStep,
} from './contract.ts';

export const supervisor: StaffActor = {
  ...staff('office', 'office-supervisor'),
  roles: ['supervisor'],
};
export const head: StaffActor = { ...staff('office', 'office-boss'), roles: ['office-head'] };
export const officer = staff('office');
export const housing = staff('housing');
export const transport = staff('transport');
export const people = (called: string) =>
  called === 'leader'
    ? { userId: 'county-government-leader', units: ['county-government'] }
    : called === 'clerk'
      ? { userId: 'office-clerk', units: ['office'] }
      : undefined;

export const by = (actor: StaffActor, more: object = {}) => ({
  actor,
  commandId: newId(),
  uploadOwner: 'test',
  ...more,
});
export const signal = new AbortController().signal;

/** Recommendations, gaps and repairs of a county of the tests, by their real commands. */
export function recommendationRoom(county: () => County) {
  const inDays = (days: number) => addDays(localDateOf(county().at.now), days);

  const draftInput = (number: string, more: object = {}) =>
    recommendationSchema.parse({
      kind: 'improve-policy',
      unit: 'housing',
      subject: '二次供水维护责任',
      reasons: '同类信访事项多件，责任不清。',
      proposal: '明确由谁维护，限期修复。',
      numbers: number,
      ...more,
    });
  const draftFrom = async (more: object = {}, actor = supervisor) => {
    const { number } = await county().register();
    return draftRecommendation(county().deps, draftInput(number, more), by(actor));
  };
  const drafted = async (): Promise<string> => must(await draftFrom()).id;

  const step = async (
    id: string,
    type: RecommendationStep,
    input: object = {},
    actor = supervisor,
    more: object = {},
  ): Promise<string> => {
    const typed = recommendationStepSchemas[type].parse(input);
    const done = await stepRecommendation(
      county().deps,
      id,
      type,
      typed as never,
      by(actor, { at: county().at.now, ...more }),
    );
    return done.ok ? 'done' : done.refusal.code;
  };
  const see = (id: string, actor: StaffActor = supervisor) =>
    openRecommendation(county().deps, actor, id, county().at.now);
  const paperOf = async (id: string): Promise<string> => (await see(id))?.papers.at(-1)?.id ?? '';

  /** A recommendation that the body has had in its hands since today, and its first petition. */
  async function servedFrom({ numbers = '' } = {}): Promise<{ id: string; petitionId: string }> {
    const petition = await county().register();
    const input = draftInput(`${petition.number}\n${numbers}`);
    const { id } = must(await draftRecommendation(county().deps, input, by(supervisor)));
    const paperId = await paperOf(id);
    expect(await step(id, 'issuePaper', { paperId }, head)).toBe('done');
    const service = { paperId, way: 'hand', servedOn: inDays(0), proof: '办公室签收' };
    expect(await step(id, 'servePaper', service, head)).toBe('done');
    return { id, petitionId: petition.id };
  }
  const served = async (): Promise<string> => (await servedFrom()).id;

  let lastSeq = 100;
  /** Tells the reactions what somebody has found that a petition is. */
  async function classify(petitionId: string, purpose: string): Promise<void> {
    lastSeq += 1;
    const event = {
      streamId: petitionId,
      seq: lastSeq,
      type: 'PetitionClassified',
      data: { purpose },
    };
    must(await followForRecommendations(county().deps, event as never));
  }
  const adopted = { adoption: 'partly', text: '维护责任已明确', doneBy: '2027-01-01' };

  const stepOnRepair = async (
    id: string,
    type: RepairStep,
    input: object = {},
    actor = head,
  ): Promise<string> => {
    const typed = repairStepSchemas[type].parse(input);
    const done = await stepRepair(county().deps, id, type, typed as never, people, by(actor));
    return done.ok ? 'done' : done.refusal.code;
  };
  const noted = async (more: object = {}, actor = officer) => {
    const { id: petition } = await county().register();
    const input = noteGapSchema.parse({
      petition,
      department: 'housing',
      policy: '二次供水办法',
      missing: '没有写谁来维护',
      ...more,
    });
    return noteGap(county().deps, input, by(actor));
  };
  const repairInput = (gaps: readonly string[], more: object = {}) =>
    repairSchema.parse({
      title: '完善二次供水办法',
      large: '城乡建设',
      goal: '明确维护责任',
      leader: 'leader',
      departments: ['housing'],
      gaps,
      ...more,
    });

  /** Hands on to the reactions what a record has said so far. */
  async function react(id: string): Promise<void> {
    const events = await withClient(county().database.ownerUrl, async (client) => {
      const text = `SELECT stream_id AS "streamId", seq, type, type_version AS "typeVersion", data
                      FROM event WHERE stream_id = $1 ORDER BY seq`;
      return (await client.query(text, [id])).rows;
    });
    for (const event of events) {
      if (!recommendationsFollow.includes(event.type)) continue;
      must(await followForRecommendations(county().deps, event));
    }
  }
  const messagesOf = (id: string) =>
    withClient(county().database.ownerUrl, async (client) => {
      const text = `SELECT template, recipient_unit AS unit FROM message WHERE stream_id = $1`;
      return (await client.query<{ template: string; unit: string | null }>(text, [id])).rows;
    });

  return {
    inDays,
    draftInput,
    draftFrom,
    drafted,
    step,
    see,
    paperOf,
    servedFrom,
    served,
    classify,
    adopted,
    stepOnRepair,
    noted,
    repairInput,
    react,
    messagesOf,
  };
}
