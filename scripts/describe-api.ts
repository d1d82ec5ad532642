import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeCore } from '../src/main/core.ts';
import { composeServer } from '../src/main/server.ts';
import { seedCalendar } from '../src/platform/calendar/index.ts';
import { createDatabase } from '../src/platform/database/index.ts';
import { UploadInspector } from '../src/platform/files/index.ts';
import { LetterReader } from '../src/platform/ocr/index.ts';
import { committedDescription } from '../src/platform/http/index.ts';
import { jsonText } from './json-text.ts';
import { createMasterKeyFile, loadMasterKeys } from '../src/platform/vault/index.ts';

/**
 * The API of the composed server as OpenAPI 3.1.
 * @param url an owner login on a migrated database
 * @returns the text of openapi.json
 */
export const describeApi = async (url: string): Promise<string> => {
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-api-'));
  const keyFile = path.join(home, 'master.key');
  createMasterKeyFile(keyFile);
  const db = createDatabase({ url });
  const inspector = new UploadInspector();
  const reader = new LetterReader();
  const keys = loadMasterKeys(keyFile);
  try {
    await seedCalendar(db);
    const core = await composeCore({ db, keys, dataDir: home, publicUrl: 'http://127.0.0.1:3000' });
    const app = await composeServer({
      core,
      config: { tls: undefined, trustedProxy: [] },
      inspector,
      reader,
      migrations: [],
      onNewCalendar: () => Promise.resolve(),
    });
    await app.ready();
    const api = committedDescription(app);
    await app.close();
    core.stop();
    return `${jsonText(api)}\n`;
  } finally {
    inspector.close();
    reader.close();
    await db.close();
    await rm(home, { recursive: true, force: true });
  }
};
