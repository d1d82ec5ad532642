import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import { mayAtUnit } from '../policy.ts';
import { usualSettings, type DisputeSettings, type SettingsView } from '../settings.ts';
import { findSettings } from '../settings-store.ts';

/** What an office has set, or what every office begins with; version 0 is the latter. */
export async function settingsOf(
  tx: Tx,
  office: string,
): Promise<{ readonly settings: DisputeSettings; readonly version: number }> {
  const row = await findSettings(tx, office);
  return row === null
    ? { settings: usualSettings, version: 0 }
    : { settings: row.settings, version: row.version };
}

/** The settings of the office that answers for the reader's place. */
export const openSettings = (deps: DisputeDeps, actor: StaffActor): Promise<SettingsView> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const own = organisation.find(actor.unitId);
    const office = (own && organisation.petitionOfficeOf(own.regionCode)) ?? '';
    const { settings, version } = await settingsOf(tx, office);
    const mayChange = office === actor.unitId && mayAtUnit(actor, 'dispute.administer');
    return { ...settings, version, mayChange };
  });
