import type { FastifyRequest } from 'fastify';

/** The two languages of the interface; Chinese first. */
export const languages = ['zh-CN', 'en'] as const;

export type Language = (typeof languages)[number];

/** The cookie in which a reader's own choice is remembered. */
export const languageCookie = 'lang';

/** Whether a text names one of the two languages. */
export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/**
 * The language for an Accept-Language header: the reader's most wanted one of those that we speak.
 * @param header the header as sent; nothing means Chinese
 */
export const languageFromHeader = (header: string | undefined): Language => {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = params.find((param) => param.startsWith('q='))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'zh-CN';
};

/** The language of a request: the reader's own choice, else what the browser asks for. */
export const languageOf = (request: FastifyRequest): Language => {
  const chosen = request.cookies?.[languageCookie];
  return isLanguage(chosen) ? chosen : languageFromHeader(request.headers['accept-language']);
};
