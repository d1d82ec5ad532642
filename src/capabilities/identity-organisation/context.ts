import type { Database, Tx } from '../../platform/database/index.ts';
import type { MasterKeys } from '../../platform/vault/index.ts';
import { identityKeys, type IdentityKeys } from './secrets.ts';
import { SessionCache } from './session-cache.ts';

/** Single sign-on by OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Where the provider sends people back to: `https://…/api/v1/session/oidc/callback`. */
  readonly redirectUri: string;
  /** The claim that names the person here; `preferred_username` unless told. */
  readonly claim?: string;
}

/** A message to one member of staff about somebody's account. */
export interface StaffNotice {
  /** Whose account: the stream of the message. */
  readonly about: string;
  readonly userId: string;
  /** The unit in which the receiver reads it. */
  readonly unitId: string;
  readonly template: 'accusation-post-given' | 'accusation-account-opened';
  readonly params: { readonly holder: string; readonly person: string };
}

type TellStaff = (tx: Tx, notice: StaffNotice) => Promise<void>;

export interface IdentityOptions {
  readonly database: Database;
  readonly masterKeys: MasterKeys;
  /** False only where single sign-on or local rules make up for it. */
  readonly requireSecondFactor?: boolean;
  readonly oidc?: OidcSettings;
  /** How many open petitions a unit holds; without it no unit ends without a successor. */
  readonly countOpenPetitions?: (tx: Tx, unitId: string) => Promise<number>;
  /** Sends a message inside the program; without it nobody is told. */
  readonly tellStaff?: TellStaff;
}

/** What every command of this capability works with. */
export interface IdentityContext {
  readonly database: Database;
  readonly keys: IdentityKeys;
  readonly requireSecondFactor: boolean;
  readonly oidc: OidcSettings | undefined;
  readonly countOpenPetitions: ((tx: Tx, unitId: string) => Promise<number>) | undefined;
  readonly tellStaff: TellStaff | undefined;
  readonly sessions: SessionCache;
}

/**
 * Prepares the capability.
 * @param options the database, the keys and the rules of signing in
 */
export const createIdentity = (options: IdentityOptions): IdentityContext => ({
  database: options.database,
  keys: identityKeys(options.masterKeys),
  requireSecondFactor: options.requireSecondFactor ?? true,
  oidc: options.oidc,
  countOpenPetitions: options.countOpenPetitions,
  tellStaff: options.tellStaff,
  sessions: new SessionCache(),
});
