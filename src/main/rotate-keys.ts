import { Client } from 'pg';
import { indexedValuesOfPerson } from '../capabilities/petitions/index.ts';
import { clientConfig } from '../platform/database/index.ts';
import {
  addMasterKeyVersion,
  loadMasterKeys,
  rotateMasterKey,
  Vault,
} from '../platform/vault/index.ts';
import { openSecurityLog } from '../platform/log/security-log.ts';
import { openAll, securityLogFile } from './open.ts';
import { wrappedTables } from './wrapped-tables.ts';

const uuid = /^[0-9a-f-]{36}$/;

/**
 * `npm run rotate-keys`: a new master key, every case key wrapped by it, every blind index made
 * again. It takes the place of the server, so that nobody writes under the old key meanwhile; an
 * interrupted run goes on where it stopped with `--resume`.
 * @returns the exit code
 */
export async function runRotateKeys(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  write: (text: string) => unknown,
): Promise<number> {
  const opened = await openAll(env, 'server');
  if (!opened.ok) {
    for (const { zh, en } of opened.refusal) write(`${zh}\n${en}\n`);
    return 1;
  }
  const { database, config } = opened.value;
  const { ownerUrl } = database.db;
  if (ownerUrl === undefined) {
    write('更换密钥需要设置 DATABASE_OWNER_URL。\nRotating keys needs DATABASE_OWNER_URL.\n');
    await database.close();
    return 1;
  }
  const client = new Client(clientConfig(ownerUrl));
  await client.connect();
  const security = await openSecurityLog(securityLogFile(config));
  try {
    if (!args.includes('--resume')) addMasterKeyVersion(config.masterKeyFile, config.cipherSuite);
    const keys = loadMasterKeys(config.masterKeyFile);
    const done = await rotateMasterKey(client, new Vault(keys), keys, {
      // A person lies under a random id, like other texts: what was opened tells which it is.
      isIdentity: (id) => uuid.test(id),
      indexedValuesOf: (_, value) => indexedValuesOfPerson(value),
      tables: wrappedTables,
      onProgress: (count, left) => write(`\r${count} / ${count + left}`),
    });
    await security.record({
      action: 'key-rotation',
      actor: 'system:rotate-keys',
      outcome: 'done',
      subject: `version-${keys.current}`,
    });
    write(
      `\n已用新密钥（第 ${keys.current} 版）重新加封 ${done} 件。请备份密钥文件 ${config.masterKeyFile}。\n`,
    );
    write(
      `${done} cases are under the new key (version ${keys.current}). Back up ${config.masterKeyFile}.\n`,
    );
    return 0;
  } finally {
    await security.close();
    await client.end();
    await database.close();
  }
}
