import {
  exampleScenes,
  type ExampleScene,
  type Purpose,
} from '../../../capabilities/petitions/index.ts';
import { drawAccusation, drawMatter, type Matter } from '../matter.ts';
import { dateSteps, type DatedTale, type PlanOptions } from '../plan.ts';
import { randomFrom, seedOf, type Random } from '../random.ts';
import { stories } from '../stories/index.ts';
import { Tale } from '../tale.ts';
import { scenes } from './scenes.ts';

/** Behind all tales that chance tells, so that each keeps its number. */
export const firstIndex = 1_000_000;

/** The last step was so many days ago. */
const waited = 0.2;

const housing = stories.filter((story) => story.unit === 'housing');

/** Scenes that are about no appeal. */
const otherPurposes: Readonly<
  Partial<Record<ExampleScene, { readonly title: string; readonly purpose: Purpose }>>
> = {
  fileOnly: { title: '感谢信', purpose: 'thanks' },
  decideSuggestion: { title: '建议增设休息座椅', purpose: 'suggestion' },
  honourContribution: { title: '建议延长图书馆开放时间', purpose: 'suggestion' },
  answerBriefly: { title: '咨询维修资金怎么用', purpose: 'enquiry' },
};

/** Brought in person by one petitioner, so that nothing about the example depends on chance. */
function draw(scene: ExampleScene, random: Random, { categoryOf }: PlanOptions): Matter {
  if (scene === 'nameHandler') {
    const accusation = drawAccusation(random, categoryOf);
    return {
      ...accusation,
      registration: (facts, more) =>
        accusation.registration(facts, { ...more, channel: 'visit', electronicService: false }),
    };
  }
  const matter = drawMatter(random, categoryOf, {
    stories: housing,
    channel: 'visit',
    purpose: 'appeal',
    group: false,
  });
  const other = otherPurposes[scene];
  return other === undefined
    ? matter
    : {
        ...matter,
        registration: (facts, more) => matter.registration(facts, { ...more, ...other }),
      };
}

/**
 * A petition for each example of the API description, from today or yesterday.
 * @returns one tale for each scene, in the order of `exampleScenes`
 */
export const planExamples = (options: PlanOptions): DatedTale[] =>
  exampleScenes.map((scene, place): DatedTale => {
    const index = firstIndex + place;
    const random = randomFrom(seedOf(options.seed, index));
    const tale = new Tale(random);
    scenes[scene](tale, draw(scene, random, options));
    return {
      name: `example ${scene}`,
      index,
      steps: dateSteps(tale.steps, waited, random, options),
      petitions: new Set(tale.steps.map(({ petition }) => petition)).size,
    };
  });
