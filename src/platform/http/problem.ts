import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  refusals,
  sentenceOf,
  statusOf,
  type Refusal,
  type RefusalParams,
} from '../../kernel/refusals.ts';
import { languageOf, type Language } from './language.ts';
import { inWords, type Words } from './words.ts';

/** The problem document of RFC 9457, as it leaves the house. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ description: 'Where the problem is explained, relative to the server' }),
    title: z.string(),
    status: z.number().int(),
    code: z
      .string()
      .meta({ description: 'Stable code of the refusals catalogue', enum: Object.keys(refusals) }),
    detail: z.string().meta({ description: 'What to do, in the language of the request' }),
    detailZh: z.string(),
    detailEn: z.string(),
    field: z.string().optional().meta({ description: 'Path of the input field at fault' }),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

export const problemContentType = 'application/problem+json; charset=utf-8';

/** Titles by status: short, and the same for every problem of a kind. */
const titles: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  400: { zh: '请求无法识别', en: 'The request cannot be read' },
  401: { zh: '需要登录', en: 'Sign in' },
  403: { zh: '不能进行这一步', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '与现状不符', en: 'Conflict with the present state' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '类型不能接收', en: 'Type not accepted' },
  422: { zh: '填写有误', en: 'Not right yet' },
  429: { zh: '过于频繁', en: 'Too often' },
  503: { zh: '暂时不可用', en: 'Unavailable for the moment' },
  507: { zh: '存储空间不足', en: 'Storage is full' },
};

/** The title under which problems of a status stand. */
export const titleOf = (status: number, language: Language): string => {
  const title = titles[status];
  if (title === undefined) throw new Error(`no title for status ${status}`);
  return language === 'zh-CN' ? title.zh : title.en;
};

/** A refusal with sentences that differ by more than the catalogue's words, such as zod's. */
export interface WordedRefusal extends Refusal {
  readonly paramsEn?: RefusalParams;
}

/**
 * The one place where a refusal becomes a problem document.
 * @param refusal what the rules refused
 * @param language of `title` and `detail`
 * @param words what codes are called
 */
export const toProblem = (
  refusal: WordedRefusal,
  language: Language,
  words: Words = {},
): Problem => {
  const status = statusOf(refusal.code);
  const english = { ...refusal, params: { ...refusal.params, ...refusal.paramsEn } };
  const detailZh = sentenceOf(inWords(words, refusal, 'zh-CN'), 'zh-CN');
  const detailEn = sentenceOf(inWords(words, english, 'en'), 'en');
  return {
    type: `/problems/${refusal.code}`,
    title: titleOf(status, language),
    status,
    code: refusal.code,
    detail: language === 'zh-CN' ? detailZh : detailEn,
    detailZh,
    detailEn,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    params: { ...refusal.params },
  };
};

/**
 * Answers a request with a refusal: problem JSON, or a page where a person reads along.
 * @param reply the answer to fill
 * @param refusal what the rules refused
 */
export const sendRefusal = (reply: FastifyReply, refusal: WordedRefusal): FastifyReply => {
  const { request, server } = reply;
  const problem = toProblem(refusal, languageOf(request), server.words);
  void reply.code(problem.status).header('cache-control', 'no-store');
  const page = wantsPage(request.url, request.headers.accept)
    ? server.problemPage(problem, request)
    : undefined;
  if (page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
  // A Buffer passes by the route's own response schema, which describes successes only.
  return reply.type(problemContentType).send(Buffer.from(JSON.stringify(problem)));
};

const wantsPage = (url: string, accept: string | undefined): boolean =>
  !url.startsWith('/api/') && (accept ?? '').includes('text/html');

/** A refusal on its way out of a hook or plugin that can only throw. */
export class RefusalThrown extends Error {
  readonly refusal: WordedRefusal;

  constructor(refusal: WordedRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
