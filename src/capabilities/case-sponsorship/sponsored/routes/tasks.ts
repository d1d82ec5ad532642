import { z } from 'zod';
import { named, operation, sendRefusal, type HttpServer } from '../../../../platform/http/index.ts';
import { requireSender, requireStaff } from '../../../identity-organisation/index.ts';
import { changePosts, giveTask, stepTask } from '../commands/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import {
  giveTaskSchema,
  postsSchema,
  taskSteps,
  taskStepSchemas,
  type TaskStep,
} from '../contract.ts';
import { usualPosts } from '../posts.ts';
import { listOwnTasks, readPosts } from '../queries/index.ts';
import { ownTaskSchema, postsViewSchema } from '../view-schemas.ts';
import { plain, tag } from './read.ts';

const params = z.object({ id: z.uuid() });
const answer = z.object({ version: z.int() });

const examples: Readonly<Record<TaskStep, object>> = {
  reportTask: { words: '座谈当天到场，秩序正常。' },
  acceptTask: {},
  returnTask: { words: '请补充当天的情况。' },
  moveTask: { dueDate: named('day', '21'), reason: '座谈改期，任务顺延。' },
  withdrawTask: { reason: '座谈取消，不再需要。' },
};

const address = (type: TaskStep): string => type.replace('Task', '');

function taskStepRoute(app: HttpServer, deps: SponsoredDeps, type: TaskStep): void {
  app.post(
    `/sponsored-tasks/:id/${address(type)}`,
    {
      schema: operation(
        {
          tag,
          operationId: `${type}OfPost`,
          summary: `A step of the task of a post: ${address(type)}`,
          request: {
            as: type === 'reportTask' ? 'police-post' : 'leader',
            params: { id: named('sponsored-task', type) },
            headers: { 'idempotency-key': `example-sponsored-task-${type}` },
            body: { input: examples[type] },
          },
          refusals: ['version-conflict', 'idempotency-key-reused', 'sponsored-task-not-in-status'],
        },
        {
          params,
          body: z.object({
            expectedVersion: z.int().optional(),
            input: taskStepSchemas[type] as z.ZodType,
          }),
          response: { 200: answer },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const { expectedVersion, input } = request.body;
      const done = await stepTask(deps, request.params.id, type, input as never, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
    },
  );
}

function postsRoutes(app: HttpServer, deps: SponsoredDeps): void {
  app.get(
    '/sponsored-posts',
    {
      schema: operation(
        {
          tag,
          operationId: 'getSponsoredPosts',
          summary: 'Which posts stand around a case, with the source of that',
          request: { as: 'leader' },
        },
        { response: { 200: postsViewSchema } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain(await readPosts(deps, staff.value));
    },
  );
  app.put(
    '/sponsored-posts',
    {
      schema: operation(
        {
          tag,
          operationId: 'changeSponsoredPosts',
          summary: 'Set which posts stand around a case; the whole sheet is sent',
          request: {
            as: 'admin',
            headers: { 'idempotency-key': 'example-sponsored-posts' },
            body: { ...usualPosts, expectedVersion: 0 },
          },
          refusals: ['version-conflict', 'idempotency-key-reused', 'sponsored-posts-double'],
        },
        { body: postsSchema, response: { 200: answer } },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await changePosts(deps, request.body, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return done.ok ? done.value : sendRefusal(reply, done.refusal);
    },
  );
}

/** The tasks of the seven: given and judged by who leads, reported by who holds them. */
export function taskRoutesOf(app: HttpServer, deps: SponsoredDeps): void {
  app.post(
    '/sponsored-cases/:id/tasks',
    {
      schema: operation(
        {
          tag,
          operationId: 'giveTaskOfPost',
          summary: 'Give one of the posts around a case its task',
          request: {
            as: 'leader',
            params: { id: named('sponsored', 'giveTask') },
            headers: { 'idempotency-key': 'example-sponsored-task' },
            body: {
              input: {
                post: 'legal-worker',
                holder: { userId: named('user', 'legal-worker') },
                task: '向信访人讲明可以走的法律途径。',
                dueDate: named('day', '14'),
              },
            },
          },
          refusals: ['idempotency-key-reused', 'sponsored-post-taken', 'sponsored-post-unknown'],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), input: giveTaskSchema }),
          response: { 200: z.object({ id: z.uuid(), version: z.int() }) },
        },
      ),
    },
    async (request, reply) => {
      const sender = requireSender(request, deps);
      if (!sender.ok) return sendRefusal(reply, sender.refusal);
      const done = await giveTask(deps, request.params.id, request.body.input, {
        actor: sender.value.actor,
        commandKey: sender.value.commandKey,
      });
      return done.ok
        ? { id: done.value.id, version: done.value.version }
        : sendRefusal(reply, done.refusal);
    },
  );
  app.get(
    '/sponsored-tasks',
    {
      schema: operation(
        {
          tag,
          operationId: 'listOwnTasksOfPost',
          summary:
            'What the reader has to do as one of the posts around a case, and nothing else of it',
          request: { as: 'police-post' },
        },
        { response: { 200: z.object({ items: z.array(ownTaskSchema) }) } },
      ),
    },
    async (request, reply) => {
      const staff = requireStaff(request);
      if (!staff.ok) return sendRefusal(reply, staff.refusal);
      return plain({ items: await listOwnTasks(deps, staff.value, Date.now()) });
    },
  );
  for (const type of taskSteps) taskStepRoute(app, deps, type);
  postsRoutes(app, deps);
}
