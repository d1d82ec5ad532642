import type { ReactElement } from 'react';
import { toString as qrPicture } from 'qrcode';
import { displayPetitionNumber } from '../../../../kernel/petition-number.ts';
import { Form } from '../../../../portal/components.tsx';
import { dayInWords } from '../../../../portal/dates.ts';
import { Layout } from '../../../../portal/layout.tsx';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';

/** What the page after sending shows, for as long as the browser may show it. */
export interface Sent {
  readonly number: string;
  readonly lookupCode: string;
  /** Who helped; the empty text when nobody did. */
  readonly helper: string;
}

/** The QR picture of an address, as the source of an image. */
export const qrOf = async (address: string): Promise<string> => {
  const svg = await qrPicture(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};

/** Number and code, large; what comes next, with its latest day. */
export const DonePage = ({
  reading,
  sent,
  progress,
  qr,
}: {
  readonly reading: PetitionReading;
  readonly sent: Sent;
  readonly progress: OpenedProgress | undefined;
  /** Picture of the progress page's address, which never holds the look-up code (P-3). */
  readonly qr: string;
}): ReactElement => {
  const { say, tell, language } = reading;
  const latest = progress?.latest;
  const page = `/p/${sent.number}`;
  return (
    <Layout reading={reading} title={tell('done.title')}>
      <h1>{tell('done.title')}</h1>
      <div className="code">
        <p>{tell('done.number')}</p>
        <p className="big">{displayPetitionNumber(sent.number)}</p>
        <p>{tell('done.code')}</p>
        <p className="big">{sent.lookupCode}</p>
        <p className="strong">{tell('done.keep')}</p>
        <p className="help">{tell('done.keep.lost')}</p>
      </div>
      {sent.helper !== '' && <p>{tell('done.helper', { name: sent.helper })}</p>}
      <div className="buttons">
        <a className="button" href={`${page}/receipt.pdf`}>
          {tell('done.receipt')}
        </a>
        <button className="button second js-only" type="button" data-print="">
          {say('site.print')}
        </button>
        <a className="button second" href={page}>
          {tell('done.progress')}
        </a>
      </div>
      <h2>{tell('done.next')}</h2>
      <ul>
        {progress !== undefined && (
          <li>{tell('done.next.holder', { holder: progress.holder.name })}</li>
        )}
        <li>
          {latest
            ? tell('done.next.latest', { day: dayInWords(latest.dueDate, language) })
            : tell('done.next.latest.plain')}
        </li>
        <li>{tell('done.next.look')}</li>
        <li>{tell('done.next.message')}</li>
      </ul>
      <img className="qr" src={qr} alt={tell('done.qr')} width="180" height="180" />
      <p className="help">{tell('done.qr')}</p>
      <div className="buttons">
        <a className="button second" href="/submit">
          {tell('done.another')}
        </a>
      </div>
      <Form reading={reading} id="leave" action="/leave">
        <div className="buttons">
          <button className="button second">{say('site.leave')}</button>
        </div>
        <p className="help">{say('site.leave.help')}</p>
      </Form>
    </Layout>
  );
};

/** The page after sending is over; the number and the code go on. */
export const DoneGonePage = ({ reading }: { readonly reading: PetitionReading }): ReactElement => {
  const { tell } = reading;
  return (
    <Layout reading={reading} title={tell('done.gone')} back="/">
      <h1>{tell('done.gone')}</h1>
      <p>{tell('done.gone.text')}</p>
      <div className="buttons">
        <a className="button" href="/progress">
          {tell('look.title')}
        </a>
      </div>
    </Layout>
  );
};
