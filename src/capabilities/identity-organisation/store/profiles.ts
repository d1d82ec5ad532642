import type { LocalProfile } from '../../../kernel/local-profiles.ts';
import { run, type Tx } from '../../../platform/database/index.ts';
import type { Profile } from '../contract.ts';

/** Every profile, ended ones too: what applied once is still asked for. */
export const loadProfiles = (tx: Tx): Promise<readonly Profile[]> =>
  run<Profile>(tx, {
    name: 'profile.all',
    text: `SELECT profile_id AS id, name, source, certainty, region_code AS "regionCode",
                  to_char(from_date, 'YYYY-MM-DD') AS "from", to_char(to_date, 'YYYY-MM-DD') AS "to",
                  units, channels, categories, limits
             FROM local_profile ORDER BY from_date, name, profile_id`,
    values: [],
  });

export const insertProfile = async (tx: Tx, profile: Profile): Promise<void> => {
  await run(tx, {
    name: 'profile.insert',
    text: `INSERT INTO local_profile (profile_id, name, source, certainty, region_code, from_date,
                                      to_date, units, channels, categories, limits)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb)`,
    values: [
      profile.id,
      profile.name,
      profile.source,
      profile.certainty,
      profile.regionCode,
      profile.from,
      profile.to,
      profile.units,
      profile.channels,
      profile.categories,
      JSON.stringify(profile.limits),
    ],
  });
};

export const endProfileOn = async (
  tx: Tx,
  profileId: string,
  lastDay: NonNullable<LocalProfile['to']>,
): Promise<void> => {
  await run(tx, {
    name: 'profile.end',
    text: 'UPDATE local_profile SET to_date = $2 WHERE profile_id = $1',
    values: [profileId, lastDay],
  });
};
