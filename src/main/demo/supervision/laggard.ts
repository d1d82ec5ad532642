import { drawMatter } from '../matter.ts';
import { dateSteps, type DatedTale, type PlanOptions } from '../plan.ts';
import { randomFrom, seedOf } from '../random.ts';
import { stories } from '../stories/index.ts';
import { Tale } from '../tale.ts';

/** Behind all tales, examples and groups, so that each keeps its number. */
const firstIndex = 3_000_000;
const most = 32;
export const laggard = 'veterans';

const own = stories.filter((story) => story.unit === laggard);

/**
 * Matters that one bureau leaves lying: nobody is told within the fifteen days, and of the first, which
 * was assigned, the day of the report passes as well. So the checks find a unit behind its peers, and
 * an item that was closed is open again (U-2).
 */
export const planLaggard = (options: PlanOptions): DatedTale[] =>
  Array.from({ length: Math.min(most, Math.ceil(options.size / 60)) }, (_, place): DatedTale => {
    const index = firstIndex + place;
    const random = randomFrom(seedOf(options.seed, index));
    const tale = new Tale(random);
    const matter = drawMatter(random, options.categoryOf, {
      stories: own.length > 0 ? own : stories,
      channel: 'visit',
      purpose: 'appeal',
      group: false,
    });
    tale.register('clerk', (facts) => matter.registration(facts, { personCount: 1 }));
    tale.wait(0.3, 0.8);
    if (place === 0) {
      tale.do('officer1', 'assign', (facts) => ({
        to: laggard,
        dueDate: facts.day(50),
        instruction: '请在期限内办理并报送办结报告。',
      }));
      tale.wait(0.1, 0.2).issue('officehead', 'assignment');
    } else {
      tale.do('officer1', 'refer', { to: laggard, instruction: '请依法办理并书面答复。' });
      tale.wait(0.1, 0.2).issue('officehead', 'referral');
    }
    const waited = place === 0 ? 60 : random.between(20, 55);
    return {
      name: `laggard ${place}`,
      index,
      steps: dateSteps(tale.steps, waited, random, options),
      petitions: 1,
    };
  });
