/* What the API description says more than once stands in its components and is pointed to. */

type Schema = Record<string, unknown>;

interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components?: {
    readonly schemas?: Record<string, Schema>;
    readonly responses?: object;
  };
}

/** Shorter ones are as quickly read where they stand. */
const worthSharing = 90;

/** Keywords that hold schemas: one, many in a list, many by name. */
const one = new Set(['items', 'additionalProperties', 'propertyNames', 'not']);
const listed = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const byName = new Set(['properties', '$defs', 'patternProperties']);

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Visit = (schema: Schema, name: string) => Schema;

/** A schema with each schema right below it changed; `name` says what the part is of. */
function mapParts(schema: Schema, name: string, visit: Visit): Schema {
  const part = (value: unknown, called: string): unknown =>
    isObject(value) ? visit(value, called) : value;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (one.has(key)) return [key, part(value, `${name}-${key === 'items' ? 'item' : 'value'}`)];
      if (listed.has(key) && Array.isArray(value)) {
        return [key, value.map((each: unknown) => part(each, name))];
      }
      if (!byName.has(key) || !isObject(value)) return [key, value];
      const parts = Object.entries(value).map(([called, each]) => [called, part(each, called)]);
      return [key, Object.fromEntries(parts)];
    }),
  );
}

/** Every place of an operation in which a schema stands, changed in place. */
function changeRoots(operation: object, visit: Visit): void {
  const {
    operationId = '',
    parameters = [],
    requestBody,
    responses = {},
  } = operation as {
    readonly operationId?: string;
    readonly parameters?: readonly { readonly name: string; schema?: Schema }[];
    readonly requestBody?: { readonly content?: Record<string, { schema?: Schema }> };
    readonly responses?: Record<string, { readonly content?: Record<string, { schema?: Schema }> }>;
  };
  const change = (holder: { schema?: Schema }, name: string): void => {
    if (holder.schema !== undefined) holder.schema = visit(holder.schema, name);
  };
  for (const parameter of parameters) change(parameter, parameter.name);
  for (const content of Object.values(requestBody?.content ?? {})) {
    change(content, `${operationId}-input`);
  }
  for (const answer of Object.values(responses)) {
    for (const content of Object.values(answer.content ?? {})) {
      change(content, `${operationId}-answer`);
    }
  }
}

/** Names that every reader of the description meets at once. */
const wellKnown = (schema: Schema): string | undefined => {
  if (schema['format'] === 'uuid') return 'Uuid';
  if (schema['type'] === 'integer' && schema['maximum'] === Number.MAX_SAFE_INTEGER) {
    return schema['minimum'] === Number.MIN_SAFE_INTEGER ? 'Integer' : 'Count';
  }
  return undefined;
};

const isWorth = (schema: Schema, text: string): boolean =>
  text.length >= worthSharing || wellKnown(schema) !== undefined;

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const pointerTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const pointer = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

/** Takes schemas away to which nothing points, such as the shape of an answer as an input. */
function dropUnused({ paths, components }: Described): void {
  const schemas = components?.schemas ?? {};
  const pointed = (value: unknown): string[] =>
    [...JSON.stringify(value ?? null).matchAll(pointer)].map(([, name = '']) => name);
  const used = new Set<string>();
  const reach = (names: readonly string[]): void => {
    for (const name of names.filter((each) => !used.has(each))) {
      used.add(name);
      reach(pointed(schemas[name]));
    }
  };
  reach([...pointed(paths), ...pointed(components?.responses)]);
  for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name];
}

/** Moves every schema that stands in several places into the components, and points to it. */
export function shareSchemas(document: Described): void {
  const schemas = document.components?.schemas;
  if (schemas === undefined) return;
  dropUnused(document);
  const operations = Object.values(document.paths ?? {}).flatMap((each) => Object.values(each));
  const times = new Map<string, number>();
  const count: Visit = (schema, name) => {
    const text = JSON.stringify(schema);
    const before = times.get(text) ?? 0;
    times.set(text, before + 1);
    // What stands inside a repeated one is repeated by it, not by itself.
    if (before === 0 || !isWorth(schema, text)) mapParts(schema, name, count);
    return schema;
  };
  for (const operation of operations) changeRoots(operation, count);
  for (const [name, schema] of Object.entries(schemas)) mapParts(schema, name, count);

  const shared = new Map<string, string>();
  const share: Visit = (schema, name) => {
    const text = JSON.stringify(schema);
    if (!isWorth(schema, text) || (times.get(text) ?? 0) < 2) {
      return mapParts(schema, name, share);
    }
    const known = shared.get(text);
    if (known !== undefined) return pointerTo(known);
    const wanted = wellKnown(schema) ?? pascal(name);
    let free = wanted;
    for (let turn = 2; schemas[free] !== undefined; turn += 1) free = `${wanted}${turn}`;
    shared.set(text, free);
    schemas[free] = {};
    schemas[free] = mapParts(schema, name, share);
    return pointerTo(free);
  };
  for (const [name, schema] of Object.entries(schemas))
    schemas[name] = mapParts(schema, name, share);
  for (const operation of operations) changeRoots(operation, share);
}
