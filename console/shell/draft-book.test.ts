import { describe, expect, test } from 'vitest';
import { DraftBook } from './draft-book.ts';

/** What of Storage the book uses, in memory; the places are its own keys as in a browser. */
const storage = (): Storage => {
  const kept: Record<string, string> = {};
  return Object.assign(
    Object.create({
      getItem: (place: string) => kept[place] ?? null,
      setItem(this: Record<string, string>, place: string, text: string) {
        kept[place] = text;
        this[place] = text;
      },
      removeItem(this: Record<string, string>, place: string) {
        delete kept[place];
        delete this[place];
      },
    }) as object,
  ) as Storage;
};

const key = (of: string) => Buffer.from(of.padEnd(32, '.')).toString('base64url');
const now = Date.UTC(2026, 10, 22);
const day = 24 * 3600_000;
const mine = (kept: Storage, at = now) => DraftBook.open('me', key('mine'), kept, at);
const written = {
  title: '拖欠工资',
  text: '工头拖欠工资两万三千元',
  people: [{ mobile: '13800138000' }],
};

describe('P-2 drafts', () => {
  test('L-3 what is typed lies sealed: nothing of it can be read in the browser', async () => {
    const kept = storage();
    const book = await mine(kept);
    book.write('registration', written, now);
    await book.settled();
    const all = JSON.stringify(Object.entries(kept));
    for (const word of ['拖欠', '两万', '13800138000', 'title', key('mine')]) {
      expect(all).not.toContain(word);
      expect(all).not.toContain(Buffer.from(word).toString('base64').slice(0, 6));
    }
    expect(all).toContain('registration');
  });

  test('they open again for the same person after a new sign-in, and for nobody else', async () => {
    const kept = storage();
    const book = await mine(kept);
    book.write('registration', written, now);
    await book.settled();
    expect((await mine(kept)).read('registration')).toEqual(written);
    const other = await DraftBook.open('other', key('other'), kept, now);
    expect(other.count).toBe(0);
    const thief = await DraftBook.open('me', key('guess'), kept, now);
    expect(thief.read('registration')).toBeNull();
  });

  test('the last of many quick changes is kept; what was sent does not come back', async () => {
    const kept = storage();
    const book = await mine(kept);
    for (let at = 0; at < 50; at += 1) book.write('registration', { at }, now);
    await book.settled();
    expect((await mine(kept)).read('registration')).toEqual({ at: 49 });
    book.write('registration', { at: 50 }, now);
    book.drop('registration');
    await book.settled();
    expect((await mine(kept)).read('registration')).toBeNull();
    expect(Object.keys(kept)).toEqual([]);
  });

  test('old drafts and such as were never sealed are taken off the machine', async () => {
    const kept = storage();
    const book = await mine(kept, now - 4 * day);
    book.write('old', written, now - 4 * day);
    book.write('new', written, now);
    await book.settled();
    kept.setItem('huiyin:draft:me:plain', JSON.stringify({ at: now, value: written }));
    kept.setItem('huiyin:draft:other:plain', JSON.stringify({ at: now, value: written }));
    const again = await mine(kept);
    expect(again.read('new')).toEqual(written);
    expect(Object.keys(kept)).toEqual(['huiyin:draft:me:new']);
    again.clear();
    expect(Object.keys(kept)).toEqual([]);
  });

  test('without a key nothing is kept, and the form still holds it', async () => {
    const kept = storage();
    const book = await DraftBook.open('me', null, kept, now);
    book.write('registration', written, now);
    await book.settled();
    expect(Object.keys(kept)).toEqual([]);
    expect(book.read('registration')).toEqual(written);
  });
});
