import { countClock } from '../../../kernel/case-clocks.ts';
import { composePaper, type PaperData, type PaperDocument } from '../../papers/index.ts';
import {
  fit,
  frameOf,
  nameOf,
  paperFacts,
  read,
  type CasePaperSource,
  type Wording,
} from '../../petitions/index.ts';
import { findLetterPaper, type Ladder, type Letter } from './case.ts';
import { answerClock } from './clocks.ts';

/** All that a letter may speak of. */
export type LetterSource = CasePaperSource & { readonly state: Ladder };

type Former = NonNullable<PaperData<'reminder'>['former']>[number];

/** An earlier letter of the ladder: it was served, and did not bring what it asked for. */
function formerOf(source: LetterSource, letter: Letter): Former[] {
  const { state, calendar } = source;
  const clock = answerClock(state, letter.paperId);
  if (letter.servedOn === null || clock === undefined) return [];
  const number = findLetterPaper(state, letter.paperId)?.number ?? null;
  return [
    {
      title: state.steps[letter.step]?.name ?? '',
      ...(number === null || number === '' ? {} : { number }),
      servedOn: letter.servedOn,
      dueOn: countClock(clock, calendar).dueDate,
      end: letter.state === 'unanswered' ? 'unanswered' : 'raised',
    },
  ];
}

function dataOf(source: LetterSource, letter: Letter): PaperData<'reminder'> {
  const { state, paper } = source;
  const { contact, petition } = paperFacts(source);
  const place = state.letters.indexOf(letter);
  const words = read(source, paper.text);
  return {
    unit: nameOf(source, letter.addressee),
    subject: nameOf(source, state.unit),
    // The letter is about how the matter is handled: number and day tell the unit which one it is.
    petition: {
      number: petition.number,
      receivedOn: petition.receivedOn,
      channel: petition.channel,
    },
    contact,
    former: state.letters.slice(0, place).flatMap((each) => formerOf(source, each)),
    ...(words === '' ? {} : { words }),
    days: state.steps[letter.step]?.days ?? 1,
    copies: letter.copies.map((unit) => fit(nameOf(source, unit), 200)),
  };
}

/**
 * What a letter says, from the ladder and its opened words (G-1); it names no petitioner. Pure.
 * @param wording the office's own passages
 */
export function letterDocumentOf(source: LetterSource, wording: Wording = {}): PaperDocument {
  const letter = source.state.letters.find(({ paperId }) => paperId === source.paper.id);
  const rung = source.state.steps[letter?.step ?? 0];
  if (letter === undefined || rung === undefined) {
    // A draft that was written anew: the office looks at it as it would go out now.
    const last = source.state.letters.at(-1);
    if (last === undefined) throw new Error('a ladder without letters');
    return composePaper(
      source.paper.kind as 'reminder',
      dataOf(source, last),
      frameOf(source),
      wording,
    );
  }
  return composePaper(rung.kind as 'reminder', dataOf(source, letter), frameOf(source), wording);
}
