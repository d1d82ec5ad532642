import { run, send, type Tx } from '../../platform/database/index.ts';
import type { DisputeSettings } from './settings.ts';

export interface SettingRow {
  readonly unit: string;
  readonly streamId: string;
  readonly settings: DisputeSettings;
  readonly version: number;
}

export const findSettings = async (tx: Tx, unit: string): Promise<SettingRow | null> =>
  (
    await run<SettingRow>(tx, {
      name: 'dispute.settings',
      text: `SELECT unit_id AS unit, stream_id AS "streamId", settings, version
               FROM dispute_setting WHERE unit_id = $1`,
      values: [unit],
    })
  )[0] ?? null;

export function writeSettings(tx: Tx, row: SettingRow): void {
  send(tx, {
    name: 'dispute.write-settings',
    text: `INSERT INTO dispute_setting (unit_id, stream_id, settings, version)
           VALUES ($1, $2, $3::jsonb, $4)
           ON CONFLICT (unit_id) DO UPDATE
             SET stream_id = excluded.stream_id, settings = excluded.settings,
                 version = excluded.version`,
    values: [row.unit, row.streamId, JSON.stringify(row.settings), row.version],
  });
}
