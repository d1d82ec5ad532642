import { run, type Tx } from '../../../platform/database/index.ts';

/** A choice of the installation; nothing when it was never made. */
export const findSetting = async (tx: Tx, key: string): Promise<unknown> => {
  const rows = await run<{ value: unknown }>(tx, {
    name: 'setting.find',
    text: 'SELECT value FROM setting WHERE key = $1',
    values: [key],
  });
  return rows[0]?.value;
};

export const putSetting = async (tx: Tx, key: string, value: unknown): Promise<void> => {
  await run(tx, {
    name: 'setting.put',
    text: `INSERT INTO setting (key, value) VALUES ($1, $2::jsonb)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    values: [key, JSON.stringify(value)],
  });
};

/** The content that the organisation has now. */
export const getVersion = async (tx: Tx): Promise<string> => {
  const rows = await run<{ version: string }>(tx, {
    name: 'organisation.version',
    text: 'SELECT version FROM organisation_version',
    values: [],
  });
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('the organisation has no version');
  return version;
};

/** Draws a new version and locks the organisation until the end of the transaction. */
export const renewVersion = async (tx: Tx): Promise<void> => {
  await run(tx, {
    name: 'organisation.renew',
    text: 'UPDATE organisation_version SET version = gen_random_uuid()',
    values: [],
  });
};
