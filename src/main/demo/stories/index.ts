import { living } from './living.ts';
import { peopleMatters } from './people.ts';
import { work } from './work.ts';

export { accusations, lightLetters, suggestions } from './people.ts';
export type { Story } from './story.ts';
export { Telling, type Scene } from './tell.ts';

/** Everything that somebody may ask an authority to decide. */
export const stories = [...living, ...work, ...peopleMatters];
