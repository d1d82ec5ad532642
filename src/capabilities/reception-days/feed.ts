/** One notice in a feed; moments in epoch ms. */
export interface FeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
}

export interface Feed {
  readonly title: string;
  /** Where the feed itself lies. */
  readonly url: string;
  readonly home: string;
  readonly language: string;
  readonly items: readonly FeedItem[];
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const xml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
const instant = (at: number): string => new Date(at).toISOString();

/** Atom (RFC 4287). */
export function atomOf({ title, url, home, language, items }: Feed): string {
  const updated = Math.max(0, ...items.map(({ publishedAt }) => publishedAt));
  const entries = items.map(
    (item) =>
      `<entry><id>urn:uuid:${item.id}</id><title>${xml(item.title)}</title>` +
      `<link href="${xml(item.url)}"/><updated>${instant(item.publishedAt)}</updated>` +
      `<summary>${xml(item.text)}</summary></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n` +
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>${xml(title)}</title>` +
    `<id>${xml(url)}</id><link rel="self" href="${xml(url)}"/><link href="${xml(home)}"/>` +
    `<author><name>${xml(title)}</name></author>` +
    `<updated>${instant(updated)}</updated>${entries.join('')}</feed>\n`
  );
}

/** JSON Feed 1.1. */
export const jsonFeedOf = ({ title, url, home, language, items }: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: home,
  feed_url: url,
  language,
  items: items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    content_text: item.text,
    date_published: instant(item.publishedAt),
  })),
});
