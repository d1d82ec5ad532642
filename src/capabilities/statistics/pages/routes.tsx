import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { languageOf, sendRefusal } from '../../../platform/http/index.ts';
import type { PortalDeps } from '../../../portal/index.ts';
import { readingOf, sendPage } from '../../../portal/page.tsx';
import type { StatisticsDeps } from '../commands/deps.ts';
import { organisationOf } from '../queries/table.ts';
import { csvOf, jsonOf } from './feed.ts';
import { openPresets, readOpenFigures, type OpenFigures, type OpenPreset } from './open-figures.ts';
import { OpenFiguresPage } from './page.tsx';

const hidden = { schema: { hide: true } } as const;
const limited = { rateLimit: { max: 60, timeWindow: 60_000 } } as const;

/** Figures move by the day; a minute of age spares the database a crowd of readers. */
const keptFor = 60_000;

type Asked = { Querystring: { period?: unknown } };

const presetOf = (request: FastifyRequest<Asked>): OpenPreset =>
  openPresets.find((each) => each === request.query.period) ?? 'year';

/** Open figures for anybody: a page that needs no JavaScript, and the same as JSON and CSV. */
export const openFiguresPages =
  (portal: PortalDeps, deps: StatisticsDeps): FastifyPluginAsync =>
  async (app) => {
    const kept = new Map<OpenPreset, { at: number; figures: Result<OpenFigures, Refusal> }>();
    const read = async (preset: OpenPreset): Promise<Result<OpenFigures, Refusal>> => {
      const now = portal.now();
      const known = kept.get(preset);
      if (known !== undefined && now - known.at < keptFor) return known.figures;
      const [office, organisation] = await Promise.all([portal.mainOffice(), organisationOf(deps)]);
      const code = organisation.find(office.id)?.regionCode ?? '';
      const figures = await readOpenFigures(deps, { kind: 'region', code }, preset, now);
      kept.set(preset, { at: now, figures });
      return figures;
    };

    app.get<Asked>('/statistics', { ...hidden, config: limited }, async (request, reply) => {
      const figures = await read(presetOf(request));
      if (!figures.ok) return sendRefusal(reply, figures.refusal);
      const reading = await readingOf(portal, request, reply);
      const place = reading.office.name;
      return sendPage(reply, <OpenFiguresPage {...{ reading, place }} figures={figures.value} />);
    });

    const feed = async (
      request: FastifyRequest<Asked>,
      reply: FastifyReply,
      type: string,
      write: (figures: OpenFigures) => Promise<string> | string,
    ): Promise<FastifyReply> => {
      const figures = await read(presetOf(request));
      if (!figures.ok) return sendRefusal(reply, figures.refusal);
      return reply
        .type(type)
        .header('access-control-allow-origin', '*')
        .send(await write(figures.value));
    };
    app.get<Asked>('/statistics.json', { ...hidden, config: limited }, (request, reply) =>
      feed(request, reply, 'application/json; charset=utf-8', async (figures) =>
        JSON.stringify(jsonOf(figures, (await portal.mainOffice()).name, languageOf(request))),
      ),
    );
    app.get<Asked>('/statistics.csv', { ...hidden, config: limited }, (request, reply) =>
      feed(request, reply, 'text/csv; charset=utf-8', (figures) =>
        csvOf(figures, languageOf(request)),
      ),
    );
  };
