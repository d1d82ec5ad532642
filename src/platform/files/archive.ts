import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { UploadLimits } from './limits.ts';

/** What an archive turned out to be. */
export type ArchiveVerdict = 'docx' | 'xlsx' | 'other' | 'macro' | 'bomb' | 'damaged';

/** No document of an office packs two hundred to one; deflate reaches a thousand. */
const LARGEST_RATIO = 200;
/** Below this nothing is a bomb, however well it packs. */
const HARMLESS_BYTES = 20 * 1024 * 1024;
const XML_ENTRY = /\.(?:xml|rels|vml)$/i;
const MACRO_ENTRY =
  /(?:^|\/)(?:vbaproject[^/]*\.bin|vbadata\.xml|activex\/[^/]+|macrosheets\/[^/]+)$/i;
const MACRO_TYPE = /macroEnabled/i;
/** Office files have no document type; with one, entities can unfold without bound. */
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY)/i;
const OVERLAP = 16;

class Verdict extends Error {
  readonly verdict: ArchiveVerdict;

  constructor(verdict: ArchiveVerdict) {
    super(verdict);
    this.verdict = verdict;
  }
}

/**
 * Reads a ZIP as a hostile one: the sizes that it declares are checked first, then every entry is
 * really unpacked, counted and thrown away, because declared sizes can lie and entries overlap.
 *
 * @param bytes the whole archive
 * @param limits how much it may hold
 * @returns what it is; `bomb` and `damaged` as soon as that is sure
 */
export async function inspectArchive(bytes: Buffer, limits: UploadLimits): Promise<ArchiveVerdict> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      // Sizes are counted below, where a lie is told from a damage.
      validateEntrySizes: false,
    });
  } catch {
    return 'damaged';
  }
  try {
    return await judge(zip, bytes.length, limits);
  } catch (error) {
    return error instanceof Verdict ? error.verdict : 'damaged';
  } finally {
    zip.close();
  }
}

async function judge(zip: ZipFile, size: number, limits: UploadLimits): Promise<ArchiveVerdict> {
  if (zip.entryCount > limits.archiveEntries) throw new Verdict('bomb');
  const entries = await listEntries(zip, limits);
  const largest = Math.min(limits.unpackedBytes, Math.max(HARMLESS_BYTES, size * LARGEST_RATIO));
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > largest) throw new Verdict('bomb');
  if (entries.some((entry) => entry.isEncrypted())) throw new Verdict('other');
  const kind = kindOf(entries.map((entry) => entry.fileName));
  let unpacked = 0;
  for (const entry of entries) unpacked += await unpack(zip, entry, largest - unpacked);
  return kind;
}

function kindOf(names: readonly string[]): ArchiveVerdict {
  if (names.some((name) => MACRO_ENTRY.test(name))) return 'macro';
  if (!names.includes('[Content_Types].xml')) return 'other';
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : 'other';
}

async function listEntries(zip: ZipFile, limits: UploadLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    // The count in the directory can lie as well.
    if (entries.length > limits.archiveEntries) throw new Verdict('bomb');
  }
  return entries;
}

async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  if (entry.fileName.endsWith('/')) return 0;
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  const isXml = XML_ENTRY.test(entry.fileName);
  const isTypes = entry.fileName === '[Content_Types].xml';
  let unpacked = 0;
  let tail = '';
  for await (const piece of stream) {
    unpacked += piece.length;
    if (unpacked > room || unpacked > entry.uncompressedSize) throw new Verdict('bomb');
    if (!isXml) continue;
    // Without the zero bytes UTF-16 reads like the rest; the tail joins what the pieces cut.
    const text = tail + piece.toString('latin1').replaceAll('\0', '');
    if (DOCUMENT_TYPE.test(text)) throw new Verdict('bomb');
    if (isTypes && MACRO_TYPE.test(text)) throw new Verdict('macro');
    tail = text.slice(-OVERLAP);
  }
  return unpacked;
}
