import { drawMatter } from './matter.ts';
import { inventPerson } from './persons.ts';
import { dateSteps, type DatedTale, type PlanOptions } from './plan.ts';
import { randomFrom, seedOf } from './random.ts';
import { stories } from './stories/index.ts';
import { Tale } from './tale.ts';

/** Behind all tales and examples, so that each keeps its number. */
const index = 2_000_000;
const mostMembers = 60;
const unit = 'housing';

const answer = {
  outcome: 'supported' as const,
  facts: '经入户测温和现场查勘，反映的情况属实，涉及全小区。',
  basis: '《物业管理条例》第三十五条、《住宅专项维修资金管理办法》第二十四条',
  answer: '由物业服务企业限期整改，我局组织验收，结果在小区公示。',
  responsible: '物业管理科',
};

/**
 * A whole estate with one matter: one head, many households that join it, one answer that the worker
 * then makes out to each of them (P-13).
 */
export function planGroup(options: PlanOptions): DatedTale {
  const random = randomFrom(seedOf(options.seed, index));
  const tale = new Tale(random);
  const housing = stories.filter((story) => story.unit === unit);
  const matter = drawMatter(random, options.categoryOf, {
    stories: housing,
    channel: 'visit',
    purpose: 'appeal',
    group: false,
  });
  const members = Math.min(mostMembers, Math.ceil(options.size / 33));
  tale.about('head').register('clerk', (facts) => matter.registration(facts, { personCount: 1 }));
  tale.wait(0.3, 0.8).do('officer1', 'formGroup', {
    reason: '全小区多户反映同一事项，以本件为牵头件一并办理，逐户答复。',
  });
  tale.wait(0.1, 0.3).do('officer1', 'refer', { to: unit, instruction: '请逐户答复。' });
  tale.wait(0.05, 0.1).issue('officehead', 'referral');
  for (let place = 0; place < members; place += 1) {
    const person = inventPerson(random, '锦绣花园小区', 'petitioner');
    const electronicService = random.chance(0.4);
    tale.about(`member-${place}`).wait(0.01, 0.05);
    tale.register('clerk', (facts) =>
      matter.registration(facts, { people: [person], personCount: 1, electronicService }),
    );
    tale.wait(0.01, 0.02);
    tale.joinGroup('clerk', 'head', '与牵头件反映同一事项，本人在窗口同意一起办理。');
  }
  tale.about('head').wait(0.5, 1).do(unit, 'accept', {});
  tale.wait(0.1, 0.3).issue(`${unit}-head`, 'acceptance-notice');
  tale.wait(4, 6).do(unit, 'draftOpinion', (facts) => ({
    demands: facts.demands.map((demandId) => ({ demandId, ...answer, dueDate: facts.day(40) })),
  }));
  tale.wait(0.5, 1).issue(`${unit}-head`, 'opinion');
  tale.wait(0.5, 1).serve(unit, 'opinion', false);
  return {
    name: 'group',
    index,
    steps: dateSteps(tale.steps, 0.5, random, options),
    petitions: members + 1,
  };
}
