import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import {
  completeOperation,
  type DescribedOperation,
  type SharedRefusal,
} from './describe-operation.ts';
import { exampleDay, fillNames, type ExampleNames } from './example-names.ts';
import { problemSchema } from './problem.ts';
import { shareSchemas } from './share-schemas.ts';

const transform = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } });

const problemResponse = {
  description: 'A refusal (RFC 9457)',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** Every operation may answer with a problem; said once here instead of in every route. */
const withProblem: typeof transform = (document) => {
  const { schema } = document;
  if (schema === undefined || schema.hide === true) return transform(document);
  const answers = schema.response as Record<string, unknown> | undefined;
  const response = { ...answers, default: problemResponse };
  return transform({ ...document, schema: { ...schema, response } });
};

/** Examples, links and codes come into their places. */
const completed: typeof jsonSchemaTransformObject = (document) => {
  const whole = jsonSchemaTransformObject(document) as {
    paths?: Record<string, Record<string, DescribedOperation>>;
    components?: {
      schemas?: Record<string, Record<string, unknown>>;
      responses?: Record<string, SharedRefusal>;
    };
  };
  const refusals: Record<string, SharedRefusal> = {};
  for (const operations of Object.values(whole.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) {
      completeOperation(method, operation, refusals);
    }
  }
  // By name before anything is named after them: in which order modules were read is nobody's concern.
  const schemas = Object.entries(whole.components?.schemas ?? {}).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  whole.components = {
    ...whole.components,
    schemas: Object.fromEntries(schemas),
    responses: refusals,
  };
  shareSchemas(whole);
  return whole;
};

const description = `Casework of a petition office. Unsafe requests with a session cookie carry
\`X-Requested-With: huiyin\`. Refusals are problem documents (RFC 9457) with stable codes; each code
is explained at \`/problems/<code>\` and all of them in docs/refusals.md.

Every operation has an example that works on the demo county (\`npm start -- --demo\`): sign in with
\`POST /api/v1/session\` as the user named by \`x-demo-user\` and send it. Each command's example has
a petition of its own there and works once. Ids differ in each installation, and days are counted
from today: the \`/openapi.json\` of a running demo names its own. What an example takes from an
earlier answer (an export, a session) says so by a link.`;

export interface OpenApiOptions {
  /** Of the program. */
  readonly version: string;
  /** What examples name in this installation. */
  readonly exampleNames?: () => Promise<ExampleNames>;
}

/** The day of the examples in the description that is committed. */
const committedDay = Date.UTC(2026, 10, 20, 4);

/**
 * Describes all routes registered after it as OpenAPI 3.1 at /openapi.json.
 * @param options version, and how examples learn the names of this installation
 */
export const addOpenApi = async (app: FastifyInstance, options: OpenApiOptions): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Huiyin 回音',
        version: options.version,
        description,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'huiyin_session' },
          lookupCode: { type: 'apiKey', in: 'header', name: 'X-Lookup-Code' },
        },
      },
    },
    // Routes without an operation id are pages, not part of the API.
    hideUntagged: true,
    transform: withProblem,
    transformObject: completed,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    const names = (await options.exampleNames?.()) ?? noNames;
    const filled = fillNames(app.swagger(), names, exampleDay(Date.now()));
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(filled));
  });
};

const noNames: ExampleNames = () => undefined;

/**
 * The description as it is committed: the same on every day and in every installation.
 * @param app a server whose routes are all registered
 */
export const committedDescription = (app: FastifyInstance): object =>
  fillNames(app.swagger(), noNames, exampleDay(committedDay));
