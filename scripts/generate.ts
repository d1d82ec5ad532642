import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { committed, generatedFiles } from './generated-files.ts';
import { withScratchDatabase } from './scratch-database.ts';

/** `npm run generate` writes all generated files; `-- --check` only says which are stale. */
const check = process.argv.includes('--check');
const root = path.resolve(import.meta.dirname, '..');

const stale = await withScratchDatabase(async (url) => {
  const found: string[] = [];
  for (const { path: file, make } of generatedFiles) {
    const wanted = await make(url);
    if (wanted === (await committed(file))) continue;
    found.push(file);
    if (!check) await writeFile(path.join(root, file), wanted);
  }
  return found;
});

if (stale.length === 0) process.stdout.write('All generated files are up to date.\n');
for (const file of stale) process.stdout.write(`${check ? 'stale' : 'written'}: ${file}\n`);
if (check && stale.length > 0) {
  process.stdout.write('Run `npm run generate` and commit.\n');
  process.exitCode = 1;
}
