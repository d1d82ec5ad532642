import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly example?: unknown;
  readonly required?: boolean;
  readonly schema: object;
}

interface Content {
  readonly schema?: object;
  readonly example?: unknown;
  readonly 'x-file-name'?: string;
}

export interface Answered {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Content>>;
  readonly links?: Readonly<
    Record<string, { operationId: string; parameters: Readonly<Record<string, string>> }>
  >;
}

/** One operation as openapi.json tells of it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, Answered>>;
  readonly security?: readonly object[];
  readonly 'x-demo-user'?: string;
}

export interface ApiDocument {
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Answered>>;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method'>>>>>;
}

export const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  );

/** An answer itself where the operation points to one that it shares with others. */
export const resolved = (document: ApiDocument, answer?: Answered): Answered | undefined =>
  answer?.$ref === undefined
    ? answer
    : document.components.responses[answer.$ref.replace('#/components/responses/', '')];

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Checks values against schemas that stand in the document. */
export class SchemaCheck {
  readonly #ajv = new Ajv2020.default({ strict: false, allErrors: true });

  constructor(document: ApiDocument) {
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document, 'api');
  }

  /** @returns what is wrong, or nothing */
  faults(value: unknown, ...place: readonly string[]): string | undefined {
    const pointer = place.map((part) => encodeURIComponent(escaped(part))).join('/');
    const validate = this.#ajv.compile({ $ref: `api#/${pointer}` });
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors);
  }
}

/** What a JSON pointer of a runtime expression finds in an answer. */
export const pointed = (body: unknown, expression: string): string => {
  const parts = expression.replace('$response.body#/', '').split('/');
  const found = parts.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part],
    body,
  );
  return String(found);
};
