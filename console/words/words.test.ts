import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { fill, wordFor } from './words.ts';
import { zh } from './zh.ts';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${at}${key}`, value] as [string, string]]
      : flat(value, `${at}${key}.`),
  );
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

const chinese = new Map(flat(zh));
const english = new Map(flat(en));
const consoleFolder = path.resolve(import.meta.dirname, '..');
const sources = readdirSync(consoleFolder, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    /\.tsx?$/.test(name) &&
    !name.startsWith('words/') &&
    !name.startsWith('dev/') &&
    !name.includes('.test.'),
);
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');

describe('W-1 zh-CN and English are complete', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('leave nothing empty but what is empty on purpose', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty.map(([key]) => key)).toEqual(['fields.help.none', 'fields.help.none']);
  });

  it('name the same facts in both languages', () => {
    const unlike = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  it('speak English in English', () => {
    const han = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(han.map(([key]) => key)).toEqual(['shell.language.zh']);
  });

  it('keep every Chinese word out of the components', () => {
    const allowed = /[年月日点时分半、（）]/gu;
    const found = sources.filter((name) =>
      /\p{Script=Han}/u.test(
        withoutComments(readFileSync(path.join(consoleFolder, name), 'utf8')).replaceAll(
          allowed,
          '',
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  it('keep every English word out of the markup', () => {
    const found = sources
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => {
        const text = withoutComments(readFileSync(path.join(consoleFolder, name), 'utf8'));
        return [
          ...text.matchAll(
            /(?:placeholder|title|alt|aria-label)="[^"]+"|>\s*[A-Z][a-z]+ ?[a-z ]*\s*<\//g,
          ),
        ].map(([hit]) => `${name}: ${hit}`);
      });
    expect(found).toEqual([]);
  });
});

describe('words', () => {
  it('fill sentences and leave out what is not known', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and ');
  });

  it('show a code that they do not know', () => {
    expect(wordFor({ known: 'yes' }, 'newer')).toBe('newer');
  });
});
