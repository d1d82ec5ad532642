/** The sentences that stop a start. Each is complete: what is wrong, and what to do. */
const sentences = {
  'setting-not-a-port': {
    zh: '设置 {name}={value} 不是端口号，请填写 0 至 65535 之间的整数，0 表示任选一个空闲端口。',
    en: 'The setting {name}={value} is not a port; give a whole number from 0 to 65535, where 0 takes any free port.',
  },
  'setting-not-a-url': {
    zh: '设置 {name} 不是有效的地址，应以 {schemes} 开头。',
    en: 'The setting {name} is not a valid address; it must begin with {schemes}.',
  },
  'setting-not-a-choice': {
    zh: '设置 {name}={value} 无效，可选值为：{choices}。',
    en: 'The setting {name}={value} is not valid; choose one of {choices}.',
  },
  'setting-not-hosts': {
    zh: '设置 {name} 中的 {value} 不是主机名，请用逗号分隔主机名，可带端口。',
    en: 'In the setting {name}, {value} is not a host; list hosts separated by commas, each with or without a port.',
  },
  'setting-not-memory': {
    zh: '设置 {name}={value} 无效，请填写内存大小，如 512MB 或 2GB。',
    en: 'The setting {name}={value} is not an amount of memory such as 512MB or 2GB.',
  },
  'setting-not-a-proxy': {
    zh: '设置 TRUSTED_PROXY 中的 {value} 不是 IP 地址、网段或 loopback。',
    en: 'In the setting TRUSTED_PROXY, {value} is not an IP address, a network or the word loopback.',
  },
  'setting-needs-another': {
    zh: '设置了 {name}，还必须设置 {other}。',
    en: 'The setting {name} needs {other} beside it.',
  },
  'file-unreadable': {
    zh: '设置 {name} 所指的文件 {value} 无法读取。',
    en: 'The file {value} named by the setting {name} cannot be read.',
  },
  'folder-unreadable': {
    zh: '设置 {name} 所指的文件夹 {value} 无法读取。',
    en: 'The folder {value} named by the setting {name} cannot be read.',
  },
  'open-without-tls': {
    zh: '监听地址 {value} 不是本机地址，必须同时设置 TLS_CERT_FILE 和 TLS_KEY_FILE，或用 TRUSTED_PROXY 声明前置代理。',
    en: 'The address HOST={value} can be reached from outside; set TLS_CERT_FILE and TLS_KEY_FILE, or declare the proxy in front with TRUSTED_PROXY.',
  },
  'metrics-port-taken': {
    zh: 'METRICS_PORT 与 PORT 相同（{value}），指标必须使用单独的端口。',
    en: 'METRICS_PORT and PORT are both {value}; metrics stand on a port of their own.',
  },
  'connection-unverified': {
    zh: '设置 {name} 连接的是其他主机，必须使用经过验证的 TLS，不接受 {value}。',
    en: 'The setting {name} leads to another host, where TLS must be verified; {value} is not accepted.',
  },
  'data-dir-unreachable': {
    zh: '以 root 运行时，数据库改用用户 {user}，而它无法进入数据目录 {value}；请把 DATA_DIR 设在该用户能进入的位置。',
    en: 'Run as root, the database works as the user {user}, who cannot enter the data directory {value}; set DATA_DIR to a place which that user can enter.',
  },
  'data-dir-unwritable': {
    zh: '数据目录 {value} 无法写入，请检查权限和磁盘空间。',
    en: 'The data directory {value} cannot be written; check its permissions and the free space.',
  },
  'no-unprivileged-user': {
    zh: '不能以 root 运行数据库，系统中也没有 huiyin、postgres 或 nobody 用户；请改用普通用户启动，或设置 DATABASE_URL。',
    en: 'The database does not run as root, and the system has no user huiyin, postgres or nobody; start as an ordinary user or set DATABASE_URL.',
  },
  'no-binaries': {
    zh: '没有适合本机（{value}）的内置 PostgreSQL，请设置 DATABASE_URL 使用自有数据库。',
    en: 'There is no embedded PostgreSQL for this machine ({value}); set DATABASE_URL to a server of your own.',
  },
  'database-start-failed': {
    zh: '内置数据库未能启动，详情见 {log}：{reason}',
    en: 'The embedded database did not start; see {log}: {reason}',
  },
  'database-unreachable': {
    zh: '无法连接数据库（{host}）：{reason}',
    en: 'The database at {host} cannot be reached: {reason}',
  },
  'database-starting': {
    zh: '进程 {pid} 正在启动数据目录 {value} 中的数据库，请稍后再试。',
    en: 'Process {pid} is just starting the database in {value}; try again in a moment.',
  },
  'server-missing': {
    zh: '数据目录 {value} 没有正在运行的服务器，后台进程不单独启动。',
    en: 'No server runs on {value}; the worker does not start alone.',
  },
  'database-too-old': {
    zh: '数据库版本为 {value}，至少需要 PostgreSQL 15。',
    en: 'The database server is PostgreSQL {value}; version 15 or newer is needed.',
  },
  'data-dir-in-use': {
    zh: '数据目录 {value} 正由另一个进程（{pid}）使用，请先停止它，或另设 DATA_DIR。',
    en: 'The data directory {value} is in use by another process ({pid}); stop it first or set another DATA_DIR.',
  },
  'foreign-postgres': {
    zh: '进程 {pid} 声称使用数据目录 {value}，但其目录或系统标识不符，未予接管；请检查后停止该进程。',
    en: 'Process {pid} claims the data directory {value}, but its directory or system identifier differs, so it was not adopted; look into it and stop it.',
  },
  'password-missing': {
    zh: '数据目录 {value} 中已有数据库，但密码文件 {file} 丢失，请从备份恢复该文件。',
    en: 'The data directory {value} holds a database, but its password file {file} is missing; restore that file from the backup.',
  },
  'login-too-powerful': {
    zh: 'DATABASE_URL 的登录用户 {user} 是超级用户或可绕过行级安全，请改用 huiyin_app。',
    en: 'The login {user} in DATABASE_URL is a superuser or bypasses row-level security; use huiyin_app.',
  },
  'login-without-roles': {
    zh: 'DATABASE_URL 的登录用户 {user} 不是 huiyin_write、huiyin_read、huiyin_statistics 的成员，请改用 huiyin_app。',
    en: 'The login {user} in DATABASE_URL is not a member of huiyin_write, huiyin_read and huiyin_statistics; use huiyin_app.',
  },
  'migration-changed': {
    zh: '数据库已执行的迁移 {value} 与本程序中的内容不同，请使用原来的程序版本。',
    en: 'The migration {value} was applied with another content than this program has; use the program version that applied it.',
  },
  'migration-unknown': {
    zh: '数据库中有本程序不认识的迁移 {value}，数据库比程序新，请升级程序。',
    en: 'The database holds the migration {value}, which this program does not know: the database is newer; upgrade the program.',
  },
  'migration-half': {
    zh: '迁移 {value} 只执行了一部分，请运行 npm run migrate 完成，或从备份恢复。',
    en: 'The migration {value} was left half done; finish it with npm run migrate or restore the backup.',
  },
  'migration-missing': {
    zh: '数据库缺少迁移 {value}，请设置 DATABASE_OWNER_URL 并运行 npm run migrate。',
    en: 'The database lacks the migration {value}; set DATABASE_OWNER_URL and run npm run migrate.',
  },
  'migration-failed': {
    zh: '迁移 {value} 失败，没有留下改动：{reason}',
    en: 'The migration {value} failed and left no change: {reason}',
  },
  'clock-skew': {
    zh: '本机时钟与数据库时钟相差 {value} 秒，超过 2 秒，请先校准时间。',
    en: 'The clock of this machine and that of the database differ by {value} seconds, more than 2; set the time first.',
  },
  'port-in-use': {
    zh: '端口 {value}（{name}）已被其他程序占用，请更换 {name}。',
    en: 'The port {value} ({name}) is taken by another program; set another {name}.',
  },
  'distribute-without-citus': {
    zh: '数据库没有 Citus 扩展，无法分布；请先在各节点安装 Citus 并执行 CREATE EXTENSION citus。',
    en: 'The database lacks the Citus extension, so nothing can be distributed; install Citus on all nodes and run CREATE EXTENSION citus.',
  },
  'distribute-not-empty': {
    zh: '表 {value} 已有数据，只能分布空数据库；请用备份恢复到新的集群。',
    en: 'The table {value} holds rows; only an empty database can be distributed. Restore the backup into the new cluster instead.',
  },
  'distribute-needs-owner': {
    zh: '分布数据库需要设置 DATABASE_URL 和 DATABASE_OWNER_URL；内置数据库不能分布。',
    en: 'Distributing needs DATABASE_URL and DATABASE_OWNER_URL; the embedded database cannot be distributed.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type StartProblemCode = keyof typeof sentences;

/** One reason why the program does not start, with its sentence in both languages. */
export type StartProblem = {
  readonly code: StartProblemCode;
  readonly zh: string;
  readonly en: string;
};

/**
 * Words a start problem.
 * @param code the stable code of the sentence
 * @param params values for the placeholders of the sentence; never a password or a whole URL
 */
export const startProblem = (
  code: StartProblemCode,
  params: Readonly<Record<string, string | number>> = {},
): StartProblem => {
  const fill = (sentence: string): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));
  return { code, zh: fill(sentences[code].zh), en: fill(sentences[code].en) };
};

/** The failing side of a Result that stops the start. */
export const refuseStart = (
  code: StartProblemCode,
  params: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly refusal: StartProblem } => ({
  ok: false,
  refusal: startProblem(code, params),
});
