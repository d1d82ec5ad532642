import type { ReactElement } from 'react';
import { Notice } from '../components.tsx';
import { Layout } from '../layout.tsx';
import type { Reading } from '../page.tsx';

/** The first page: two things to do, everything else one tap away. */
export const HomePage = ({
  reading,
  hasDraft,
  left,
}: {
  readonly reading: Reading;
  /** Whether this device holds an unsent draft. */
  readonly hasDraft: boolean;
  /** Whether the device was just cleared. */
  readonly left: boolean;
}): ReactElement => {
  const { say } = reading;
  return (
    <Layout reading={reading} title={say('home.title')}>
      {left && (
        <Notice kind="good" live>
          <p>{say('site.left')}</p>
        </Notice>
      )}
      <h1>{say('home.title')}</h1>
      <p>{say('home.lead')}</p>
      <ul className="tiles">
        <li>
          <a href="/submit">
            {say('home.submit')}
            <span>{say('home.submit.help')}</span>
          </a>
        </li>
        {hasDraft && (
          <li>
            <a href="/submit/go-on">
              {say('home.resume')}
              <span>{say('home.resume.help')}</span>
            </a>
          </li>
        )}
        <li>
          <a href="/progress">
            {say('home.progress')}
            <span>{say('home.progress.help')}</span>
          </a>
        </li>
        <li>
          <a href="/reception">
            {say('home.reception')}
            <span>{say('home.reception.help')}</span>
          </a>
        </li>
        <li>
          <a href="/commitments">
            {say('home.commitments')}
            <span>{say('home.commitments.help')}</span>
          </a>
        </li>
        <li>
          <a href="/promises">
            {say('home.promises')}
            <span>{say('home.promises.help')}</span>
          </a>
        </li>
      </ul>
      {!hasDraft && (
        <p>
          <a className="quiet" href="/submit/go-on">
            {say('home.resumeCode')}
          </a>
        </p>
      )}
      <Notice kind="warn">
        <p>{say('home.urgent')}</p>
      </Notice>
    </Layout>
  );
};
