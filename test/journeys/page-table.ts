import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isTest, root, trackedFiles } from '../harness/source-tree.ts';

/* The addresses that exist, read from where they are declared: a new page cannot be forgotten. */

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Pages for outside lie in folders called `field`, and their addresses begin with it. */
const outside = (file: string): boolean => /(^|\/)field\//.test(file);

/** Patterns of the console's routers, without the one for what is missing. */
export const consolePages = (): string[] =>
  trackedFiles()
    .filter((file) => /^console\/.*\broutes\.tsx?$/.test(file))
    .flatMap((file) =>
      read(file)
        .split(/\bpath: '/)
        .slice(1)
        .map((text) => {
          const [pattern = ''] = text.split("'", 1);
          const page = /import\('([^']+)'\)/.exec(text)?.[1] ?? '';
          return outside(file) || outside(page) ? `field/${pattern}` : pattern;
        }),
    )
    .filter((pattern) => pattern !== '*');

/** `app.get('/rights', hidden, …)`: a page of the portal answers GET and stands in no API description. */
const declared = /\.get(?:<[^()]*?>)?\(\s*(['"`])([^'"`]+)\1,\s*(?:\{ \.\.\.)?hidden\b/gs;

/** Patterns of the citizens' pages; files that are downloaded end in their kind and are left out. */
export const portalPages = (): string[] =>
  trackedFiles()
    .filter((file) => /^src\/(portal|capabilities\/[^/]+\/([^/]+\/)?pages)\/.*\.tsx?$/.test(file))
    .filter((file) => !isTest(file))
    .flatMap((file) => [...read(file).matchAll(declared)].map(([, , pattern = '']) => pattern))
    .filter((pattern) => !/\.(pdf|css|js|ico|svg|png|ics|atom|json|csv)$|:file/.test(pattern));
