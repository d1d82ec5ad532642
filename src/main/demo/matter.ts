import {
  registrationSchema,
  type Channel,
  type Purpose,
  type RegistrationInput,
} from '../../capabilities/petitions/index.ts';
import { townshipCode, townships } from './county/regions.ts';
import type { Facts } from './deeds.ts';
import { inventPerson } from './persons.ts';
import type { Random } from './random.ts';
import { accusations, stories, Telling, type Story } from './stories/index.ts';

/** Codes of the categories of a story, from the first level down. */
export type CategoryOf = (names: readonly string[]) => NonNullable<RegistrationInput['category']>;

/** What one tale is about: a story in a place, and the people who bring it. */
export interface Matter {
  readonly story: Story;
  readonly category: NonNullable<RegistrationInput['category']>;
  readonly regionCode: string;
  readonly fill: (words: string) => string;
  readonly channel: Channel;
  /** Whether the petitioner agreed to papers by electronic way. */
  readonly electronic: boolean;
  /** Whether purpose and category were given at registration. */
  readonly classified: boolean;
  readonly registration: (facts: Facts, more?: Partial<RegistrationInput>) => RegistrationInput;
}

const channels: readonly (readonly [Channel, number])[] = [
  ['web', 34],
  ['visit', 20],
  ['letter', 16],
  ['telephone', 9],
  ['hotline-12345', 12],
  ['leader-mailbox', 3],
  ['reception-day', 2],
  ['home-visit', 1],
  ['fax', 1],
  ['field-investigation', 1],
];

export interface MatterOptions {
  readonly stories?: readonly Story[];
  readonly channel?: Channel;
  readonly purpose?: Purpose;
  /** A group that comes in person, with its representatives. */
  readonly group?: boolean;
}

/** Draws a matter. */
export function drawMatter(
  random: Random,
  categoryOf: CategoryOf,
  options: MatterOptions = {},
): Matter {
  const [township, code, villages] = random.pick(townships);
  const place = random.whole(0, villages.length - 1);
  const village = villages[place] ?? villages[0];
  const story = random.pick(options.stories ?? stories.filter(({ unit }) => unit !== 'court'));
  const telling = new Telling(random, { township, village });
  const group = options.group ?? random.chance(0.06);
  const channel = options.channel ?? (group ? 'visit' : random.weighted(channels, ([, w]) => w)[0]);
  const electronic = channel === 'web' && random.chance(0.7);
  const classified = options.purpose !== undefined || random.chance(0.65);
  const category = categoryOf(story.category);
  const regionCode = `${townshipCode(code)}${201 + place}`;
  const people = Array.from({ length: group ? random.whole(3, 5) : 1 }, () =>
    inventPerson(random, `${township}${village}`, group ? 'representative' : 'petitioner'),
  );
  const personCount = group ? random.whole(6, 80) : 1;
  const urgency = random.chance(0.06) ? 'urgent' : 'ordinary';
  const hotline = `RX69${random.whole(10_000_000, 99_999_999)}`;
  const [title, text] = [telling.fill(story.title), telling.letter(story.text)];
  const demands = story.demands.map((demand) => telling.fill(demand));
  return {
    story,
    category,
    regionCode,
    fill: (words) => telling.fill(words),
    channel,
    electronic,
    classified,
    registration: (facts, more) =>
      registrationSchema.parse({
        channel,
        title,
        text,
        demands,
        purpose: classified ? (options.purpose ?? 'appeal') : null,
        category: classified ? category : null,
        urgency,
        regionCode,
        place: `${township}${village}`,
        people,
        personCount,
        electronicService: electronic,
        ...(channel === 'letter' ? { letterDate: facts.day(-5), postmark: facts.day(-4) } : {}),
        ...(channel === 'hotline-12345'
          ? { numbersElsewhere: [{ source: '12345', number: hotline }] }
          : {}),
        ...more,
      } satisfies Partial<RegistrationInput>),
  };
}

/** A letter about somebody in office, mostly without a name. */
export function drawAccusation(random: Random, categoryOf: CategoryOf): Matter {
  const matter = drawMatter(random, categoryOf, {
    channel: random.pick(['letter', 'web', 'visit']),
    purpose: 'accusation',
    group: false,
  });
  const [title, text, demand] = random.pick(accusations);
  const anonymous = random.chance(0.6);
  const category = categoryOf(['党政与纪检', '作风', '违纪违法']);
  return {
    ...matter,
    category,
    registration: (facts, more) =>
      matter.registration(facts, {
        title: matter.fill(title),
        text: matter.fill(text),
        demands: [demand],
        category,
        secrecy: true,
        anonymous,
        accusedPersons: '见来信内容',
        ...(anonymous ? { people: [], electronicService: false } : {}),
        ...more,
      }),
  };
}
