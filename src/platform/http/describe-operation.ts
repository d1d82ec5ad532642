import type { RefusalCode } from '../../kernel/refusals.ts';
import type { DescribedFacts } from './operation.ts';

/** The parts of an OpenAPI operation that are completed here. */
export interface DescribedOperation {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Record<string, unknown>> };
  responses: Record<string, Answer | { readonly $ref: string }>;
  'x-facts'?: DescribedFacts;
  /** Codes of this operation beside those of its form of request. */
  'x-refusals'?: readonly RefusalCode[];
  'x-demo-user'?: string;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: object;
  example?: unknown;
}

interface Answer {
  description?: string;
  content?: Record<string, unknown>;
  links?: Record<string, object>;
}

/** Refusals of one form of request, said once for all operations of that form. */
export interface SharedRefusal {
  readonly description: string;
  readonly content: unknown;
  readonly 'x-codes': readonly RefusalCode[];
}

const safe = new Set(['get', 'head', 'options']);

/** What any operation of such a form may refuse, and what the form is called. */
function formOf(method: string, facts: DescribedFacts, operation: DescribedOperation) {
  const { parameters = [], requestBody } = operation;
  const staff = facts.access === 'staff';
  const inPath = parameters.some((parameter) => parameter.in === 'path');
  const checked = parameters.some((parameter) => parameter.in !== 'header') || requestBody;
  const unsafe = !safe.has(method);
  const codes: RefusalCode[] = [
    ...(staff ? (['not-signed-in', 'not-permitted'] as const) : []),
    ...(inPath && staff ? (['not-found'] as const) : []),
    ...(checked ? (['input-required', 'input-invalid'] as const) : []),
    ...(requestBody ? (['malformed-request', 'body-too-large'] as const) : []),
    ...(unsafe ? (['csrf-refused'] as const) : []),
    'database-unavailable',
    'internal-error',
  ];
  const name = [
    'Refused',
    staff ? 'Staff' : 'Public',
    inPath && staff ? 'Found' : '',
    checked ? 'Checked' : '',
    requestBody ? 'Body' : '',
    unsafe ? 'Unsafe' : '',
  ].join('');
  return { name, codes };
}

const headerOf = (name: string): Parameter => ({
  name: name === 'x-lookup-code' ? 'X-Lookup-Code' : 'Idempotency-Key',
  in: 'header',
  required: name === 'x-lookup-code',
  schema: { type: 'string' },
});

function addExamples(operation: DescribedOperation, facts: DescribedFacts): void {
  const headers = Object.keys(facts.headers ?? {}).map(headerOf);
  const parameters = [...(operation.parameters ?? []), ...headers];
  const places = { path: facts.params, query: facts.query } as const;
  for (const parameter of parameters) {
    const values =
      parameter.in === 'header' ? facts.headers : places[parameter.in as keyof typeof places];
    const key = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    if (values?.[key] !== undefined) parameter.example = values[key];
  }
  if (parameters.length > 0) operation.parameters = parameters;
  const json = operation.requestBody?.content['application/json'];
  if (json !== undefined && facts.body !== undefined) json['example'] = facts.body;
  if (facts.file === undefined) return;
  operation.requestBody = {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
          required: ['file'],
        },
        example: { file: facts.file.text },
        'x-file-name': facts.file.name,
      },
    },
  };
}

/**
 * Completes the description of one operation from what its route said of it.
 * @param method in small letters
 * @param operation as the schemas alone describe it; changed in place
 * @param refusals shared answers of refusals by name, to which those of a new form are added
 */
export function completeOperation(
  method: string,
  operation: DescribedOperation,
  refusals: Record<string, SharedRefusal>,
): void {
  const facts = operation['x-facts'];
  if (facts === undefined) return;
  delete operation['x-facts'];
  if (facts.as !== undefined) operation['x-demo-user'] = facts.as;
  addExamples(operation, facts);
  const { responses } = operation;
  if (facts.files.length > 0) {
    const content = Object.fromEntries(facts.files.map((type) => [type, {}]));
    responses['200'] = { description: 'The file', content };
  }
  for (const [status, answer] of Object.entries(responses)) {
    if (status === 'default' || '$ref' in answer) continue;
    answer.description = status === '204' ? 'Done; nothing to say' : 'Done';
    if (status === '204') delete answer.content;
    const links = Object.entries(facts.links);
    if (links.length > 0) {
      answer.links = Object.fromEntries(
        links.map(([operationId, parameters]) => [operationId, { operationId, parameters }]),
      );
    }
  }
  const refused = responses['default'];
  if (refused === undefined || '$ref' in refused) return;
  const { name, codes } = formOf(method, facts, operation);
  refusals[name] ??= {
    description: `Refused (RFC 9457). Any request of this form may meet ${codes.join(', ')}; what else this operation refuses stands in its x-refusals`,
    content: refused.content,
    'x-codes': codes,
  };
  responses['default'] = { $ref: `#/components/responses/${name}` };
  const own = facts.refusals.filter((code) => !codes.includes(code));
  if (own.length > 0) operation['x-refusals'] = own;
}
