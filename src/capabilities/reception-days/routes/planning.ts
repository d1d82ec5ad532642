import { z } from 'zod';
import { addDays, localDate, localDateOf, yearOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { named, operation, sendRefusal, type HttpServer } from '../../../platform/http/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import { changeReceptionSettings, type ReceptionDeps } from '../commands/index.ts';
import { settingsInputSchema } from '../contract.ts';
import { readCoverage, readDuty, readProposals, readSettings } from '../queries/index.ts';
import { usualSettings } from '../settings.ts';
import { coverageSchema, dutySchema, proposalSchema, settingsViewSchema } from '../view.ts';
import { asSender } from '../../identity-organisation/index.ts';
import { tag } from './staff.ts';

/** Templates propose for half a year unless told. */
const usualDays = 183;
const noRead = () => refuse('not-permitted', { verb: 'reception.read' }).refusal;

function sheetRoutes(app: HttpServer, deps: ReceptionDeps): void {
  app.get(
    '/reception-duty',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionDuty',
          summary: 'Yearly duty to receive, by leader: who is behind stands first',
          request: { query: { year: 2026 } },
        },
        {
          querystring: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
          response: { 200: dutySchema },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const now = Date.now();
      const year = request.query.year ?? yearOf(localDateOf(now));
      const view = await readDuty(deps, staff.value, year, now);
      return view ?? sendRefusal(reply, noRead());
    },
  );
  app.get(
    '/reception-coverage',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionCoverage',
          summary: 'Which leader answers for which place and field',
          request: {},
        },
        { response: { 200: coverageSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await readCoverage(deps, staff.value, Date.now());
      return view ?? sendRefusal(reply, noRead());
    },
  );
}

function settingRoutes(app: HttpServer, deps: ReceptionDeps): void {
  app.get(
    '/reception-settings',
    {
      schema: operation(
        {
          tag,
          operationId: 'getReceptionSettings',
          summary: 'How the own unit plans: duty with source, coverage, rotation',
          request: {},
        },
        { response: { 200: settingsViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const view = await readSettings(deps, staff.value);
      return view ?? sendRefusal(reply, noRead());
    },
  );
  app.put(
    '/reception-settings',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeReceptionSettings',
          summary: 'Set how the own unit plans; the whole sheet with its version',
          request: {
            as: 'city-head',
            headers: { 'idempotency-key': 'example-reception-settings' },
            body: { ...usualSettings, expectedVersion: 0 },
          },
          refusals: [
            'reception-changed',
            'reception-hours',
            'region-unknown',
            'idempotency-key-reused',
          ],
        },
        { body: settingsInputSchema, response: { 200: z.object({ version: z.int() }) } },
      ),
    },
    async (request, reply) => {
      const done = await asSender(request, deps, (options) =>
        changeReceptionSettings(deps, request.body, options),
      );
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
  app.get(
    '/reception-proposals',
    {
      schema: operation(
        {
          tag,
          operationId: 'listReceptionProposals',
          summary: 'Days that the rotation templates propose and nobody has planned yet',
          request: { query: { from: named('day', '1'), to: named('day', '120') } },
        },
        {
          querystring: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
          response: { 200: z.object({ items: z.array(proposalSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const from = localDate(request.query.from ?? addDays(localDateOf(Date.now()), 1));
      const far = addDays(from, 2 * 366);
      const to = localDate(request.query.to ?? addDays(from, usualDays));
      const items = await readProposals(deps, staff.value, from, to < far ? to : far);
      return items === null ? sendRefusal(reply, noRead()) : { items: [...items] };
    },
  );
}

/** Duty, coverage, rotation over HTTP. */
export function planningRoutesOf(app: HttpServer, deps: ReceptionDeps): void {
  sheetRoutes(app, deps);
  settingRoutes(app, deps);
}
