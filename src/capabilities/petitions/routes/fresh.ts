import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../../kernel/refusals.ts';
import { sendRefusal } from '../../../platform/http/index.ts';
import { requireFreshStaff } from '../../identity-organisation/index.ts';
import { seesAccusation, type PetitionReads } from '../queries/index.ts';

/** Who else is here tells nothing of the matter, and the console asks it every few seconds. */
const tellsNothing = /\/presence$/;

/** The petitions that a request is about: one in its address, or those of a batch. */
function petitionsOf(request: FastifyRequest): readonly string[] {
  const { id } = request.params as { readonly id?: string };
  if (id !== undefined) return [id];
  const { papers = [] } = (request.body ?? {}) as {
    readonly papers?: readonly { readonly petitionId: string }[];
  };
  return papers.map(({ petitionId }) => petitionId);
}

/**
 * an accusation is read and worked on with a proof not older than ten minutes. Only people
 * who may see it are asked for one; for others it does not exist. Whoever proved themselves just
 * now, as nearly everybody who sits before one, costs no look.
 * @returns a hook for routes with the petition's id in their address, or a batch in their body
 */
export const freshForAccusations =
  (deps: PetitionReads) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { actor } = request;
    if (actor === null || requireFreshStaff(request).ok) return undefined;
    if (tellsNothing.test(request.routeOptions.url ?? '')) return undefined;
    const petitions = petitionsOf(request);
    if (petitions.length === 0 || !(await seesAccusation(deps, actor, petitions))) return undefined;
    return sendRefusal(reply, refuse('fresh-sign-in-required').refusal);
  };
