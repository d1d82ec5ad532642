import type { FastifyInstance } from 'fastify';
import type { ReactElement } from 'react';
import { momentInWords } from '../../../../portal/dates.ts';
import { Layout } from '../../../../portal/layout.tsx';
import { sendPage } from '../../../../portal/page.tsx';
import type { OwnLook } from '../../queries/index.ts';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { openHere, type ProgressDesk } from './open.tsx';

const hidden = { schema: { hide: true } } as const;

/** L-4: who read what stands in the petition about its people. */
const LooksPage = ({
  reading,
  progress,
  looks,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
  readonly looks: readonly OwnLook[];
}): ReactElement => {
  const { tell, tellCode, language } = reading;
  return (
    <Layout reading={reading} title={tell('looks.title')} back={`/p/${progress.number}`}>
      <h1>{tell('looks.title')}</h1>
      <p>{tell('looks.text')}</p>
      {looks.length === 0 && <p className="strong">{tell('looks.none')}</p>}
      <ol className="history">
        {looks.map(({ at, unit, what }) => (
          <li key={`${at}-${what}`}>
            <p className="strong">{tellCode('look', what)}</p>
            <p className="soft">
              {momentInWords(at, language)}
              {unit === '' ? '' : ` · ${unit}`}
            </p>
          </li>
        ))}
      </ol>
    </Layout>
  );
};

/** The page that a petitioner opens to see who read the own data. */
export const addLooks = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<{ Params: { number: string } }>('/p/:number/looks', hidden, async (request, reply) => {
    const opened = await openHere(desk, request, reply);
    if (opened === undefined) return reply;
    const looks = await desk.deps.readLooks(opened.progress.id);
    return sendPage(reply, <LooksPage {...opened} looks={looks} />);
  });
};
