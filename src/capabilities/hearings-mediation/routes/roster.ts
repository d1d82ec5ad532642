import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { addDays, localDate, localDateOf } from '../../../kernel/local-date.ts';
import {
  idempotencyKeyOf,
  named,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import type { PetitionDeps } from '../../petitions/index.ts';
import {
  cancelShift,
  changeMember,
  listMember,
  planShift,
  type RosterOptions,
} from '../commands/index.ts';
import { memberChangeSchema, newMemberSchema, newShiftSchema } from '../contract.ts';
import { readRoster, readShifts } from '../queries/index.ts';
import { memberSchema, shiftSchema } from '../view-schemas.ts';
import { memberChangeExample, memberExample, shiftExample } from './examples.ts';
import { tag } from './proceedings.ts';

const uuid = z.uuid();
const idSchema = z.object({ id: uuid });

type Sender = RosterOptions & { readonly actor: StaffActor };

/** Who keeps the roster, and the key that makes sending it twice harmless. */
function senderOf(request: FastifyRequest): Result<Sender, Refusal> {
  const staff = requireStaff(request);
  if (!staff.ok) return staff;
  const key = idempotencyKeyOf(request);
  return key.ok ? ok({ actor: staff.value, commandKey: key.value ?? newId() }) : key;
}

/** Shifts are shown for two weeks unless told. */
const usualDays = 14;

function memberRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.get(
    '/roster',
    {
      schema: operation(
        {
          tag,
          operationId: 'listRoster',
          summary: 'Who can sit on a panel, mediate or staff the hall',
          request: { as: 'officer1' },
        },
        { response: { 200: z.object({ items: z.array(memberSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const items = await readRoster(deps, staff.value, Date.now());
      return items === null
        ? sendRefusal(reply, refuse('not-permitted', { verb: 'roster.read' }).refusal)
        : reply.send({ items: [...items] } as never);
    },
  );
  app.post(
    '/roster',
    {
      schema: operation(
        {
          tag,
          operationId: 'listRosterMember',
          summary: 'Put somebody on the roster',
          request: {
            as: 'officer1',
            headers: { 'idempotency-key': 'example-member' },
            body: memberExample,
          },
          refusals: ['member-dates', 'region-unknown', 'unit-unknown', 'idempotency-key-reused'],
        },
        { body: newMemberSchema, response: { 201: idSchema } },
      ),
    },
    async (request, reply) => {
      const sender = senderOf(request);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await listMember(deps, request.body, sender.value);
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  app.put(
    '/roster/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeRosterMember',
          summary: 'Change what a member is, and until when',
          request: {
            as: 'officer1',
            params: { id: named('member', 'mediator-2') },
            headers: { 'idempotency-key': 'example-change-member' },
            body: memberChangeExample,
          },
          refusals: ['member-dates', 'region-unknown', 'unit-unknown', 'idempotency-key-reused'],
        },
        {
          params: idSchema,
          body: memberChangeSchema,
          response: { 200: z.object({ version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = senderOf(request);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await changeMember(deps, request.params.id, request.body, sender.value);
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

function shiftRoutes(app: HttpServer, deps: PetitionDeps): void {
  app.get(
    '/hall-shifts',
    {
      schema: operation(
        {
          tag,
          operationId: 'listHallShifts',
          summary: 'Who of the roster is on duty in my hall',
          request: { as: 'officer1', query: { from: named('day', '0') } },
        },
        {
          querystring: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
          response: { 200: z.object({ items: z.array(shiftSchema) }) },
        },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const from = localDate(request.query.from ?? localDateOf(Date.now()));
      const to = request.query.to ?? addDays(from, usualDays);
      const items = await readShifts(deps, staff.value, from, to);
      return items === null
        ? sendRefusal(reply, refuse('not-permitted', { verb: 'roster.read' }).refusal)
        : { items: [...items] };
    },
  );
  app.post(
    '/hall-shifts',
    {
      schema: operation(
        {
          tag,
          operationId: 'planHallShift',
          summary: 'Put a member of the roster on duty',
          request: {
            as: 'officer1',
            headers: { 'idempotency-key': 'example-shift' },
            body: shiftExample,
          },
          refusals: ['member-unknown', 'shift-role', 'shift-taken', 'idempotency-key-reused'],
        },
        { body: newShiftSchema, response: { 201: idSchema } },
      ),
    },
    async (request, reply) => {
      const sender = senderOf(request);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await planShift(deps, request.body, sender.value);
      return done.ok ? reply.code(201).send(done.value) : sendRefusal(reply, done.refusal);
    },
  );
  app.delete(
    '/hall-shifts/:id',
    {
      schema: operation(
        {
          tag,
          operationId: 'cancelHallShift',
          summary: 'Take a shift out of the list',
          request: { as: 'officer1', params: { id: named('shift', 'example') } },
        },
        { params: idSchema, response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      const options = { actor: staff.value, commandKey: request.params.id };
      const done = await cancelShift(deps, request.params.id, options);
      return done.ok ? reply.code(204).send(null) : sendRefusal(reply, done.refusal);
    },
  );
}

/** The roster and the hall's shifts over HTTP. */
export function rosterRoutesOf(app: HttpServer, deps: PetitionDeps): void {
  memberRoutes(app, deps);
  shiftRoutes(app, deps);
}
