import type { LetterEventOf, RecordedLetterEvent } from './events.ts';
import type { Letter } from './letter.ts';

const born = (
  id: string,
  data: LetterEventOf<'LetterLaid'>['data'],
  { seq, at, calendarVersion }: RecordedLetterEvent,
): Letter => ({
  id,
  version: seq,
  calendarVersion,
  ...data,
  status: 'laid',
  laidAt: at,
  readings: [],
  instructions: [],
  papers: [],
});

function change(letter: Letter, event: RecordedLetterEvent): Letter {
  switch (event.type) {
    case 'LetterLaid':
      return letter;
    case 'LetterRead':
      return {
        ...letter,
        status: letter.status === 'laid' ? 'read' : letter.status,
        readings: [...letter.readings, { at: event.at, ...event.data }],
      };
    case 'LetterInstructed':
      return {
        ...letter,
        status: 'instructed',
        instructions: [...letter.instructions, { at: event.at, ...event.data }],
      };
    case 'LetterSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      return { ...letter, unit: heirOf(letter.unit), office: heirOf(letter.office) };
    }
  }
}

/**
 * Carries a letter over one recorded event.
 * @param id the stream
 * @param letter the state before, null at birth
 */
export function evolveLetter(
  id: string,
  letter: Letter | null,
  event: RecordedLetterEvent,
): Letter {
  if (letter === null) {
    if (event.type !== 'LetterLaid') {
      throw new Error(`Stream ${id} begins with ${event.type}, not with LetterLaid`);
    }
    return born(id, event.data, event);
  }
  const { seq, calendarVersion } = event;
  return { ...change(letter, event), version: seq, calendarVersion };
}
