import { refusals, statusOf, type RefusalCode } from '../../kernel/refusals.ts';
import type { Language } from './language.ts';
import { titleOf, type Problem } from './problem.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<title>${escape(title)} · 回音</title></head>` +
  `<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

const words = {
  'zh-CN': { back: '返回', code: '代码', status: '状态' },
  en: { back: 'Back', code: 'Code', status: 'Status' },
} as const;

/** A refusal as a page, for a browser outside the portal's own pages. */
export const plainProblemPage = (problem: Problem, language: Language): string =>
  page(
    language,
    problem.title,
    `<p>${escape(problem.detail)}</p><p><a href="/">${words[language].back}</a></p>`,
  );

/** Whether a text is a code of the catalogue. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

/** The page that a problem's `type` leads to: what the code means, in both languages. */
export const explanationPage = (code: RefusalCode, language: Language): string => {
  const { zh, en } = refusals[code];
  const status = statusOf(code);
  const say = words[language];
  return page(
    language,
    titleOf(status, language),
    `<p lang="zh-CN">${escape(zh)}</p><p lang="en">${escape(en)}</p>` +
      `<dl><dt>${say.code}</dt><dd>${code}</dd><dt>${say.status}</dt><dd>${status}</dd></dl>`,
  );
};
