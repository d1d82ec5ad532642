import { z } from 'zod';
import { sentenceOf } from '../../../kernel/refusals.ts';
import {
  languageOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import {
  loadOrganisation,
  readSentRows,
  requireSender,
  requireStaff,
} from '../../identity-organisation/index.ts';
import { backlogRowsOf } from '../backlog-rows.ts';
import {
  assignRows,
  stepBacklog,
  type ListNames,
  type SponsorshipDeps,
} from '../commands/index.ts';
import {
  assignSchema,
  backlogRowSchema,
  backlogSteps,
  backlogStepSchemas,
  type BacklogStep,
} from '../contract.ts';
import { tag } from './read.ts';

const rowAnswer = z.object({
  row: z.int(),
  number: z.string(),
  id: z.uuid().nullable(),
  outcome: z.enum(['assigned', 'listed', 'refused']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});

/** Units as lists call them, by code or full name; leaders by a name that only one of them has. */
const namesOf = (deps: SponsorshipDeps, actor: Parameters<typeof scopeOf>[0]): Promise<ListNames> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const { units, users } = await loadOrganisation(tx);
    const known = new Map(
      units.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]),
    );
    const leaders = users.filter(({ posts }) => posts.some(({ role }) => role === 'leader'));
    return {
      unit: (called) => known.get(called),
      leader: (called) => {
        const [one, ...others] = leaders.filter(({ displayName }) => displayName === called);
        return others.length === 0 ? one?.userId : undefined;
      },
    };
  });

const examples = {
  proposeClosing: {
    evidence: '外墙已整体翻修，雨后三次查看没有渗水。',
    view: 'agrees',
    viewWords: '信访人本人到现场看过，表示认可。',
  },
  verifyClosing: { words: '已到现场核实，并与信访人通话确认。' },
  sendBack: { words: '东侧还有渗水，请继续办理。' },
  takeUpAgain: { words: '入汛后同一处又渗水，重新列入化解。' },
} as const;

const summaries = {
  proposeClosing: 'Report a case as resolved: evidence, and what the petitioner says',
  verifyClosing: 'Verify outside the unit that a case is resolved, and close it',
  sendBack: 'Send a case back that is not resolved',
  takeUpAgain: 'Take up again a case that was resolved and came back',
} as const;

const actors = {
  proposeClosing: 'housing',
  verifyClosing: 'officehead',
  sendBack: 'officehead',
  takeUpAgain: 'officehead',
};
const addresses = {
  proposeClosing: 'proposals',
  verifyClosing: 'closing',
  sendBack: 'returns',
  takeUpAgain: 'resumptions',
};
const operationIds = {
  proposeClosing: 'proposeClosing',
  verifyClosing: 'verifyClosing',
  sendBack: 'sendBackBacklog',
  takeUpAgain: 'takeUpBacklogAgain',
};

function importRoutes(app: HttpServer, deps: SponsorshipDeps): void {
  app.post(
    '/backlog/read-list',
    {
      schema: operation(
        {
          tag,
          operationId: 'readBacklogList',
          summary: 'Read the rows of a superior’s XLSX or CSV list; changes nothing',
          request: {
            as: 'officer1',
            file: { name: 'backlog.csv', text: '信访编号,包案领导\n2026000012345,程怀民\n' },
          },
          refusals: ['malformed-request', 'file-too-large'],
        },
        { response: { 200: z.object({ rows: z.array(backlogRowSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const rows = await readSentRows(request);
      return rows.ok ? { rows: [...backlogRowsOf(rows.value)] } : sendRefusal(reply, rows.refusal);
    },
  );
  app.post(
    '/backlog/rows',
    {
      schema: operation(
        {
          tag,
          operationId: 'assignBacklog',
          summary: 'Put rows of a superior’s list into the ledger; each row is answered',
          request: {
            as: 'officer1',
            body: {
              batch: '第一批',
              rows: [{ row: 2, number: '2026000000011', leader: '程怀民', unit: 'housing' }],
            },
          },
          refusals: ['text-too-long'],
          description:
            'A wrong row keeps no other back. A row that stands in the batch already is answered as listed: a list that is sent twice doubles nothing.',
        },
        { body: assignSchema, response: { 200: z.object({ results: z.array(rowAnswer) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const { batch, rows } = request.body;
      const names = await namesOf(deps, staff.value);
      const done = await assignRows(deps, batch, rows, names, { actor: staff.value });
      if (!done.ok) return sendRefusal(reply, done.refusal);
      const language = languageOf(request);
      return {
        results: done.value.map(({ outcome, ...row }) =>
          typeof outcome === 'string'
            ? { ...row, outcome, code: null, detail: null }
            : {
                ...row,
                outcome: 'refused' as const,
                code: outcome.code,
                detail: sentenceOf(outcome, language),
              },
        ),
      };
    },
  );
}

function stepRoute(app: HttpServer, deps: SponsorshipDeps, type: BacklogStep): void {
  app.post(
    `/backlog/:id/${addresses[type]}`,
    {
      schema: operation(
        {
          tag,
          operationId: operationIds[type],
          summary: summaries[type],
          request: {
            as: actors[type],
            params: { id: named('backlog', type) },
            headers: { 'idempotency-key': `example-backlog-${type}` },
            body: { input: examples[type] },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            'backlog-not-in-status',
            ...(type === 'verifyClosing' || type === 'sendBack'
              ? (['backlog-verifier-inside'] as const)
              : []),
          ],
        },
        {
          params: z.object({ id: z.uuid() }),
          body: z.object({
            expectedVersion: z.int().optional(),
            input: backlogStepSchemas[type] as z.ZodType,
          }),
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { id } = request.params;
      const { expectedVersion, input } = request.body;
      const done = await stepBacklog(deps, id, type, input as never, {
        actor: sender.value.actor,
        commandId: sender.value.commandIdFor(`${type}-${id}`),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        uploadOwner: sender.value.uploadOwner,
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

/** What changes the backlog ledger. */
export function writeRoutesOf(app: HttpServer, deps: SponsorshipDeps): void {
  importRoutes(app, deps);
  for (const type of backlogSteps) stepRoute(app, deps, type);
}
