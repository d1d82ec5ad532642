import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import { answerableLetter, findLetterPaper, type Ladder } from './case.ts';
import type { LettersCommandType } from './command.ts';

type Own = Exclude<
  LettersCommandType,
  'escalateLetter' | 'recordRendering' | 'recountClocks' | 'succeedUnit'
>;

/** Which verbs of the permission table a step of people needs: one of them, or all to issue. */
const verbs: Readonly<Record<Own, readonly Verb[]>> = {
  beginLetters: ['three-letters.write'],
  draftLetter: ['three-letters.write'],
  raiseLetter: ['three-letters.write'],
  answerLetter: ['three-letters.answer'],
  recordAnswer: ['three-letters.write'],
  acceptAnswer: ['three-letters.write'],
  returnAnswer: ['three-letters.write'],
  withdrawLetters: ['three-letters.write'],
  checkPaper: ['paper.check'],
  signPaper: ['paper.sign'],
  sealPaper: ['paper.seal'],
  issuePaper: ['paper.check', 'paper.sign', 'paper.seal'],
  returnPaper: ['paper.check', 'paper.sign'],
  servePaper: ['paper.serve'],
};

const isOwn = (command: LettersCommandType): command is Own => command in verbs;

/** Who reads it: the office, and whoever has got one of its letters. */
export const readersOf = ({ office, letters }: Pick<Ladder, 'office' | 'letters'>): string[] => [
  ...new Set([
    office,
    ...letters.flatMap(({ servedOn, addressee, copies }) =>
      servedOn === null ? [] : [addressee, ...copies],
    ),
  ]),
];

/** Staff alone: the petitioner reads of what is done for them in the petition itself. */
export function areLettersVisible(actor: Actor, ladder: Ladder): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return readersOf(ladder).some((unit) => actor.readingUnits.includes(unit));
}

/** The office sees drafts and the reasons for a step; who is supervised sees what reached them. */
export const isOfOffice = (actor: Actor, { office }: Pick<Ladder, 'office'>): boolean =>
  actor.kind === 'staff' && actor.readingUnits.includes(office);

/** Whether an actor may try a command on a ladder that they see; the rules then know more. */
export function mayLetters(
  actor: Actor,
  command: LettersCommandType,
  ladder: Ladder,
  paperId?: string,
): boolean {
  if (!isOwn(command)) return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (ladder.office === actor.unitId) relations.add('office');
  if (answerableLetter(ladder)?.addressee === actor.unitId) relations.add('holder');
  const paper = paperId === undefined ? undefined : findLetterPaper(ladder, paperId);
  if (paper?.issuer === actor.unitId) relations.add('paper');
  const granted = (verb: Verb): boolean => isGranted(actor.roles, verb, relations);
  return command === 'issuePaper' ? verbs[command].every(granted) : verbs[command].some(granted);
}

/** Whether an actor may begin a ladder about a petition that their office answers for. */
export const mayBegin = (actor: Actor, { office }: { readonly office: string }): boolean =>
  actor.kind === 'staff' &&
  actor.unitId === office &&
  isGranted(actor.roles, 'three-letters.write', new Set<Jurisdiction>(['unit', 'office']));
