import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender } from '../../../identity-organisation/index.ts';
import { tag } from '../../case-http.ts';
import {
  beginLetters,
  changeLettersSettings,
  stepLetters,
  type SupervisionDeps,
} from '../commands/index.ts';
import {
  beginSchema,
  lettersSettingsSchema,
  lettersStepSchema,
  type LettersStep,
  type LettersStepInput,
} from '../contract.ts';
import { usualSettings } from '../settings.ts';

const params = z.object({ id: z.uuid() });

function beginRoute(app: HttpServer, deps: SupervisionDeps): void {
  app.post(
    '/petitions/:id/supervision-letters',
    {
      schema: operation(
        {
          tag,
          operationId: 'beginSupervisionLetters',
          summary: 'Draft the first letter of supervision to a unit about a petition',
          request: {
            as: 'supervisor1',
            params: { id: named('letters-petition', 'begin') },
            headers: { 'idempotency-key': 'example-begin-letters' },
            body: { unit: 'housing', words: '办理期限临近，尚未与信访人联系，请抓紧办理。' },
          },
          refusals: [
            'letters-open',
            'letters-accusation',
            'letters-own-office',
            'letters-unit-stranger',
            'letters-addressee',
            'letters-step',
            'explanation-required',
            'idempotency-key-reused',
          ],
        },
        {
          params,
          body: beginSchema,
          response: { 201: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id: petitionId } = request.params;
      const caseId = sender.value.commandIdFor(`letters:${petitionId}`);
      const done = await beginLetters(deps, { caseId, petitionId }, request.body, {
        actor: sender.value.actor,
        commandId: caseId,
      });
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
}

function stepRoute(app: HttpServer, deps: SupervisionDeps): void {
  app.post(
    '/supervision/letters/:id/steps',
    {
      schema: operation(
        {
          tag,
          operationId: 'stepSupervisionLetters',
          summary:
            'Draft, check, sign, seal, serve, answer, judge or raise a letter of supervision',
          request: {
            as: 'housing-head',
            params: { id: named('letters', 'answer') },
            headers: { 'idempotency-key': 'example-letters-step' },
            body: {
              step: {
                type: 'answerLetter',
                input: { words: '已与信访人见面沟通，整改方案本周内完成。', uploads: [] },
              },
            },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'letters-not-in-status',
            'letters-draft-open',
            'letters-before-service',
            'letters-top',
            'letters-not-due',
            'same-person',
            'paper-stage',
          ],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), step: lettersStepSchema }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, step } = request.body;
      const { id } = request.params;
      const done = await stepLetters(
        deps,
        id,
        step.type,
        step.input as LettersStepInput<LettersStep>,
        {
          actor: sender.value.actor,
          commandId: sender.value.commandIdFor(id),
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
          uploadOwner: sender.value.uploadOwner,
        },
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

function settingsRoute(app: HttpServer, deps: SupervisionDeps): void {
  app.put(
    '/supervision/letter-settings',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeSupervisionLetterSettings',
          summary: 'Set names, order and limits of the three letters, with their sources',
          request: {
            as: 'officehead',
            headers: { 'idempotency-key': 'example-letter-settings' },
            body: { steps: usualSettings.steps, expectedVersion: 0 },
          },
          refusals: [
            'letters-settings-changed',
            'letters-settings-order',
            'idempotency-key-reused',
          ],
        },
        { body: lettersSettingsSchema, response: { 200: z.object({ version: z.int() }) } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await changeLettersSettings(deps, request.body, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

/** What changes letters of supervision, for staff. */
export function writeRoutesOf(app: HttpServer, deps: SupervisionDeps): void {
  beginRoute(app, deps);
  stepRoute(app, deps);
  settingsRoute(app, deps);
}
