import type { ReactElement } from 'react';
import { Notice } from '../../../portal/components.tsx';
import { dayOfMoment } from '../../../portal/dates.ts';
import type { Reading } from '../../../portal/page.tsx';
import { sayer } from '../../../portal/words/index.ts';
import type { DisputeDeps } from '../commands/index.ts';
import { originOf } from '../queries/index.ts';
import { originWords } from './words.ts';

/**
 * On the progress page: the petition grew out of a dispute, at the petitioner's own wish (D-1); null
 * where it did not.
 */
export const disputeOriginBeside =
  (deps: DisputeDeps) =>
  async (
    petition: { readonly id: string },
    { language }: Reading,
  ): Promise<ReactElement | null> => {
    const actor = { kind: 'petitioner', petitionId: petition.id } as const;
    const origin = await originOf(deps, actor, petition.id);
    if (origin === null) return null;
    const tell = sayer(originWords, language);
    return (
      <section aria-labelledby="dispute-origin">
        <h2 id="dispute-origin">{tell('origin.title')}</h2>
        <Notice kind="info">
          <p>
            {tell('origin.recorded', {
              day: dayOfMoment(origin.recordedAt, language),
              unit: origin.recordedBy,
              kind: language === 'zh-CN' ? origin.kind.zh : origin.kind.en,
            })}
          </p>
          <p>
            {tell(`origin.way.${origin.way}`, { day: dayOfMoment(origin.promotedAt, language) })}
          </p>
        </Notice>
      </section>
    );
  };
