import { z } from 'zod';
import type { RefusalCode } from '../../kernel/refusals.ts';

type Values = Readonly<Record<string, string | number | boolean>>;

/** A request that works on the demo county; `named` stands for what is called otherwise there. */
export interface ExampleRequest {
  /** The user name of whoever may do it there; left out where nobody has to sign in. */
  readonly as?: string;
  readonly params?: Values;
  readonly query?: Values;
  readonly headers?: Values;
  readonly body?: unknown;
  /** A file of a multipart form: its name and its text. */
  readonly file?: { readonly name: string; readonly text: string };
}

/** Where an answer leads: OpenAPI links, by the name of the operation that follows. */
export type Links = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the API description says of an operation beside its schemas. */
export interface OperationFacts {
  /** The capability that answers. */
  readonly tag: string;
  /** Unique in the program, a verb and its object: `listUnits`. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** The body of an example that works on the demo county; short for `request: { body }`. */
  readonly example?: unknown;
  readonly request?: ExampleRequest;
  /** What its answer is good for: parameters of other operations as runtime expressions. */
  readonly links?: Links;
  /** Codes that it refuses with beside those that its form brings along. */
  readonly refusals?: readonly RefusalCode[];
  /** Media types of an answer that is a file. */
  readonly files?: readonly string[];
  /** Who may call it: a member of staff (default), anyone, or whoever has number and code. */
  readonly access?: 'staff' | 'anyone' | 'look-up-code';
}

interface OperationSchemas {
  readonly body?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly params?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly response?: Readonly<Record<number | string, z.ZodType>>;
}

const security = {
  staff: [{ session: [] }],
  anyone: [],
  'look-up-code': [{ lookupCode: [] }],
};

/** What `operation` keeps for the API description under `x-facts`. */
export interface DescribedFacts extends ExampleRequest {
  readonly access: 'staff' | 'anyone' | 'look-up-code';
  readonly links: Links;
  readonly refusals: readonly RefusalCode[];
  readonly files: readonly string[];
}

/**
 * The schema of a route with all that the API description needs of it.
 * @param facts tag, id, summary, example
 * @param schemas zod schemas of body, query, path and answers
 */
export const operation = <S extends OperationSchemas>(facts: OperationFacts, schemas: S) => {
  const { tag, operationId, summary, description, example, access = 'staff' } = facts;
  const kept: DescribedFacts = {
    ...(access === 'staff' ? { as: 'officer1' } : {}),
    ...(example === undefined ? {} : { body: example }),
    ...facts.request,
    access,
    links: facts.links ?? {},
    refusals: facts.refusals ?? [],
    files: facts.files ?? [],
  };
  const described = {
    ...schemas,
    tags: [tag],
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    security: security[access],
    'x-facts': kept,
  };
  // Fastify knows no key that begins with x-; the API description takes it out again.
  return described as S & { tags: string[]; operationId: string; summary: string };
};

/** The answer of an operation that has nothing to say; status 204. */
export const noContent = z.null().meta({ description: 'Done' });
