import { requireSender } from '../../../identity-organisation/index.ts';
import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import type { DisputeDeps } from '../../commands/index.ts';
import { optionsOf } from '../../routes/options.ts';
import { tag } from '../../routes/schemas.ts';
import { linkPetition, recordDecision, stepAssessment, unlinkPetition } from '../commands/index.ts';
import { newDecisionSchema, type AssessmentStep, type AssessmentStepInput } from '../contract.ts';
import { stepSchema } from './schemas.ts';

const params = z.object({ id: z.uuid() });
const answer = z.object({ id: z.uuid(), version: z.int() });
const version = z.object({ version: z.int() });
const sent = ['version-conflict', 'idempotency-key-reused'] as const;

/** What changes an assessment. */
export function writeRoutesOf(app: HttpServer, deps: DisputeDeps): void {
  app.post(
    '/decisions',
    {
      schema: operation(
        {
          tag,
          operationId: 'recordDecision',
          summary: 'Record a decision of my unit that is to be assessed by another body',
          request: {
            as: 'housing',
            headers: { 'idempotency-key': 'example-decision' },
            body: {
              title: '滨河路片区老旧管网改造',
              content: '对滨河路片区供排水管网进行改造，施工期间部分道路封闭。',
              kind: 'project',
              regionCode: '690121',
              peopleConcerned: 3200,
              assessor: 'political-legal',
            },
          },
          refusals: [
            'region-unknown',
            'unit-unknown',
            'assessor-is-decider',
            'idempotency-key-reused',
          ],
        },
        { body: newDecisionSchema, response: { 201: answer } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await recordDecision(deps, request.body, sender.value);
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );

  app.post(
    '/decisions/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepAssessment',
          summary: 'Answer the checklist, consult, add measures, review legality, conclude',
          request: {
            as: 'housing',
            params: { id: named('decision', 'step') },
            headers: { 'idempotency-key': 'example-decision-step' },
            body: {
              step: {
                type: 'answerCheck',
                input: {
                  code: 'lawful',
                  answer: 'yes',
                  words: '已列入年度计划并经规划部门批准。',
                },
              },
            },
          },
          refusals: [
            ...sent,
            'assessment-not-in-status',
            'check-unknown',
            'checks-open',
            'consultation-missing',
            'legality-open',
            'measures-missing',
            'not-the-reviewer',
            'result-needs-measures',
            'result-unlawful',
            'reviewer-is-decider',
            'validity-past',
          ],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), step: stepSchema() }),
          response: { 200: answer },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, step } = request.body;
      const { id } = request.params;
      const done = await stepAssessment(
        deps,
        id,
        step.type as AssessmentStep,
        step.input as AssessmentStepInput<AssessmentStep>,
        optionsOf(sender.value, id, expectedVersion),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );

  app.post(
    '/petitions/:id/decisions',
    {
      schema: operation(
        {
          tag,
          operationId: 'linkPetitionToDecision',
          summary: 'Note that a petition of my office names an assessed decision',
          request: {
            as: 'officer1',
            params: { id: named('petition', 'classify') },
            headers: { 'idempotency-key': 'example-decision-link' },
            body: { decisionId: named('decision', 'step') },
          },
          refusals: [...sent],
        },
        {
          params,
          body: z.object({ decisionId: z.uuid() }),
          response: { 200: version },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id: petitionId } = request.params;
      const { decisionId } = request.body;
      const options = optionsOf(sender.value, `${decisionId}/${petitionId}/link`);
      const done = await linkPetition(deps, decisionId, petitionId, options);
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );

  app.delete(
    '/petitions/:id/decisions/:decisionId',
    {
      schema: operation(
        {
          tag,
          operationId: 'unlinkPetitionFromDecision',
          summary: 'Take back that a petition names a decision',
          request: {
            as: 'officer1',
            params: {
              id: named('matched-petition', 'decision'),
              decisionId: named('decision', 'linked'),
            },
            headers: { 'idempotency-key': 'example-decision-unlink' },
          },
          refusals: [...sent],
        },
        {
          params: z.object({ id: z.uuid(), decisionId: z.uuid() }),
          response: { 200: version },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id: petitionId, decisionId } = request.params;
      const options = optionsOf(sender.value, `${decisionId}/${petitionId}/unlink`);
      const done = await unlinkPetition(deps, decisionId, petitionId, options);
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}
