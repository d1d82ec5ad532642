import type { RefusalCode } from '../../kernel/refusals.ts';
import type { DescribedFacts } from './operation.ts';

/** The parts of an OpenAPI operation that are completed here. */
export interface DescribedOperation {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Record<string, unknown>> };
  responses: Record<string, Answer>;
  'x-facts'?: DescribedFacts;
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
  'x-codes'?: readonly RefusalCode[];
}

const safe = new Set(['get', 'head', 'options']);

/** What any operation of such a form may refuse. */
function codesOf(method: string, facts: DescribedFacts, operation: DescribedOperation) {
  const { parameters = [], requestBody } = operation;
  const inPath = parameters.some((parameter) => parameter.in === 'path');
  const checked = parameters.some((parameter) => parameter.in !== 'header') || requestBody;
  const codes: RefusalCode[] = [
    ...facts.refusals,
    ...(facts.access === 'staff' ? (['not-signed-in', 'not-permitted'] as const) : []),
    ...(inPath && facts.access === 'staff' ? (['not-found'] as const) : []),
    ...(checked ? (['input-required', 'input-invalid'] as const) : []),
    ...(requestBody ? (['malformed-request', 'body-too-large'] as const) : []),
    ...(safe.has(method) ? [] : (['csrf-refused'] as const)),
    'database-unavailable',
    'internal-error',
  ];
  return [...new Set(codes)];
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
 */
export function completeOperation(method: string, operation: DescribedOperation): void {
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
    if (status === 'default') continue;
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
  if (refused === undefined) return;
  const codes = codesOf(method, facts, operation);
  const list = codes.map((code) => `\`${code}\``).join(', ');
  refused.description = `Refused (RFC 9457); codes that this form of request brings along: ${list}`;
  refused['x-codes'] = codes;
}
