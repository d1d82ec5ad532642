import type { FastifyReply, FastifyRequest } from 'fastify';
import { readingOf, type Reading } from '../../../portal/page.tsx';
import { sayer, sayIfKnown, type Fillings, type Say } from '../../../portal/words/index.ts';
import type { PetitionPagesDeps } from './deps.ts';
import { petitionPageWords, type PetitionKey } from './words/index.ts';

/** What every petition page knows about its reader. */
export interface PetitionReading extends Reading {
  /** Says a sentence of the petition pages. */
  readonly tell: Say<PetitionKey>;
  /** Says a sentence whose last part is a code from the data; the code's own name when unknown. */
  readonly tellCode: (
    group:
      | 'event'
      | 'paper'
      | 'form'
      | 'reason'
      | 'outcome'
      | 'latest'
      | 'look'
      | 'stage'
      | 'reviewState'
      | 'exclusion'
      | 'solved'
      | 'contest.state',
    code: string,
    fillings?: Fillings,
  ) => string;
}

export const petitionReadingOf = async (
  deps: PetitionPagesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PetitionReading> => {
  const reading = await readingOf(deps, request, reply);
  const { language } = reading;
  return {
    ...reading,
    tell: sayer(petitionPageWords, language),
    tellCode: (group, code, fillings) =>
      sayIfKnown(petitionPageWords, language, `${group}.${code}`, fillings) ??
      sayIfKnown(petitionPageWords, language, `${group}.other`, fillings) ??
      code,
  };
};
