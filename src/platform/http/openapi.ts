import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { problemSchema } from './problem.ts';

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

/**
 * Describes all routes registered after it as OpenAPI 3.1 at /openapi.json.
 * @param version of the program
 */
export const addOpenApi = async (app: FastifyInstance, version: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Huiyin 回音',
        version,
        description:
          'Casework of a petition office. Unsafe requests with a session cookie carry ' +
          '`X-Requested-With: huiyin`. Refusals are problem documents with stable codes.',
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
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    return reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(app.swagger(), null, 2));
  });
};
