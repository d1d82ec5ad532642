import type { FactSource } from '../../kernel/facts.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedLetterEvent } from './events.ts';
import { evolveLetter } from './evolve.ts';
import type { Letter } from './letter.ts';

/**
 * What letters before leaders and heads give to statistics (T-1). Leaders answer for their reading by
 * name, in their record of petition work (S-7); unit heads as their unit.
 */
export const letterFacts: FactSource<Letter, RecordedLetterEvent> = {
  id: 'leader-letters',
  version: 2,
  streams: ['letter'],
  kinds: {
    'letter-laid': {
      zh: '呈送阅看的来信（数值 1 为已阅）',
      en: 'letter laid before a reader (value 1: read)',
    },
    'letter-reading': { zh: '领导阅看', en: 'a leader’s reading' },
    'letter-instruction': { zh: '阅信批示', en: 'instruction on a letter' },
  },
  evolve: evolveLetter,
  about: ({ petitionId }) => petitionId,
  // The reader's own unit: what is counted is their reading, not the handling of the matter.
  dims: ({ unit }) => ({ unit }),
  facts: ({ laidAt, before, status, readings, instructions }) => [
    {
      kind: 'letter-laid',
      day: localDateOf(laidAt),
      detail: before,
      value: status === 'laid' ? 0 : 1,
    },
    ...(before === 'leader'
      ? readings.map(({ at, userId }, place) => ({
          kind: 'letter-reading',
          key: String(place + 1),
          day: localDateOf(at),
          dims: { leader: userId },
        }))
      : []),
    ...instructions.map(({ at, userId }, place) => ({
      kind: 'letter-instruction',
      key: String(place + 1),
      day: localDateOf(at),
      ...(before === 'leader' ? { dims: { leader: userId } } : {}),
    })),
  ],
};
