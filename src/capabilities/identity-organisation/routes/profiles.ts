import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { createProfile, endProfile } from '../commands/profiles.ts';
import type { IdentityContext } from '../context.ts';
import { newProfileSchema, profileSchema } from '../contract.ts';
import { exampleProfiles } from '../example-profiles.ts';
import { getOrganisation } from '../queries.ts';
import { requireStaff } from '../request.ts';

const tag = 'identity-organisation';
const as = 'admin';

/** Named local profiles: sets of limits stricter than the law (P-9). */
export const profileRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.get(
    '/local-profiles',
    {
      schema: operation(
        {
          tag,
          operationId: 'listLocalProfiles',
          summary: 'Named local profiles, in force and ended, and examples to begin with',
          request: { as: 'clerk' },
        },
        {
          response: {
            200: z.object({
              profiles: z.array(profileSchema),
              examples: z.array(newProfileSchema.omit({ from: true })),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { profiles } = await getOrganisation(context);
      return { profiles: [...profiles], examples: [...exampleProfiles] };
    },
  );

  app.post(
    '/local-profiles',
    {
      schema: operation(
        {
          tag,
          operationId: 'createLocalProfile',
          summary: 'Create a local profile; laxer than the law is refused with the article',
          links: { endLocalProfile: { profileId: '$response.body#/id' } },
          refusals: [
            'profile-laxer',
            'profile-working-days',
            'profile-too-short',
            'profile-days-only',
            'profile-limit',
            'profile-category',
            'unit-unknown',
          ],
          request: {
            as,
            body: {
              name: '住建局“马上就办”工作法',
              source: '临住建发〔2026〕18号',
              certainty: 'practice',
              from: named('day', '1'),
              units: ['housing'],
              limits: [
                { period: 'acceptance', amount: 7, unit: 'calendar-days' },
                { period: 'handling', amount: 45, unit: 'calendar-days' },
              ],
            },
          },
        },
        { body: newProfileSchema, response: { 201: profileSchema } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const created = await createProfile(context, actor.value, request.body);
      return created.ok ? reply.code(201).send(created.value) : sendRefusal(reply, created.refusal);
    },
  );

  app.post(
    '/local-profiles/:profileId/end',
    {
      schema: operation(
        {
          tag,
          operationId: 'endLocalProfile',
          summary: 'End a local profile on a day',
          refusals: ['profile-unknown', 'profile-ended', 'profile-end-day'],
          request: {
            as,
            params: { profileId: named('answer', 'createLocalProfile') },
            body: { lastDay: named('day', '30') },
          },
        },
        {
          params: z.object({ profileId: z.uuid() }),
          body: z.object({ lastDay: z.iso.date() }),
          response: { 200: profileSchema },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { profileId } = request.params;
      const ended = await endProfile(context, actor.value, profileId, request.body.lastDay);
      return ended.ok ? ended.value : sendRefusal(reply, ended.refusal);
    },
  );
};
