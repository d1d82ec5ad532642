import { z } from 'zod';
import {
  named,
  noContent,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { givePost, takePost } from '../commands/posts.ts';
import { addUser, changeUser, removeSecondFactor, resetPassword } from '../commands/users.ts';
import type { IdentityContext } from '../context.ts';
import { newUserSchema, postSchema, userSchema } from '../contract.ts';
import { listUsers } from '../queries.ts';
import { requireStaff } from '../request.ts';

const tag = 'identity-organisation';
const userParams = z.object({ userId: z.uuid() });
const examplePost = { unitId: 'county-office', role: 'clerk' };
const as = 'admin';
const about = (userName: string) => ({ as, params: { userId: named('user', userName) } });

/** Accounts and posts. */
export const userRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.get(
    '/users',
    {
      schema: operation(
        {
          tag,
          operationId: 'listUsers',
          summary: 'Accounts within my jurisdiction',
          request: { as },
        },
        { response: { 200: z.object({ users: z.array(userSchema) }) } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const users = await listUsers(context, actor.value);
      return users.ok ? { users: users.value } : sendRefusal(reply, users.refusal);
    },
  );

  app.post(
    '/users',
    {
      schema: operation(
        {
          tag,
          operationId: 'addUser',
          summary: 'Add an account; its password must be changed at the first sign-in',
          request: {
            as,
            body: {
              userName: 'new.clerk',
              displayName: '新登记员',
              password: 'quiet river seven lamps',
              posts: [examplePost],
            },
          },
          refusals: ['user-name-taken'],
        },
        { body: newUserSchema, response: { 201: userSchema } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const added = await addUser(context, actor.value, request.body);
      return added.ok ? reply.code(201).send(added.value) : sendRefusal(reply, added.refusal);
    },
  );

  app.patch(
    '/users/:userId',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeUser',
          summary: 'Rename, disable or enable an account',
          request: { ...about('culture'), body: { disabled: true } },
        },
        {
          params: userParams,
          body: newUserSchema
            .pick({ displayName: true })
            .extend({ disabled: z.boolean() })
            .partial(),
          response: { 200: userSchema },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { userId } = request.params;
      const changed = await changeUser(context, actor.value, userId, request.body);
      return changed.ok ? changed.value : sendRefusal(reply, changed.refusal);
    },
  );

  app.put(
    '/users/:userId/password',
    {
      schema: operation(
        {
          tag,
          operationId: 'resetPassword',
          summary: 'Set a new password for somebody, to be changed at the next sign-in',
          request: { ...about('finance'), body: { password: 'seven lamps quiet river' } },
        },
        {
          params: userParams,
          body: z.object({ password: z.string().max(200) }),
          response: { 204: noContent },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const { userId } = request.params;
      const reset = await resetPassword(context, actor.value, userId, request.body.password);
      return reset.ok ? reply.code(204).send(null) : sendRefusal(reply, reset.refusal);
    },
  );

  app.delete(
    '/users/:userId/totp',
    {
      schema: operation(
        {
          tag,
          operationId: 'removeSecondFactor',
          summary: 'Take a lost second factor away',
          request: about('finance'),
        },
        { params: userParams, response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const removed = await removeSecondFactor(context, actor.value, request.params.userId);
      return removed.ok ? reply.code(204).send(null) : sendRefusal(reply, removed.refusal);
    },
  );

  app.post(
    '/users/:userId/posts',
    {
      schema: operation(
        {
          tag,
          operationId: 'givePost',
          summary: 'Give a post',
          request: { ...about('officer2'), body: examplePost },
        },
        { params: userParams, body: postSchema, response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const given = await givePost(context, actor.value, request.params.userId, request.body);
      return given.ok ? reply.code(204).send(null) : sendRefusal(reply, given.refusal);
    },
  );

  app.delete(
    '/users/:userId/posts',
    {
      schema: operation(
        {
          tag,
          operationId: 'endPost',
          summary: 'End a post; sessions end at once',
          request: { ...about('emergency'), query: { unitId: 'emergency', role: 'handler' } },
        },
        { params: userParams, querystring: postSchema, response: { 204: noContent } },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const ended = await takePost(context, actor.value, request.params.userId, request.query);
      return ended.ok ? reply.code(204).send(null) : sendRefusal(reply, ended.refusal);
    },
  );
};
