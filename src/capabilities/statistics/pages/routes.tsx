import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { languageOf } from '../../../platform/http/index.ts';
import type { PortalDeps } from '../../../portal/index.ts';
import { readingOf, sendPage } from '../../../portal/page.tsx';
import type { StatisticsDeps } from '../commands/deps.ts';
import { readOpenMonths } from '../queries/open-months.ts';
import { organisationOf } from '../queries/table.ts';
import { csvOf, jsonOf } from './feed.ts';
import type { OpenMonth } from '../contract.ts';
import { OpenFiguresPage } from './page.tsx';

const hidden = { schema: { hide: true } } as const;
const limited = { rateLimit: { max: 60, timeWindow: 60_000 } } as const;

/** Published figures do not move; a minute of age spares the database a crowd of readers. */
const keptFor = 60_000;

/** As many months as stand in the list. */
const shownMonths = 24;

type Asked = { Querystring: { month?: unknown } };

/** Open figures for anybody: a page that needs no JavaScript, and the same as JSON and CSV. */
export const openFiguresPages =
  (portal: PortalDeps, deps: StatisticsDeps): FastifyPluginAsync =>
  async (app) => {
    let kept: { readonly at: number; readonly months: readonly OpenMonth[] } | undefined;
    const read = async (): Promise<readonly OpenMonth[]> => {
      const now = portal.now();
      if (kept !== undefined && now - kept.at < keptFor) return kept.months;
      const [office, organisation] = await Promise.all([portal.mainOffice(), organisationOf(deps)]);
      const place = organisation.find(office.id)?.regionCode ?? '';
      const months = await readOpenMonths(deps, place, shownMonths);
      // A program that has just begun publishes within a minute: nothing is no answer to keep.
      if (months.length > 0) kept = { at: now, months };
      return months;
    };

    app.get<Asked>('/statistics', { ...hidden, config: limited }, async (request, reply) => {
      const months = await read();
      const reading = await readingOf(portal, request, reply);
      const place = reading.office.name;
      const asked = months.find(({ month }) => month.slice(0, 7) === request.query.month);
      const shown = asked ?? months[0];
      return sendPage(reply, <OpenFiguresPage {...{ reading, place, months, shown }} />);
    });

    const feed = async (
      reply: FastifyReply,
      type: string,
      write: (months: readonly OpenMonth[]) => Promise<string> | string,
    ): Promise<FastifyReply> =>
      reply
        .type(type)
        .header('access-control-allow-origin', '*')
        .send(await write(await read()));
    app.get('/statistics.json', { ...hidden, config: limited }, (request, reply) =>
      feed(reply, 'application/json; charset=utf-8', async (months) =>
        JSON.stringify(jsonOf(months, (await portal.mainOffice()).name, languageOf(request))),
      ),
    );
    app.get('/statistics.csv', { ...hidden, config: limited }, (request, reply) =>
      feed(reply, 'text/csv; charset=utf-8', (months) => csvOf(months, languageOf(request))),
    );
  };
