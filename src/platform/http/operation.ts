import { z } from 'zod';

/** What the API description says of an operation beside its schemas. */
export interface OperationFacts {
  /** The capability that answers. */
  readonly tag: string;
  /** Unique in the program, a verb and its object: `listUnits`. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** A body that works on the demo county. */
  readonly example?: unknown;
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

/**
 * The schema of a route with all that the API description needs of it.
 * @param facts tag, id, summary, example
 * @param schemas zod schemas of body, query, path and answers
 */
export const operation = <S extends OperationSchemas>(facts: OperationFacts, schemas: S) => {
  const { tag, operationId, summary, description, example, access = 'staff' } = facts;
  const body =
    schemas.body === undefined || example === undefined
      ? {}
      : { body: schemas.body.meta({ ...schemas.body.meta(), examples: [example] }) };
  const described = {
    ...schemas,
    ...body,
    tags: [tag],
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    security: security[access],
  };
  // The body keeps its type: only its description was added.
  return described as S & { tags: string[]; operationId: string; summary: string };
};

/** The answer of an operation that has nothing to say; status 204. */
export const noContent = z.null().meta({ description: 'Done' });
