import { expect } from 'vitest';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/actor.ts';
import { run as runSql } from '../../platform/database/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { listMember, listOfPetition, stepProceeding } from '../hearings-mediation/index.ts';
import type { NewMember, StepInput, StepType } from '../hearings-mediation/contract.ts';
import { openPetitionView } from '../petitions/index.ts';
import { staff } from '../petitions/life.test-data.ts';
import { head, must, type County } from '../petitions/queries/county.test-data.ts';
import {
  carryReview,
  openReviewView,
  requestReview,
  reviewReactions,
  runReviewCommand,
  type ReviewInput,
  type ReviewInputType,
} from './index.ts';

export const dayMs = 24 * 3_600_000;
/** The unit that reviews, and the one that re-examines. */
export const body = staff('county-government');
export const city = staff('city-government');
export const petitioner = (petitionId: string): Actor => ({ kind: 'petitioner', petitionId });
type Body = 'county-government' | 'city-government';
type Finding = 'upheld' | 'changed' | 'handle-again';

/** The steps that tests of reviews take in a county, as its people would. */
export function reviewSteps(county: County) {
  const today = () => localDateOf(county.at.now);

  /** Drafts the opinion again, checks, signs, seals and serves it. */
  const answer = async (id: string, changed?: string): Promise<void> => {
    const view = await openPetitionView(county.deps, staff('housing'), id, county.at.now);
    await county.run(staff('housing'), id, 'draftOpinion', {
      demands: (view?.demands ?? []).map((demand) => ({
        demandId: demand.id,
        outcome: 'not-supported' as const,
        facts: '经现场核查，水压符合标准。',
        basis: '《城市供水条例》第二十二条',
        answer: '不予支持，理由已当面说明。',
      })),
      ...(changed === undefined ? {} : { changed }),
    });
    const drafted = await openPetitionView(county.deps, head('housing'), id, county.at.now);
    const paperId =
      drafted?.papers.findLast(({ kind, stage }) => kind === 'opinion' && stage === 'drafted')
        ?.id ?? '';
    await county.run(head('housing'), id, 'issuePaper', { paperId });
    await county.run(staff('housing'), id, 'servePaper', {
      paperId,
      way: 'hand',
      servedOn: today(),
      proof: '本人签收，回证归档。',
    });
  };

  /** A petition whose opinion was served. */
  const answered = async (): Promise<string> => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    await county.run(staff('housing'), id, 'accept', {});
    await answer(id);
    return id;
  };

  const ask = (id: string, more: object = {}) =>
    requestReview(
      county.deps,
      { caseId: newId(), petitionId: id },
      { grounds: '水压检测时间不对，高峰时六楼没有水。', uploads: [], ...more },
      { actor: petitioner(id), commandId: newId() },
    );

  const run = async <T extends ReviewInputType>(
    actor: Actor,
    reviewId: string,
    type: T,
    input: ReviewInput<T>,
  ) => {
    const done = await runReviewCommand(county.deps, reviewId, type, input, {
      actor,
      commandId: newId(),
    });
    must(await carryReview(county.deps, reviewId));
    return done;
  };

  const open = async (id: string, more: object = {}): Promise<string> => {
    const asked = must(await ask(id, more));
    must(await carryReview(county.deps, asked.id));
    return asked.id;
  };

  const accept = (reviewId: string, actor: typeof body) => run(actor, reviewId, 'acceptReview', {});
  const view = (actor: typeof body, reviewId: string) =>
    openReviewView(county.deps, actor, reviewId, county.at.now);

  /** Drafts a decision; @returns its paper. */
  const draft = async (reviewId: string, unit: Body, finding: Finding): Promise<string> => {
    const shown = await view(staff(unit), reviewId);
    must(
      await run(staff(unit), reviewId, 'draftDecision', {
        outcome: finding,
        points: (shown?.demands ?? []).map((demand) => ({
          demandId: demand.id,
          finding,
          facts: '高峰时段复测，六楼以上水压不足。',
          basis: '《城市供水条例》第二十二条',
          answer: '原意见认定的事实需要重新查清。',
        })),
        conclusion: '综合以上审查，作出本结论。',
      }),
    );
    const drafted = await view(head(unit), reviewId);
    return drafted?.papers.findLast(({ kind }) => kind.endsWith('opinion'))?.id ?? '';
  };

  const decideOn = async (reviewId: string, unit: Body, finding: Finding): Promise<void> => {
    const paperId = await draft(reviewId, unit, finding);
    must(await run(head(unit), reviewId, 'issuePaper', { paperId }));
    must(
      await run(staff(unit), reviewId, 'servePaper', {
        paperId,
        way: 'hand',
        servedOn: today(),
        proof: '本人签收，回证归档。',
      }),
    );
  };

  /** Everything that was ever recorded, as the feed brings it. */
  const react = async (): Promise<void> => {
    const entries = await county.database.db.withActor(
      { actor: 'system:test', units: [], roles: ['system'] },
      'read',
      (tx) =>
        runSql<{ stream_id: string; seq: number; type: string }>(tx, {
          name: 'test.all-events',
          text: 'SELECT stream_id, seq, type FROM event ORDER BY at, stream_id, seq',
          values: [],
        }),
    );
    await reviewReactions(county.deps, { enqueue: async () => undefined })(
      entries.map(({ stream_id: streamId, seq, type }, place) => ({
        streamId,
        seq,
        type,
        leafIndex: place,
      })),
    );
  };

  /** The hearing that an order has convened, and a step of its own. */
  const hearingOf = async (petitionId: string) => {
    const listed = await listOfPetition(county.deps, city, petitionId);
    const [hearing] = listed?.items ?? [];
    const place = { petitionId, id: hearing?.id ?? '' };
    const take = async <T extends StepType<'hearing'>>(type: T, input: StepInput<'hearing', T>) =>
      must(
        await stepProceeding(county.deps, place, 'hearing', type, input, {
          actor: city,
          commandId: newId(),
        }),
      );
    return { hearing, take };
  };

  /** The body holds the hearing on two days. */
  const hold = async (
    petitionId: string,
  ): Promise<{ readonly from: string; readonly to: string }> => {
    const { hearing, take } = await hearingOf(petitionId);
    expect(hearing).toMatchObject({ kind: 'hearing', unit: { id: 'city-government' } });
    for (const name of ['甲', '乙', '丙']) {
      const member: NewMember = {
        name,
        kinds: ['deputy'],
        profession: '',
        regionCode: '430121',
        from: '2025-01-01',
      };
      must(
        await listMember(county.deps, member, { actor: staff('city-office'), commandKey: newId() }),
      );
    }
    const [from, to] = [today(), addDays(localDateOf(county.at.now), 1)];
    await take('drawPanel', { seats: 3, kinds: [], region: 'any', professions: [] });
    await take('schedule', { date: from, time: '09:30', mode: 'room', place: '三楼听证室' });
    await take('waiveNotice', { on: from, proof: '各方当场签署的同意书，存卷。' });
    await take('draftNotice', {});
    await take('open', {});
    county.at.now += 2 * dayMs;
    await take('close', { days: [from, to], came: [], record: '各方陈述意见，出示检测报告。' });
    await react();
    return { from, to };
  };

  const look = (id: string) => openPetitionView(county.deps, staff('office'), id, county.at.now);

  return {
    today,
    answer,
    answered,
    ask,
    run,
    open,
    accept,
    view,
    draft,
    decideOn,
    react,
    hearingOf,
    hold,
    look,
  };
}
