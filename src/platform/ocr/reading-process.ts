import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import { boundMemory, boundProcess } from '../processes/bounded.ts';
import { readingLimits } from './limits.ts';
import { dotsPerInch, openPage } from './page-picture.ts';
import { plainText } from './plain-text.ts';

/** What the reader sends to its process. */
export interface ReadingRequest {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** From 1. */
  readonly page: number;
  /** Resident bytes at which the process ends itself. */
  readonly memory: number;
}

export type ReadingAnswer =
  | { readonly ok: true; readonly text: string; readonly pages: number }
  | { readonly ok: false; readonly fault: 'no-page' | 'unreadable'; readonly pages: number };

const answer = (message: ReadingAnswer | 'ready'): void => void process.send?.(message);

/** The model lies in a package: nothing is fetched, nothing is written. */
const models = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json')),
  '4.0.0',
);

let reader: Promise<Worker> | undefined;

async function startReader(): Promise<Worker> {
  const worker = await createWorker('chi_sim', 1, { langPath: models, cacheMethod: 'none' });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.AUTO,
    preserve_interword_spaces: '1',
    user_defined_dpi: String(dotsPerInch),
  });
  return worker;
}

async function read({ bytes, mediaType, page }: ReadingRequest): Promise<ReadingAnswer> {
  const opened = await openPage(Buffer.from(bytes), mediaType, page);
  if (opened === null) return { ok: false, fault: 'no-page', pages: 0 };
  const { pages } = opened;
  if (opened.kind === 'text') return { ok: true, text: plainText(opened.text), pages };
  reader ??= startReader();
  const { data } = await (await reader).recognize(opened.picture, {}, { text: true });
  const characters = data.text.match(/\p{sc=Han}/gu)?.length ?? 0;
  const isRead =
    data.confidence >= readingLimits.leastSure && characters >= readingLimits.leastCharacters;
  return isRead
    ? { ok: true, text: plainText(data.text), pages }
    : { ok: false, fault: 'unreadable', pages };
}

boundProcess();

process.on('message', (request: ReadingRequest) => {
  boundMemory(request.memory);
  read(request).then(answer, () => answer({ ok: false, fault: 'unreadable', pages: 0 }));
});

sharp.cache(false);
sharp.concurrency(1);
answer('ready');
