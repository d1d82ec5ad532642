import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellWords, type Catalogue } from '../../../portal/words/index.ts';
import { conclusionForms, demandOutcomes, paperKinds, statuses } from '../petition.ts';
import { petitionPageWords } from './words/index.ts';

const catalogues: Readonly<Record<string, Catalogue<string>>> = {
  shell: shellWords,
  petitions: petitionPageWords,
};

const fillingsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

const sourcesIn = (directory: string): string[] =>
  readdirSync(directory).flatMap((name) => {
    const file = path.join(directory, name);
    if (statSync(file).isDirectory()) return name === 'words' ? [] : sourcesIn(file);
    return /(?<!\.test)\.tsx?$/.test(name) ? [readFileSync(file, 'utf8')] : [];
  });

describe.each(Object.entries(catalogues))('the %s catalogue has no gaps', (_, catalogue) => {
  const keys = Object.keys(catalogue['zh-CN']);

  it('says everything in both languages, with the same fillings', () => {
    expect(Object.keys(catalogue.en).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) {
      const [zh = '', en = ''] = [catalogue['zh-CN'][key], catalogue.en[key]];
      expect([key, zh.trim() !== '', en.trim() !== '']).toEqual([key, true, true]);
      expect([key, fillingsOf(en)]).toEqual([key, fillingsOf(zh)]);
      // The one English sentence that leads back to Chinese is Chinese.
      if (key !== 'site.language') expect([key, /\p{sc=Han}/u.test(en)]).toEqual([key, false]);
    }
  });

  it('never says “system error”', () => {
    const all = keys.flatMap((key) => [catalogue['zh-CN'][key], catalogue.en[key]]).join('\n');
    expect(all).not.toMatch(/系统错误|system error|非法|异常/i);
  });
});

describe('the catalogues and the pages agree', () => {
  it('every state of a petition has its words', () => {
    const wanted = [
      ...statuses.flatMap((status) => [`status.${status}`, `next.${status}`]),
      ...paperKinds.map((kind) => `paper.${kind}`),
      ...conclusionForms.map((form) => `form.${form}`),
      ...demandOutcomes.map((outcome) => `outcome.${outcome}`),
    ];
    expect(wanted.filter((key) => !(key in petitionPageWords.en))).toEqual([]);
  });

  it('no page holds words of its own', () => {
    const here = import.meta.dirname;
    const sources = [
      ...sourcesIn(path.join(here, 'submit')),
      ...sourcesIn(path.join(here, 'progress')),
      ...sourcesIn(path.resolve(here, '../../../portal/pages')),
    ];
    expect(sources.length).toBeGreaterThan(15);
    expect(sources.filter((source) => /\p{sc=Han}/u.test(source))).toEqual([]);
  });
});
