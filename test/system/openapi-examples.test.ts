import { setTimeout as wait } from 'node:timers/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { generate } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committed } from '../../scripts/generated-files.ts';
import { createDemo, demoPassword } from '../../src/main/demo/index.ts';
import type { RunningServer } from '../../src/main/run-server.ts';
import { Caller, type Answer } from './caller.ts';
import {
  operationsOf,
  pointed,
  resolved,
  SchemaCheck,
  type ApiDocument,
  type Operation,
} from './described-api.ts';
import { newHome, openHouse, removeHome, settingsOf } from './house.ts';

let home: string;
let settings: ReturnType<typeof settingsOf>;
let server: RunningServer;
/** As a running demo describes itself. */
let document: ApiDocument;
/** As it lies in the repository. */
let stored: ApiDocument;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
  server = await openHouse(settings);
  // Told before the demo county is there; afterwards it knows more.
  await fetch(`${server.url}/openapi.json`);
  const made = await createDemo({ core: server.core, now: Date.now(), size: 80, seed: 7 });
  if (!made.ok) throw new Error(made.refusal.code);
  document = (await (await fetch(`${server.url}/openapi.json`)).json()) as ApiDocument;
  stored = JSON.parse(await committed('openapi.json')) as ApiDocument;
});
afterAll(async () => {
  await server?.close();
  await removeHome(home, settings);
});

/** Stands where only an earlier answer can tell. */
const sampleId = '0190aaaa-0000-7000-8000-000000000001';

/** These change what others need, or end sessions. */
const last = ['endPost', 'changeUser', 'resetPassword', 'abolishUnit', 'mergeUnit'];

const inOrder = (operations: readonly Operation[]): Operation[] =>
  operations.toSorted(
    (one, other) => last.indexOf(one.operationId) - last.indexOf(other.operationId),
  );

const linkTo = (operations: readonly Operation[], target: string) => {
  for (const source of operations) {
    for (const { links } of Object.values(source.responses)) {
      const link = links?.[target];
      if (link !== undefined) return { source: source.operationId, ...link };
    }
  }
  return undefined;
};

const signedIn = async (operation: Operation): Promise<Caller> => {
  const caller = new Caller(server.url);
  const userName = operation['x-demo-user'];
  if (userName === undefined) return caller;
  await caller.must('POST', '/session', { userName, password: demoPassword });
  return caller;
};

/** An example as it stands in an address or a head. */
const textOf = (example: unknown): string =>
  typeof example === 'string' ? example : JSON.stringify(example);

class Sender {
  readonly #operations: readonly Operation[];
  readonly answers = new Map<string, Answer>();

  constructor(operations: readonly Operation[]) {
    this.#operations = operations;
  }

  async send(caller: Caller, operation: Operation): Promise<Answer> {
    const values = this.#values(operation);
    const path = operation.path
      .replace('/api/v1', '')
      .replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String(values.path.get(name))),
      );
    const query = new URLSearchParams(Object.fromEntries(values.query));
    const body = await this.#body(operation);
    const answer = await caller.ask(
      operation.method.toUpperCase() as 'GET',
      query.size === 0 ? path : `${path}?${query.toString()}`,
      { headers: Object.fromEntries(values.header), ...(body === undefined ? {} : { body }) },
    );
    this.answers.set(operation.operationId, answer);
    return answer;
  }

  /** Examples, and what an earlier answer says by a link. */
  #values(operation: Operation) {
    const values = {
      path: new Map<string, string>(),
      query: new Map<string, string>(),
      header: new Map<string, string>(),
    };
    for (const { name, in: place, example } of operation.parameters ?? []) {
      if (example !== undefined)
        values[place].set(place === 'header' ? name.toLowerCase() : name, textOf(example));
    }
    const link = linkTo(this.#operations, operation.operationId);
    const before = link === undefined ? undefined : this.answers.get(link.source);
    for (const [name, expression] of Object.entries(link?.parameters ?? {})) {
      // What has an example of its own needs no earlier answer.
      const isSample = values.path.get(name)?.includes(sampleId) === true;
      if (before === undefined || !isSample) continue;
      values.path.set(name, pointed(before.body, expression));
    }
    return values;
  }

  async #body(operation: Operation): Promise<unknown> {
    const { content } = operation.requestBody ?? {};
    const form = content?.['multipart/form-data'];
    if (form !== undefined) {
      const data = new FormData();
      const { file } = form.example as { file: string };
      data.append('file', new Blob([file]), form['x-file-name']);
      return data;
    }
    if (operation.operationId === 'confirmSecondFactor') {
      const secret = String(this.answers.get('beginSecondFactor')?.body['secret']);
      return { code: await generate({ secret }) };
    }
    return content?.['application/json']?.example;
  }
}

/** What is wrong with an answer; nothing when it is as documented. */
function faultOf(operation: Operation, answer: Answer, check: SchemaCheck): string | undefined {
  const { operationId, method, path, responses } = operation;
  const told = responses[String(answer.status)];
  if (told === undefined || answer.status >= 300) {
    return `${operationId}: ${answer.status} ${answer.text.slice(0, 400)}`;
  }
  if (told.content === undefined) {
    return answer.text === '' ? undefined : `${operationId}: a body that nobody told of`;
  }
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const content = told.content[type];
  if (content === undefined) return `${operationId}: ${type} is not documented`;
  if (content.schema === undefined) return undefined;
  const fault = check.faults(
    answer.body,
    'paths',
    path,
    method,
    'responses',
    String(answer.status),
    'content',
    type,
    'schema',
  );
  return fault === undefined ? undefined : `${operationId}: ${fault}`;
}

test('openapi.json is valid OpenAPI 3.1, as committed and as served', async () => {
  for (const each of [stored, document]) {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(each) as never)).toMatchObject({
      valid: true,
    });
    expect(validator.version).toBe('3.1');
  }
  expect(operationsOf(document).map(({ operationId }) => operationId)).toEqual(
    operationsOf(stored).map(({ operationId }) => operationId),
  );
});

test('the description says a thing once: what operations share stands in its components', async () => {
  // Each operation with everything said in its place took 4,900 characters. Records that live by steps
  // say the input of each step, 10,000 and more.
  const size = (await committed('openapi.json')).length;
  expect(size / operationsOf(stored).length).toBeLessThan(2_200);
  const text = JSON.stringify(stored);
  for (const kind of ['schemas', 'responses'] as const) {
    for (const name of Object.keys(stored.components[kind])) {
      expect([name, text.includes(`"#/components/${kind}/${name}"`)]).toEqual([name, true]);
    }
  }
});

test('every operation says whose it is, what it does, how it is asked and refused', () => {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const operation of operationsOf(stored)) {
    const { operationId: id, tags = [], summary, parameters = [], requestBody } = operation;
    const missing = (what: string) => faults.push(`${id}: ${what}`);
    if (ids.has(id)) missing('not unique');
    ids.add(id);
    if (tags.length !== 1) missing('tag');
    if (!summary) missing('summary');
    const refused = resolved(stored, operation.responses['default']);
    if (!refused?.content?.['application/problem+json']) missing('problem');
    if (!Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))) {
      missing('success');
    }
    for (const parameter of parameters) {
      const asked = parameter.in === 'path' || parameter.required === true;
      if (asked && parameter.example === undefined) missing(`example of ${parameter.name}`);
    }
    const queries = parameters.filter((parameter) => parameter.in === 'query');
    if (queries.length > 0 && queries.every(({ example }) => example === undefined)) {
      missing('example of a query');
    }
    for (const { example } of Object.values(requestBody?.content ?? {})) {
      if (example === undefined) missing('example of the body');
    }
    const staff = operation.security?.some((way) => 'session' in way) ?? false;
    if (staff && operation['x-demo-user'] === undefined) missing('who may do it');
  }
  expect(faults).toEqual([]);
  expect(ids.size).toBeGreaterThan(100);
});

test('every committed example has the form that its schema asks for', () => {
  const check = new SchemaCheck(stored);
  const faults: string[] = [];
  for (const { operationId, path, method, parameters = [], requestBody } of operationsOf(stored)) {
    const json = requestBody?.content['application/json'];
    const place = ['paths', path, method] as const;
    const fault =
      json === undefined
        ? undefined
        : check.faults(
            json.example,
            ...place,
            'requestBody',
            'content',
            'application/json',
            'schema',
          );
    if (fault !== undefined) faults.push(`${operationId}: ${fault}`);
    for (const [at, { name, example }] of parameters.entries()) {
      if (example === undefined) continue;
      const wrong = check.faults(example, ...place, 'parameters', String(at), 'schema');
      if (wrong !== undefined) faults.push(`${operationId} ${name}: ${wrong}`);
    }
  }
  expect(faults).toEqual([]);
});

test('the example of every operation works on the demo county, answered as documented', async () => {
  const operations = operationsOf(document);
  const check = new SchemaCheck(document);
  const sender = new Sender(operations);
  const faults: string[] = [];
  for (const operation of inOrder(operations)) {
    // Only an empty installation is set up; that is below.
    if (operation.operationId === 'setUp') continue;
    const caller = await signedIn(operation);
    if (operation.operationId === 'getExportFile') await untilExported(caller, sender);
    const answer = await sender.send(caller, operation);
    const fault = faultOf(operation, answer, check);
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
});

async function untilExported(caller: Caller, sender: Sender): Promise<void> {
  const id = String(sender.answers.get('askExport')?.body['id']);
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await caller.must('GET', `/exports/${id}`))['state'] === 'ready') return;
    await wait(200);
  }
}

test('the example of setUp works on an empty installation', async () => {
  const empty = await newHome();
  const own = settingsOf(empty);
  const house = await openHouse(own);
  try {
    const operation = operationsOf(document).find(({ operationId }) => operationId === 'setUp');
    if (operation === undefined) throw new Error('no setUp');
    const sender = new Sender([]);
    const answer = await sender.send(new Caller(house.url), operation);
    expect(faultOf(operation, answer, new SchemaCheck(document))).toBeUndefined();
  } finally {
    await house.close();
    await removeHome(empty, own);
  }
});

test('P-3 the API slows guesses of look-up codes down, locks nobody out and tells nothing', async () => {
  const caller = new Caller(server.url);
  const operation = operationsOf(document).find((each) => each.operationId === 'getProgress');
  const of = (name: string) =>
    String(operation?.parameters?.find((parameter) => parameter.name === name)?.example);
  const [number, code] = [of('number'), of('X-Lookup-Code')];
  const look = (from: string, petition: string, lookupCode: string) =>
    caller.ask('GET', `/public/petitions/${petition}`, {
      headers: { 'x-forwarded-for': from, 'x-lookup-code': lookupCode },
    });
  const wrongCode = await look('198.51.100.7', number, 'AAAA-AAAA-AAAA-AAAA');
  const wrongNumber = await look('198.51.100.7', '2026999999999', code);
  const noCode = await look('198.51.100.7', number, '');
  expect(wrongCode.status).toBe(404);
  expect(wrongCode.body).toMatchObject({ code: 'number-or-code-wrong' });
  expect(wrongNumber.body).toEqual(wrongCode.body);
  expect(noCode.body).toEqual(wrongCode.body);
  let slowed: Answer | undefined;
  for (let tries = 0; tries < 10 && slowed === undefined; tries += 1) {
    const answer = await look('198.51.100.7', number, `BBBB-BBBB-BBBB-BBB${tries}`);
    if (answer.status === 429) slowed = answer;
  }
  expect(slowed?.body).toMatchObject({ code: 'too-many-tries' });
  const seconds = Number(slowed?.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(300);
  // The petitioner comes from elsewhere and is let in at once; whoever guessed, after the wait.
  expect((await look('203.0.113.9', number, code)).status).toBe(200);
  await wait(seconds * 1000 + 200);
  expect((await look('198.51.100.7', number, code)).status).toBe(200);
});
