import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayer } from '../../../portal/words/index.ts';
import { openHere, petitionCookies, provedHere, type Carried } from '../../petitions/index.ts';
import type { ReviewPagesDeps } from './deps.ts';
import type { ReviewReading } from './reading.ts';
import { reviewPageWords } from './words/index.ts';

export const hidden = { schema: { hide: true } } as const;
export type OfPetition = { Params: { number: string } };

/** Whoever has proved number and code, in front of the pages of reviews. */
export type OpenedReviewDesk = ReviewReading & { readonly id: string; readonly number: string };

/** How the review pages open a petition: number and code first. */
export const openReviewDesk = ({ petitions }: ReviewPagesDeps) => {
  const desk = { deps: petitions, cookies: petitionCookies(petitions.now) };
  return {
    /** @returns nothing when the page that asks for number and code was sent */
    open: async (
      request: FastifyRequest<OfPetition>,
      reply: FastifyReply,
      carried?: Carried,
    ): Promise<OpenedReviewDesk | undefined> => {
      const here = await openHere(desk, request, reply, carried);
      if (here === undefined) return undefined;
      const { reading, progress } = here;
      return {
        reading,
        tell: sayer(reviewPageWords, reading.language),
        id: progress.id,
        number: progress.number,
      };
    },
    /** The id of the petition, without a page where nothing was proved. */
    proved: async (request: FastifyRequest<OfPetition>): Promise<string | undefined> =>
      (await provedHere(desk, request))?.id,
  };
};
