import { languages, type Language } from '../words/words.ts';

/** The cookie that the server reads too, so that its sentences come in the same language. */
const cookie = 'lang';

export function savedLanguage(): Language {
  const saved = new RegExp(`(?:^|; )${cookie}=([^;]+)`).exec(document.cookie)?.[1];
  const wanted = languages.find((language) => language === saved);
  if (wanted !== undefined) return wanted;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function saveLanguage(language: Language): void {
  const year = 365 * 24 * 3600;
  document.cookie = `${cookie}=${language}; path=/; max-age=${year}; samesite=lax`;
}
