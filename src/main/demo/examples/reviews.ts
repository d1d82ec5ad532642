import { reviewScenes, type ReviewScene } from '../../../capabilities/review/index.ts';
import { drawMatter } from '../matter.ts';
import { dateSteps, type DatedTale, type PlanOptions } from '../plan.ts';
import { randomFrom, seedOf } from '../random.ts';
import { stories } from '../stories/index.ts';
import { Tale } from '../tale.ts';
import { note, served } from './scenes.ts';

/** Behind the examples of petitions, so that each keeps its number. */
const firstIndex = 5_000_000;
const housing = stories.filter((story) => story.unit === 'housing');

const grounds = '维修方案没有覆盖顶层西侧，赔偿数额没有依据，请求复查。';
const body = 'review';
const head = 'review-head';

const ask = (tale: Tale): Tale =>
  tale.requestReview('petitioner', { grounds, body, uploads: [] }).wait(0.02, 0.05);

/** By letter, with a photograph in the envelope. */
const byLetter = (tale: Tale): Tale =>
  tale
    .requestReview(
      'clerk',
      { channel: 'letter', requestedOn: '', grounds, body, uploads: [] },
      note,
    )
    .wait(0.02, 0.05)
    .review(body, 'acceptReview', {})
    .wait(0.02, 0.05);

const accepted = (tale: Tale): Tale => ask(tale).review(body, 'acceptReview', {}).wait(0.02, 0.05);

const drafted = (
  tale: Tale,
  by: string = body,
  finding: 'upheld' | 'changed' | 'handle-again' = 'upheld',
): Tale =>
  tale
    .review(by, 'draftDecision', (facts) => ({
      outcome: finding,
      points: facts.demands.map((demandId) => ({
        demandId,
        finding,
        facts: '原意见认定的事实有现场勘验记录证明。',
        basis: '《住宅专项维修资金管理办法》第二十四条',
        answer: '经审查，作出如上意见。',
      })),
      conclusion: '综合全案材料，作出本结论。',
    }))
    .wait(0.02, 0.05);

const step = (tale: Tale, who: string, type: 'checkPaper' | 'signPaper' | 'issuePaper'): Tale =>
  tale.review(who, type, (facts) => ({ paperId: facts.paper() })).wait(0.02, 0.05);

const serve = (tale: Tale, who: string): Tale =>
  tale
    .review(who, 'servePaper', (facts) => ({
      paperId: facts.paper(),
      way: 'hand',
      servedOn: facts.day(0),
      proof: '本人签收，送达回证已归档。',
    }))
    .wait(0.02, 0.05);

const decided = (tale: Tale, finding: 'upheld' | 'handle-again' = 'upheld'): Tale =>
  serve(step(drafted(accepted(tale), body, finding), head, 'issuePaper'), body);

/** Refused at review, and asked once more: before the city's committee. */
const reExamined = (tale: Tale): Tale =>
  decided(tale)
    .requestReview('petitioner', { grounds: '对赔偿数额仍有异议。', uploads: [] })
    .wait(0.02, 0.05)
    .review('city-review', 'acceptReview', {})
    .wait(0.02, 0.05);

/** Where each example finds its review. */
const scenes: Readonly<Record<ReviewScene, (tale: Tale) => unknown>> = {
  requestReview: (tale) => tale,
  chooseBody: (tale) => tale.requestReview('petitioner', { grounds, uploads: [] }),
  decideLateness: (tale) =>
    tale.wait(36, 37).requestReview('petitioner', {
      grounds,
      body,
      lateReason: '期间因病住院，有住院证明。',
      uploads: [],
    }),
  acceptReview: ask,
  refuseReview: ask,
  withdrawReview: ask,
  chooseReviewOfficer: accepted,
  withdrawOfficial: accepted,
  recordInquiry: accepted,
  draftDecision: accepted,
  getReview: byLetter,
  orderHearing: reExamined,
  recordHearing: (tale) =>
    reExamined(tale).review('city-review', 'orderHearing', { reason: '事实争议较大。' }),
  checkPaper: (tale) => drafted(accepted(tale)),
  signPaper: (tale) => step(drafted(accepted(tale)), head, 'checkPaper'),
  sealPaper: (tale) => step(step(drafted(accepted(tale)), head, 'checkPaper'), head, 'signPaper'),
  issuePaper: (tale) => drafted(accepted(tale)),
  returnPaper: (tale) => drafted(accepted(tale)),
  servePaper: (tale) => step(drafted(accepted(tale)), head, 'issuePaper'),
  handleAgain: (tale) => decided(tale, 'handle-again'),
  procedureEnded: (tale) =>
    serve(
      step(drafted(reExamined(tale), 'city-review'), 'city-review-head', 'issuePaper'),
      'city-review',
    ),
};

/** A petition with a review for each example, and for each way in which a review can end. */
export const planReviews = (options: PlanOptions): DatedTale[] =>
  reviewScenes.map((scene, place): DatedTale => {
    const index = firstIndex + place;
    const random = randomFrom(seedOf(options.seed, index));
    const tale = new Tale(random);
    const matter = drawMatter(random, options.categoryOf, {
      stories: housing,
      channel: 'visit',
      purpose: 'appeal',
      group: false,
    });
    served(tale, matter);
    scenes[scene](tale);
    return {
      name: `review ${scene}`,
      index,
      steps: dateSteps(tale.steps, 0.2, random, options),
      petitions: 1,
    };
  });
