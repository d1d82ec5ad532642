import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { PostSettings } from './posts.ts';

export interface PostSettingRow {
  readonly streamId: string;
  readonly settings: PostSettings;
  readonly version: number;
}

/** The posts as an administrator set them; null where nobody did. */
export const findPostSettings = async (tx: Tx): Promise<PostSettingRow | null> =>
  (
    await run<PostSettingRow>(tx, {
      name: 'sponsored-posts.find',
      text: `SELECT stream_id AS "streamId", settings, version FROM sponsored_post_setting
              WHERE id = 'posts'`,
      values: [],
    })
  )[0] ?? null;

export function writePostSettings(tx: Tx, row: PostSettingRow): void {
  send(tx, {
    name: 'sponsored-posts.write',
    text: `INSERT INTO sponsored_post_setting (id, stream_id, settings, version)
           VALUES ('posts', $1, $2::jsonb, $3)
           ON CONFLICT (id) DO UPDATE
             SET stream_id = excluded.stream_id, settings = excluded.settings,
                 version = excluded.version`,
    values: [row.streamId, JSON.stringify(row.settings), row.version],
  });
}
