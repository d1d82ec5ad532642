import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../../kernel/refusals.ts';
import { sendRefusal } from '../../../platform/http/index.ts';
import { requireFreshStaff } from '../../identity-organisation/index.ts';
import { isHiddenAccusation, type PetitionReads } from '../queries/index.ts';

/** Who else is here tells nothing of the matter, and the console asks it every few seconds. */
const tellsNothing = /\/presence$/;

/**
 * an accusation opens to a proof not older than ten minutes. Only readers who may see it are
 * asked for one; for others it does not exist.
 * @returns a hook for routes with the petition's id in their address
 */
export const freshForAccusations =
  (deps: PetitionReads) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { id } = request.params as { readonly id?: string };
    const { actor } = request;
    if (actor === null || id === undefined || requireFreshStaff(request).ok) return undefined;
    if (tellsNothing.test(request.routeOptions.url ?? '')) return undefined;
    const needed = await isHiddenAccusation(deps, actor, id);
    return needed ? sendRefusal(reply, refuse('fresh-sign-in-required').refusal) : undefined;
  };
