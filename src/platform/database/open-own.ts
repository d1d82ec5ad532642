import { ok, type Result } from '../../kernel/result.ts';
import { refuseStart, startProblem, type StartProblem } from '../config/problems.ts';
import { setAppPassword, withClient } from './cluster-database.ts';
import type { Standing } from './standing.ts';

/** The oldest server whose row-level security and grants the migrations use. */
const oldestVersion = 150_000;

/**
 * Connects to a server of the operator's own.
 * @param at the app login's address and, where this program may migrate, the owner's
 * @returns where it stands; refused when it cannot be reached or is too old
 */
export const openOwn = async (at: {
  url: string;
  ownerUrl: string | undefined;
}): Promise<Result<Standing, StartProblem>> => {
  const { url, ownerUrl } = at;
  try {
    // The app login may not exist before the first migration, so the owner is asked where there is one.
    const version = await withClient(ownerUrl ?? url, async (client) => {
      const { rows } = await client.query<{ number: number; shown: string }>(
        `SELECT current_setting('server_version_num')::int AS number,
                current_setting('server_version') AS shown`,
      );
      return rows[0];
    });
    if (!version || version.number < oldestVersion)
      return refuseStart('database-too-old', { value: version?.shown ?? '?' });
  } catch (error) {
    return unreachable(ownerUrl ?? url, error);
  }
  return ok({
    url,
    ownerUrl,
    afterMigration: async () => {
      try {
        await passwordOfTheAppLogin(url, ownerUrl);
        return await judgeLogin(url);
      } catch (error) {
        return unreachable(url, error).refusal;
      }
    },
    leave: () => Promise.resolve(),
  });
};

const unreachable = (url: string, error: unknown) =>
  refuseStart('database-unreachable', {
    host: new URL(url).host || new URL(url).searchParams.get('host') || 'localhost',
    reason: error instanceof Error ? error.message || error.name : String(error),
  });

/** The migration makes huiyin_app without a password; DATABASE_URL says which one it shall have. */
const passwordOfTheAppLogin = async (url: string, ownerUrl: string | undefined): Promise<void> => {
  const { username, password } = new URL(url);
  if (ownerUrl && username === 'huiyin_app' && password !== '')
    await withClient(ownerUrl, (client) => setAppPassword(client, decodeURIComponent(password)));
};

/** the login must be able to become each working role, and nothing more. */
const judgeLogin = (url: string): Promise<StartProblem | undefined> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ login: string; powerful: boolean; member: boolean }>(
      `SELECT rolname AS login, rolsuper OR rolbypassrls AS powerful,
              pg_has_role(rolname, 'huiyin_write', 'MEMBER')
                AND pg_has_role(rolname, 'huiyin_read', 'MEMBER')
                AND pg_has_role(rolname, 'huiyin_statistics', 'MEMBER') AS member
         FROM pg_roles WHERE rolname = current_user`,
    );
    const [role] = rows;
    if (!role) return undefined;
    if (role.powerful) return startProblem('login-too-powerful', { user: role.login });
    return role.member ? undefined : startProblem('login-without-roles', { user: role.login });
  });
