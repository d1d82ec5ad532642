import { z } from 'zod';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import type { PaperData } from '../../papers/index.ts';
import {
  clockOf,
  common,
  contestOf,
  dayOf,
  dueOn,
  fit,
  nameOf,
  read,
  readOr,
  today,
} from './facts.ts';
import type { PaperSource } from './source.ts';
import { paperWords } from './words.ts';

/** The petition that goes on lies in another stream: its number and handler lie beside the words. */
export function mergeNotice(source: PaperSource): PaperData<'merge-notice'> {
  const { petition, paper } = source;
  const number = read(source, paper.text, 'number');
  return {
    ...common(source),
    headNumber: number === '' ? paperWords.noText : displayPetitionNumber(number),
    handler: fit(read(source, paper.text, 'handler'), 300) || nameOf(source, petition.holder),
    reason: readOr(source, paper.text),
    contest: contestOf(source),
  };
}

const partsSchema = z.array(
  z.object({ number: z.string(), title: z.string(), accusation: z.boolean() }),
);

/** The parts as they lie beside the words of the split, as JSON. */
function partsOf(source: PaperSource): z.infer<typeof partsSchema> {
  const written = read(source, source.paper.text, 'parts');
  return written === '' ? [] : partsSchema.parse(JSON.parse(written));
}

export function splitNotice(source: PaperSource): PaperData<'split-notice'> {
  const { petition, paper } = source;
  const holder = nameOf(source, paper.issuer);
  const parts = partsOf(source).map(({ number, title, accusation }) => ({
    number: displayPetitionNumber(number),
    matter: accusation ? paperWords.accusationMatter : fit(title, 300) || paperWords.emptyMatter,
    handling: accusation ? paperWords.accusationPart : `由${holder}办理`,
  }));
  const unknown = (petition.conclusion?.continuedIn ?? ['', '']).map((_, index) => ({
    number: `第${index + 1}件`,
    matter: paperWords.emptyMatter,
    handling: `由${holder}办理`,
  }));
  return {
    ...common(source),
    parts: parts.length >= 2 ? parts : unknown,
    reason: readOr(source, paper.text),
  };
}

/** P-14: when it was withdrawn and how, and until when that could be taken back. */
export function withdrawalConfirmation(source: PaperSource): PaperData<'withdrawal-confirmation'> {
  const { withdrawal } = source.petition;
  const clock = clockOf(source, 'withdrawal-revocation');
  return {
    ...common(source),
    withdrawnOn: dayOf(withdrawal?.at ?? clock?.startedAt ?? source.paper.draftedAt),
    means: withdrawal?.signed === true ? 'signature' : 'code',
    revocableUntil: dueOn(source, clock, today(source)),
    completed: source.petition.conclusion?.form === 'withdrawn',
  };
}
