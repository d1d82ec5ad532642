import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import type { $ZodIssue, $ZodRawIssue, $ZodType } from 'zod/v4/core';
import { RefusalThrown, type WordedRefusal } from './problem.ts';

const sayZh = z.locales.zhCN().localeError;
const sayEn = z.locales.en().localeError;

/** zod's own sentence; it never repeats what was typed. */
const sentence = (say: typeof sayZh, issue: $ZodIssue): string => {
  const said = say(issue as $ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.code;
};

const isMissing = (issue: $ZodIssue): boolean =>
  (issue.code === 'invalid_type' && issue.input === undefined) ||
  (issue.code === 'too_small' && issue.input === '');

/** The field at fault; unknown keys are at fault themselves. */
const pathOf = (issue: $ZodIssue, part: string): string => {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...extra].join('.') || part;
};

/**
 * The first fault that zod found, as a refusal that names the field.
 * @param issue from a parse with `reportInput`
 * @param part where it was found: body, querystring, params or headers
 */
export const refusalOfIssue = (issue: $ZodIssue, part: string): WordedRefusal => {
  const field = pathOf(issue, part);
  if (isMissing(issue)) return { code: 'input-required', params: { field }, field };
  return {
    code: 'input-invalid',
    params: { field, detail: sentence(sayZh, issue) },
    paramsEn: { detail: sentence(sayEn, issue) },
    field,
  };
};

/**
 * Checks a value that did not come through a route's schema (a form, an imported row).
 * @returns the parsed value, or the refusal of its first fault
 */
export const parseInput = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  part = 'body',
): { ok: true; value: z.output<T> } | { ok: false; refusal: WordedRefusal } => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  if (issue === undefined) throw new Error('zod refused without an issue');
  return { ok: false, refusal: refusalOfIssue(issue, part) };
};

/** Fastify's validator: zod, with the fault worded for both languages. */
export const validatorCompiler: FastifySchemaCompiler<$ZodType> = ({ schema, httpPart }) => {
  const checked = schema as z.ZodType;
  return (data) => {
    const result = parseInput(checked, data, httpPart);
    return result.ok ? { value: result.value } : { error: new RefusalThrown(result.refusal) };
  };
};
