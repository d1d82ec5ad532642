import type { ReactElement } from 'react';
import { fileLimits } from '../../platform/http/index.ts';
import { Layout } from '../layout.tsx';
import type { Reading } from '../page.tsx';

const questions = ['write', 'other', 'code', 'name', 'photo', 'share'] as const;

/** Questions that people ask at the window, answered in their words. */
export const HelpPage = ({ reading }: { readonly reading: Reading }): ReactElement => {
  const { say, office } = reading;
  return (
    <Layout reading={reading} title={say('help.title')} back="/">
      <h1>{say('help.title')}</h1>
      {questions.map((question) => (
        <section key={question}>
          <h2>{say(`help.${question}.q`)}</h2>
          <p>{say(`help.${question}.a`, { ...fileLimits })}</p>
        </section>
      ))}
      {office.phone !== '' && (
        <section>
          <h2>{say('help.phone.q')}</h2>
          <p>
            <a href={`tel:${office.phone}`}>{say('site.call', { phone: office.phone })}</a>
          </p>
        </section>
      )}
    </Layout>
  );
};
