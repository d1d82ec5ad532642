import path from 'node:path';
import { z } from 'zod';
import { ok, type Result } from '../../kernel/result.ts';
import { isLoopback } from './hosts.ts';
import { startProblem, type StartProblem } from './problems.ts';
import {
  choiceSetting,
  databaseSetting,
  fileSetting,
  folderSetting,
  hostsSetting,
  mailSetting,
  memorySetting,
  portSetting,
  problemsOf,
  proxySetting,
  webSetting,
} from './settings.ts';

/** One wrong setting, as a sentence in both languages. */
export type ConfigProblem = StartProblem;

/** All settings, read and checked. Paths are absolute. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Metrics stand on a port of their own, on loopback. */
  readonly metricsPort: number;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Addresses and networks of the proxies in front; empty when there are none. */
  readonly trustedProxy: readonly string[];
  /** The address under which citizens reach the office, without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** Whether the operator chose `dataDir`; a chosen one is never replaced. */
  readonly dataDirChosen: boolean;
  readonly masterKeyFile: string;
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'own'; readonly url: string; readonly ownerUrl: string | undefined };
  /** Memory that the embedded database keeps for itself, as PostgreSQL writes it. */
  readonly databaseMemory: string;
  /** Folder with the office's own fonts for papers; without it those that come along are used. */
  readonly fontDir: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly smsGatewayUrl: string | undefined;
  /** Whose name mails bear: `County petition office <petitions@county.gov.cn>`. */
  readonly mailFrom: string | undefined;
  /** Path or host:port of clamd; without it uploads are not scanned. */
  readonly clamavSocket: string | undefined;
  /** Staff sign in with a second factor unless the operator says `no`. */
  readonly requireSecondFactor: boolean;
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined;
  /** Hosts that the program may call out to, as `host` or `host:port`. */
  readonly outgoingAllow: readonly string[];
  readonly cipherSuite: 'international' | 'national';
  readonly logLevel: 'info' | 'debug' | 'warn' | 'error' | 'silent';
};

const settings = z.object({
  PORT: portSetting('PORT', 3000),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: portSetting('METRICS_PORT', 9464),
  TLS_CERT_FILE: fileSetting('TLS_CERT_FILE'),
  TLS_KEY_FILE: fileSetting('TLS_KEY_FILE'),
  TRUSTED_PROXY: proxySetting(),
  PUBLIC_URL: webSetting('PUBLIC_URL'),
  DATA_DIR: z.string().optional(),
  MASTER_KEY_FILE: z.string().optional(),
  DATABASE_URL: databaseSetting('DATABASE_URL'),
  DATABASE_OWNER_URL: databaseSetting('DATABASE_OWNER_URL'),
  DATABASE_MEMORY: memorySetting('DATABASE_MEMORY', '512MB'),
  FONT_DIR: folderSetting('FONT_DIR'),
  SMTP_URL: mailSetting('SMTP_URL'),
  SMS_GATEWAY_URL: webSetting('SMS_GATEWAY_URL'),
  MAIL_FROM: z.string().optional(),
  CLAMAV_SOCKET: z.string().optional(),
  REQUIRE_SECOND_FACTOR: choiceSetting('REQUIRE_SECOND_FACTOR', ['yes', 'no']),
  OIDC_ISSUER: webSetting('OIDC_ISSUER'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OUTGOING_ALLOW: hostsSetting('OUTGOING_ALLOW'),
  CIPHER_SUITE: choiceSetting('CIPHER_SUITE', ['international', 'national']),
  LOG_LEVEL: choiceSetting('LOG_LEVEL', ['info', 'debug', 'warn', 'error', 'silent']),
});

type Settings = z.output<typeof settings>;

/**
 * Reads the settings from the environment.
 * @param env the environment; an empty value counts as not set
 * @returns the settings, or every reason why they cannot be used: wrong values, an address open to
 *   others without TLS or a declared proxy
 */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly ConfigProblem[]> => {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) return { ok: false, refusal: problemsOf(parsed.error) };
  const problems = disagreements(parsed.data);
  return problems.length > 0 ? { ok: false, refusal: problems } : ok(toConfig(parsed.data));
};

/** Settings that are right one by one and wrong together. */
const disagreements = (given: Settings): readonly ConfigProblem[] => {
  const problems: ConfigProblem[] = [];
  const pair = (name: keyof Settings, other: keyof Settings): void => {
    if (given[name] !== undefined && given[other] === undefined)
      problems.push(startProblem('setting-needs-another', { name, other }));
  };
  pair('TLS_CERT_FILE', 'TLS_KEY_FILE');
  pair('TLS_KEY_FILE', 'TLS_CERT_FILE');
  pair('DATABASE_OWNER_URL', 'DATABASE_URL');
  pair('OIDC_ISSUER', 'OIDC_CLIENT_ID');
  pair('OIDC_ISSUER', 'OIDC_CLIENT_SECRET');
  pair('OIDC_CLIENT_ID', 'OIDC_ISSUER');
  const guarded = given.TLS_CERT_FILE !== undefined || given.TRUSTED_PROXY.length > 0;
  if (!isLoopback(given.HOST) && !guarded)
    problems.push(startProblem('open-without-tls', { value: given.HOST }));
  if (given.PORT !== 0 && given.PORT === given.METRICS_PORT)
    problems.push(startProblem('metrics-port-taken', { value: given.PORT }));
  return problems;
};

const toConfig = (given: Settings): Config => {
  const dataDir = path.resolve(given.DATA_DIR ?? './data');
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = given;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  return {
    port: given.PORT,
    host: given.HOST,
    metricsPort: given.METRICS_PORT,
    tls: certFile && keyFile ? { certFile, keyFile } : undefined,
    trustedProxy: given.TRUSTED_PROXY,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir,
    dataDirChosen: given.DATA_DIR !== undefined,
    masterKeyFile: path.resolve(given.MASTER_KEY_FILE ?? path.join(dataDir, 'master.key')),
    database: given.DATABASE_URL
      ? { kind: 'own', url: given.DATABASE_URL, ownerUrl: given.DATABASE_OWNER_URL }
      : { kind: 'embedded' },
    databaseMemory: given.DATABASE_MEMORY,
    fontDir: given.FONT_DIR,
    smtpUrl: given.SMTP_URL,
    smsGatewayUrl: given.SMS_GATEWAY_URL,
    mailFrom: given.MAIL_FROM,
    clamavSocket: given.CLAMAV_SOCKET,
    requireSecondFactor: given.REQUIRE_SECOND_FACTOR === 'yes',
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined,
    outgoingAllow: outgoing(given),
    cipherSuite: given.CIPHER_SUITE,
    logLevel: given.LOG_LEVEL,
  };
};

/** What the operator lists, and the gateways that the other settings name. */
const outgoing = (given: Settings): readonly string[] => {
  const gateways = [given.SMTP_URL, given.SMS_GATEWAY_URL, given.OIDC_ISSUER];
  return [
    ...given.OUTGOING_ALLOW,
    ...gateways.flatMap((url) => (url === undefined ? [] : [new URL(url).host])),
  ];
};
