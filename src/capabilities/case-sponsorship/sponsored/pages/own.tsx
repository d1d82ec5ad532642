import type { ReactElement } from 'react';
import { Notice } from '../../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../../portal/dates.ts';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer } from '../../../../portal/words/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { sponsoredOfPetitioner, type OwnSponsored } from '../queries/index.ts';
import { sponsoredPageWords } from './words.ts';

/** On the progress page: which leader has taken charge, and the next dated step for the petitioner. */
export const OwnSponsoredCase = ({
  reading,
  own,
}: {
  readonly reading: Reading;
  readonly own: OwnSponsored;
}): ReactElement => {
  const tell = sayer(sponsoredPageWords, reading.language);
  const { leader: name, unit, next } = own;
  const day = next === null ? '' : dayInWords(next.date, reading.language);
  return (
    <section aria-labelledby="leader-in-charge">
      <h2 id="leader-in-charge">{tell('own.title')}</h2>
      <Notice kind={next?.late === true ? 'warn' : 'info'}>
        <p className="strong">{tell('own.led', { unit, name })}</p>
        <p className="soft">
          {tell('own.since', { day: dayOfMoment(own.since, reading.language) })}
        </p>
        {own.ended && <p>{tell('own.ended')}</p>}
        {!own.ended && next === null && <p>{tell('own.none')}</p>}
        {next !== null && (
          <p className="big">
            {tell(next.late ? 'own.late' : 'own.next', { what: next.what, day })}
          </p>
        )}
      </Notice>
    </section>
  );
};

/** What stands beside a petition on its progress page; null where no leader has taken charge. */
export const leaderBeside =
  (deps: SponsoredDeps) =>
  async (petition: { readonly id: string }, reading: Reading): Promise<ReactElement | null> => {
    const own = await sponsoredOfPetitioner(deps, petition.id, Date.now());
    return own === null ? null : <OwnSponsoredCase {...{ reading, own }} />;
  };
