import type { ReactElement } from 'react';
import {
  FaultSummary,
  Form,
  Notice,
  TextField,
  type Fault,
} from '../../../../portal/components.tsx';
import { dayOfMoment } from '../../../../portal/dates.ts';
import { Layout } from '../../../../portal/layout.tsx';
import type { PetitionReading } from '../reading.ts';
import { pathOf } from './content.ts';

/** Before the first question: how long it takes, what helps. */
export const StartPage = ({
  reading,
  hasDraft,
  gone,
}: {
  readonly reading: PetitionReading;
  readonly hasDraft: boolean;
  /** Whether a draft was looked for that is no longer there. */
  readonly gone: boolean;
}): ReactElement => {
  const { say, tell } = reading;
  return (
    <Layout reading={reading} title={tell('submit.title')} back="/">
      {gone && (
        <Notice kind="warn" live>
          <p>{tell('submit.draftGone.start')}</p>
        </Notice>
      )}
      <h1>{tell('submit.title')}</h1>
      <p>{tell('submit.lead')}</p>
      <p>{tell('submit.need')}</p>
      <ul>
        {([1, 2, 3] as const).map((item) => (
          <li key={item}>{tell(`submit.need.${item}`)}</li>
        ))}
      </ul>
      <div className="buttons">
        {hasDraft && (
          <a className="button" href="/submit/go-on">
            {tell('submit.goOn')}
          </a>
        )}
        <a className={hasDraft ? 'button second' : 'button'} href={pathOf('helper')}>
          {tell('submit.begin')}
        </a>
      </div>
      <Notice kind="warn">
        <p>{say('home.urgent')}</p>
      </Notice>
      <p>
        <a href="/rights">{say('nav.rights')}</a>
      </p>
    </Layout>
  );
};

/** The draft is kept: until when, and how to come back to it. */
export const SavedPage = ({
  reading,
  secret,
  until,
}: {
  readonly reading: PetitionReading;
  readonly secret: string;
  /** Epoch ms. */
  readonly until: number;
}): ReactElement => {
  const { say, tell, language } = reading;
  return (
    <Layout reading={reading} title={tell('saved.title')} back="/">
      <h1>{tell('saved.title')}</h1>
      <p>{tell('saved.until', { day: dayOfMoment(until, language) })}</p>
      <p>{tell('saved.same')}</p>
      <p>{tell('saved.other')}</p>
      <div className="code">
        <p>{tell('saved.code')}</p>
        <p className="big">{secret}</p>
        <p className="help">{tell('saved.code.help')}</p>
      </div>
      <div className="buttons">
        <a className="button" href="/submit/go-on">
          {tell('saved.goOn')}
        </a>
        <button className="button second js-only" type="button" data-print="">
          {say('site.print')}
        </button>
      </div>
      <Form reading={reading} id="discard" action="/submit/discard">
        <button className="quiet">{tell('saved.discard')}</button>
      </Form>
    </Layout>
  );
};

/** Where the code of a kept draft is typed on another device. */
export const GoOnPage = ({
  reading,
  code = '',
  faults = [],
}: {
  readonly reading: PetitionReading;
  readonly code?: string;
  readonly faults?: readonly Fault[];
}): ReactElement => {
  const { tell } = reading;
  return (
    <Layout reading={reading} title={tell('goOn.title')} back="/">
      <FaultSummary reading={reading} faults={faults} />
      <h1>{tell('goOn.title')}</h1>
      <Form reading={reading} id="goOn" action="/submit/go-on">
        <TextField
          {...{ reading, faults }}
          name="code"
          label={tell('goOn.code')}
          help={tell('goOn.code.help')}
          value={code}
        />
        <div className="buttons">
          <button className="button">{tell('goOn.do')}</button>
        </div>
      </Form>
    </Layout>
  );
};
