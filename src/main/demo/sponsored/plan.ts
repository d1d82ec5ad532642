import { drawMatter } from '../matter.ts';
import { dateSteps, type DatedTale, type PlanOptions } from '../plan.ts';
import { randomFrom, seedOf } from '../random.ts';
import { stories } from '../stories/index.ts';
import { Tale } from '../tale.ts';
import { exampleCases } from './scenes.ts';

/** Behind all other tales, so that each keeps its number. */
export const firstIndex = 6_000_000;

/** Cases of the whole county; a small demo has those that examples name, and one without a case. */
const most = 41;
const examples = Object.keys(exampleCases).length + 1;
export const countOfCases = (size: number): number =>
  Math.min(most, Math.max(examples, Math.ceil(size / 48)));

const housing = stories.filter((story) => story.unit === 'housing');

/** Petitions of their own for the cases under a leader: a month old, referred to one bureau. */
export const planSponsored = (options: PlanOptions): DatedTale[] =>
  Array.from({ length: countOfCases(options.size) }, (_, place): DatedTale => {
    const index = firstIndex + place;
    const random = randomFrom(seedOf(options.seed, index));
    const tale = new Tale(random);
    const matter = drawMatter(random, options.categoryOf, {
      stories: housing,
      channel: 'visit',
      purpose: 'appeal',
      group: false,
    });
    tale.register('clerk', (facts) => matter.registration(facts, { personCount: 1 + (place % 4) }));
    tale.wait(0.3, 0.6).do('officer1', 'refer', { to: 'housing', instruction: '请依法按期办理。' });
    tale.wait(0.1, 0.2).issue('officehead', 'referral');
    return {
      name: 'sponsored',
      index,
      steps: dateSteps(tale.steps, 29, random, options),
      petitions: 1,
    };
  });
