import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const types = {
  'portal.css': 'text/css; charset=utf-8',
  'portal.js': 'text/javascript; charset=utf-8',
  'screen.css': 'text/css; charset=utf-8',
  'screen.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export type AssetName = keyof typeof types;

const names = Object.keys(types) as readonly AssetName[];

/** Read once and compressed at the start: they never change while the server runs. */
const assets = Object.fromEntries(
  names.map((name) => {
    const plain = readFileSync(new URL(`assets/${name}`, import.meta.url));
    return [
      name,
      {
        plain,
        br: brotliCompressSync(plain),
        gzip: gzipSync(plain),
        version: createHash('sha256').update(plain).digest('hex').slice(0, 8),
      },
    ];
  }),
) as Readonly<
  Record<AssetName, { plain: Buffer; br: Buffer; gzip: Buffer; version: string } | undefined>
>;

/** The address of an asset; it changes with the content, so that browsers may keep it for ever. */
export const assetPath = (name: AssetName): string =>
  `/assets/${name}?v=${assets[name]?.version ?? ''}`;

/** Serves the portal's style sheet, script and icon. */
export const addAssets = (app: FastifyInstance): void => {
  for (const name of names) {
    const asset = assets[name];
    if (asset === undefined) continue;
    app.get(
      `/assets/${name}`,
      { schema: { hide: true }, logLevel: 'warn' },
      async (request, reply) => {
        const accepted = request.headers['accept-encoding'] ?? '';
        const coding = (['br', 'gzip'] as const).find((each) => accepted.includes(each));
        void reply
          .type(types[name])
          .header('cache-control', 'public, max-age=31536000, immutable')
          .header('vary', 'accept-encoding');
        if (coding === undefined) return reply.send(asset.plain);
        return reply.header('content-encoding', coding).send(asset[coding]);
      },
    );
  }
};
