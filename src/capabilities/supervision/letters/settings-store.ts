import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { LettersSettings } from './settings.ts';

export interface LettersSettingRow {
  readonly unit: string;
  readonly streamId: string;
  readonly settings: LettersSettings;
  readonly version: number;
}

export const findLettersSettings = async (
  tx: Tx,
  unit: string,
): Promise<LettersSettingRow | null> =>
  (
    await run<LettersSettingRow>(tx, {
      name: 'letters.settings',
      text: `SELECT unit_id AS unit, stream_id AS "streamId", settings, version
               FROM letters_setting WHERE unit_id = $1`,
      values: [unit],
    })
  )[0] ?? null;

export function writeLettersSettings(tx: Tx, row: LettersSettingRow): void {
  send(tx, {
    name: 'letters.write-settings',
    text: `INSERT INTO letters_setting (unit_id, stream_id, settings, version)
           VALUES ($1, $2, $3::jsonb, $4)
           ON CONFLICT (unit_id) DO UPDATE
             SET stream_id = excluded.stream_id, settings = excluded.settings,
                 version = excluded.version`,
    values: [row.unit, row.streamId, JSON.stringify(row.settings), row.version],
  });
}
