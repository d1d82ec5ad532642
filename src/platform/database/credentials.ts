import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const shape = z.object({ admin: z.string(), app: z.string() });

/** The passwords of the embedded database, which nobody types. */
export type Credentials = z.output<typeof shape>;

export const credentialsFile = (dataDir: string): string => path.join(dataDir, 'database.json');

export const findCredentials = async (dataDir: string): Promise<Credentials | undefined> => {
  const text = await readFile(credentialsFile(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
};

/** Draws the passwords and makes them durable before a database depends on them. */
export const makeCredentials = async (dataDir: string): Promise<Credentials> => {
  const credentials = {
    admin: randomBytes(24).toString('hex'),
    app: randomBytes(24).toString('hex'),
  };
  const draft = `${credentialsFile(dataDir)}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(credentials));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, credentialsFile(dataDir));
  return credentials;
};
