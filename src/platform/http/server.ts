import { randomBytes, createSecretKey, type KeyObject } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { addAccessLog, newRequestId } from './access-log.ts';
import { guardAgainstForgery } from './csrf.ts';
import type { ExampleNames } from './example-names.ts';
import { fileLimits, handleError } from './faults.ts';
import { addHealth, type ReadinessCheck } from './health.ts';
import { languageOf } from './language.ts';
import { addOpenApi } from './openapi.ts';
import { explanationPage, isRefusalCode, plainProblemPage } from './problem-page.ts';
import { RefusalThrown, sendRefusal, type Problem } from './problem.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { RecordSecurity } from './security.ts';
import { validatorCompiler } from './validation.ts';
import { platformWords, type Words } from './words.ts';

/** The server as plugins and routes see it. */
export type HttpServer = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Draws a refusal as a page; nothing means problem JSON. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string | undefined;

export interface HttpOptions {
  /** A pino logger; without one nothing is logged. */
  readonly log?: FastifyBaseLogger;
  /** Certificate and key in PEM; without them the server speaks plain HTTP. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** Addresses of the proxies whose X-Forwarded headers are believed. */
  readonly trustedProxies?: readonly string[];
  /** Signs form tokens; without it forms do not outlive a restart. */
  readonly formKey?: KeyObject;
  /** Where events of security go; without it nowhere. */
  readonly security?: RecordSecurity;
  readonly checks?: readonly ReadinessCheck[];
  /** What codes are called in sentences, of all capabilities. */
  readonly words?: Words;
  readonly problemPage?: ProblemPage;
  /** Of the program, for the API description. */
  readonly version?: string;
  /** What the examples of the API description name in this installation. */
  readonly exampleNames?: () => Promise<ExampleNames>;
  /** Bytes of a request without files. */
  readonly bodyLimit?: number;
}

declare module 'fastify' {
  interface FastifyInstance {
    words: Words;
    formKey: KeyObject;
    security: RecordSecurity;
    secureCookies: boolean;
    problemPage: ProblemPage;
  }
}

const megabyte = 1024 * 1024;

/** Typed as nothing in particular: over TLS the server has the same shape for routes as without. */
const tlsSettings = (tls: HttpOptions['tls']): object =>
  tls === undefined ? {} : { https: { ...tls, minVersion: 'TLSv1.2' } };

/**
 * Makes the server with everything that all routes share; routes are registered by the caller.
 * @param options settings; each has a default that suits a test
 */
export const buildHttp = async (options: HttpOptions = {}): Promise<HttpServer> => {
  const proxied = (options.trustedProxies ?? []).length > 0;
  const secure = options.tls !== undefined || proxied;
  const base = fastify({
    ...(options.log === undefined ? { logger: false } : { loggerInstance: options.log }),
    ...tlsSettings(options.tls),
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: newRequestId,
    trustProxy: proxied ? [...(options.trustedProxies ?? [])] : false,
    bodyLimit: options.bodyLimit ?? 4 * megabyte,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
  });
  const app = base.withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) =>
    sendRefusal(reply, { code: 'not-found', params: {} }),
  );
  app.decorate('words', { ...platformWords, ...options.words });
  app.decorate('formKey', options.formKey ?? createSecretKey(randomBytes(32)));
  app.decorate('security', options.security ?? (() => Promise.resolve()));
  app.decorate('secureCookies', secure);
  app.decorate(
    'problemPage',
    options.problemPage ?? ((problem, request) => plainProblemPage(problem, languageOf(request))),
  );

  addAccessLog(base);
  await addSecurityHeaders(base, secure);
  await app.register(cookie);
  app.addHook('onRequest', guardAgainstForgery);
  await app.register(formbody);
  await app.register(multipart, {
    limits: {
      files: fileLimits.files,
      fileSize: fileLimits.megabytes * megabyte,
      fields: 500,
      fieldSize: megabyte,
      headerPairs: 50,
    },
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new RefusalThrown({ code: 'too-many-tries', params: { seconds: Math.ceil(ttl / 1000) } }),
  });
  await addOpenApi(base, {
    version: options.version ?? '0',
    ...(options.exampleNames === undefined ? {} : { exampleNames: options.exampleNames }),
  });
  addHealth(base, options.checks ?? []);
  addProblemPages(app);
  return app;
};

const addProblemPages = (app: HttpServer): void => {
  app.get<{ Params: { code: string } }>(
    '/problems/:code',
    { schema: { hide: true } },
    async (request, reply) => {
      const { code } = request.params;
      if (!isRefusalCode(code)) return sendRefusal(reply, { code: 'not-found', params: {} });
      const page = explanationPage(code, languageOf(request));
      return reply.type('text/html; charset=utf-8').send(page);
    },
  );
};
