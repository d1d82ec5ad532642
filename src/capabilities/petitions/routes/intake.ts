import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  idempotencyKeyOf,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import type { UploadInspector } from '../../../platform/files/index.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { registerPetition, stageUpload, type PetitionDeps } from '../commands/index.ts';
import { registrationSchema } from '../contract.ts';
import { limits } from '../limits.ts';
import { tag } from './commands.ts';

const registered = z.object({
  id: z.uuid(),
  /** In the order in which the demands were given: an opinion answers each by its id. */
  demandIds: z.array(z.uuid()),
  /** Under this id the petition's papers have its receipt. */
  receiptPaperId: z.literal('receipt'),
  number: z.string(),
  lookupCode: z.string(),
  warnings: z.array(z.object({ field: z.string(), kind: z.string() })),
});

const publicAnswer = z.object({
  number: z.string(),
  lookupCode: z.string(),
  url: z.string(),
  warnings: registered.shape.warnings,
});

const example = {
  channel: 'web',
  title: '小区二次供水水压不足',
  text: '自十月起每天早晚六楼以上停水，多次反映没有结果。',
  demands: ['尽快恢复正常供水'],
  regionCode: '690121100',
  people: [{ name: '测试', mobile: '13800000000' }],
};

const smallWords =
  'BT /F1 12 Tf 60 760 Td (A letter of one page: the street lamp is broken.) Tj ET';

/** One page of few words; readers do without the table of objects. */
const smallPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]' +
  '/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n' +
  `4 0 obj<</Length ${smallWords.length}>>stream\n${smallWords}\nendstream endobj\n` +
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n' +
  'trailer<</Root 1 0 R>>\n%%EOF\n';

const refusals = ['region-unknown', 'idempotency-key-reused', 'storage-full'] as const;

/** Registration by staff, the public intake, and the files that come with both (P-1 to P-3). */
export function intakeRoutes(
  app: HttpServer,
  deps: PetitionDeps,
  inspector: UploadInspector,
): void {
  app.post(
    '/registrations',
    {
      schema: operation(
        {
          tag,
          operationId: 'registerPetition',
          summary: 'Register a petition',
          request: {
            as: 'clerk',
            headers: { 'idempotency-key': 'example-registration' },
            body: { ...example, channel: 'visit' },
          },
          links: { getPetition: { id: '$response.body#/id' } },
          refusals,
        },
        { body: registrationSchema, response: { 201: registered } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const key = idempotencyKeyOf(request);
      if (!key.ok) return sendRefusal(reply, key.refusal);
      const done = await registerPetition(deps, request.body, {
        actor: staff.value,
        commandKey: key.value ?? randomUUID(),
        uploadOwner: `staff:${staff.value.userId}`,
      });
      if (!done.ok) return sendRefusal(reply, done.refusal);
      return reply.code(201).send({
        ...done.value,
        demandIds: [...done.value.demandIds],
        receiptPaperId: 'receipt' as const,
        warnings: [...done.value.warnings],
      });
    },
  );

  app.post(
    '/petitions',
    {
      config: { rateLimit: { max: 600, timeWindow: 60_000 } },
      schema: operation(
        {
          tag,
          operationId: 'submitPetition',
          summary: 'Submit a petition as a citizen or from another system',
          access: 'anyone',
          request: { headers: { 'idempotency-key': 'example-submission' }, body: example },
          links: {
            getProgress: {
              number: '$response.body#/number',
              'X-Lookup-Code': '$response.body#/lookupCode',
            },
          },
          refusals: [...refusals, 'too-many-tries'],
        },
        { body: registrationSchema, response: { 201: publicAnswer } },
      ),
    },
    async (request, reply) => {
      const key = idempotencyKeyOf(request);
      if (!key.ok) return sendRefusal(reply, key.refusal);
      // Whoever is not of the office speaks for the web channel alone and attaches by the portal.
      const input = { ...request.body, channel: 'web' as const, uploads: [] };
      const done = await registerPetition(deps, input, {
        actor: null,
        commandKey: key.value ?? randomUUID(),
        uploadOwner: '',
      });
      if (!done.ok) return sendRefusal(reply, done.refusal);
      const { number, lookupCode, warnings } = done.value;
      const url = `${deps.publicUrl}/p/${number}`;
      return reply.code(201).send({ number, lookupCode, url, warnings: [...warnings] });
    },
  );

  app.post(
    '/uploads',
    {
      schema: operation(
        {
          tag,
          operationId: 'stageUploads',
          summary: 'Take files before their form is sent',
          request: {
            as: 'clerk',
            query: { use: 'field' },
            file: { name: 'note.pdf', text: smallPdf },
          },
          links: { readUpload: { id: '$response.body#/uploads/0/id' } },
          refusals: ['file-too-many', 'file-too-large', 'storage-full'],
        },
        {
          querystring: z.object({
            use: z
              .enum(['field'])
              .optional()
              .meta({ description: '`field`: voice notes of field work (webm, ogg) too' }),
          }),
          response: {
            200: z.object({
              uploads: z.array(
                z.object({
                  id: z.uuid(),
                  name: z.string(),
                  mediaType: z.string(),
                  size: z.int(),
                }),
              ),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const uploads = [];
      // said before a single byte is read, so that room is left for what people type.
      const room = await deps.files.checkRoom();
      if (!room.ok) return sendRefusal(reply, room.refusal);
      for await (const part of request.files()) {
        if (uploads.length >= limits.attachments) {
          return sendRefusal(reply, refuse('file-too-many', { limit: limits.attachments }).refusal);
        }
        const file = await inspector.inspect(
          {
            name: part.filename,
            bytes: await part.toBuffer(),
          },
          { voiceNotes: request.query.use === 'field' },
        );
        if (!file.ok) return sendRefusal(reply, file.refusal);
        const staged = await stageUpload(deps, file.value, `staff:${staff.value.userId}`);
        if (!staged.ok) return sendRefusal(reply, staged.refusal);
        uploads.push({ ...staged.value });
      }
      return { uploads };
    },
  );
}
