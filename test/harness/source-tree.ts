import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** What a source file names from elsewhere. */
export interface Import {
  /** A path inside the repository, or the name of a package. */
  readonly target: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

/** What the rules ask about one file. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Kinds and details of what the rules ask about, as `any`, `default export`, `Date.now()`. */
  readonly marks: readonly string[];
  /** All string and template text, for finding tables in SQL. */
  readonly texts: readonly string[];
}

export const root = path.resolve(import.meta.dirname, '../..');

/** All files that are or will be committed, as paths from the root. */
export const trackedFiles = (): readonly string[] => {
  // A checkout may belong to another user than the one who tests it.
  const asked = ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard'];
  return execFileSync('git', asked, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));
};

export const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\.test-data\.tsx?$|^test\//.test(file);

/** Reads and parses one file of TypeScript. */
export const readSource = (file: string): SourceFile => {
  const text = readFileSync(path.join(root, file), 'utf8');
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message ?? ''}`);
  const { imports, marks, texts } = walkProgram(parsed.program, file);
  return { path: file, lines: text.split('\n').length - 1, imports, marks, texts };
};

interface Found {
  readonly imports: Import[];
  readonly marks: string[];
  readonly texts: string[];
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const walkProgram = (program: unknown, file: string): Found => {
  const found: Found = { imports: [], marks: [], texts: [] };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    note(value, file, found);
    for (const key of Object.keys(value)) visit(value[key]);
  };
  visit(program);
  return found;
};

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

const note = (node: Node, file: string, found: Found): void => {
  if (importing.has(node.type)) {
    const named = namedBy(node, file);
    if (named !== undefined) found.imports.push(named);
  }
  if (node.type === 'TSAnyKeyword') found.marks.push('any');
  if (node.type === 'ExportDefaultDeclaration') found.marks.push('default export');
  if (node.type === 'Literal' && typeof node['value'] === 'string') found.texts.push(node['value']);
  if (node.type === 'TemplateElement') found.texts.push(rawOf(node));
  const impure = impurityOf(node);
  if (impure !== undefined) found.marks.push(impure);
};

const rawOf = (node: Node): string => {
  const value = node['value'];
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : '';
};

const namedBy = (node: Node, file: string): Import | undefined => {
  const source = node['source'];
  if (!isNode(source) || typeof source['value'] !== 'string') return undefined;
  const name = source['value'];
  const typeOnly = isTypeOnly(node);
  if (!name.startsWith('.')) return { target: name, ours: false, typeOnly };
  return { target: path.join(path.dirname(file), name), ours: true, typeOnly };
};

/** `import type …`, `export type …`, `typeof import()`, or names that are types one by one. */
const isTypeOnly = (node: Node): boolean => {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const names = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : [];
  return (
    names.length > 0 &&
    names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type')
  );
};

/** Clock and randomness, which pure files get as arguments. */
const impurityOf = (node: Node): string | undefined => {
  const callee = node['callee'];
  if (!isNode(callee)) return undefined;
  const given = Array.isArray(node['arguments']) ? node['arguments'].length : 0;
  const name = nameOf(callee);
  if (node.type === 'NewExpression' && name === 'Date' && given === 0) return 'new Date()';
  if (node.type !== 'CallExpression') return undefined;
  return ['Date', 'Date.now', 'Math.random', 'performance.now'].includes(name) ||
    /(^|\.)(randomUUID|randomBytes|getRandomValues)$/.test(name)
    ? `${name}()`
    : undefined;
};

const nameOf = (node: Node): string => {
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type !== 'MemberExpression') return '';
  const [object, property] = [node['object'], node['property']];
  return isNode(object) && isNode(property) ? `${nameOf(object)}.${nameOf(property)}` : '';
};
