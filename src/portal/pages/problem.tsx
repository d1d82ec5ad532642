import type { ReactElement } from 'react';
import type { Problem } from '../../platform/http/index.ts';
import { CallUs } from '../components.tsx';
import { Layout } from '../layout.tsx';
import type { Reading } from '../page.tsx';

/** A refusal that no form can show beside a field: what happened, what is kept, whom to call. */
export const ProblemPage = ({
  reading,
  problem,
}: {
  readonly reading: Reading;
  readonly problem: Pick<Problem, 'title' | 'detail' | 'status'>;
}): ReactElement => {
  const { say } = reading;
  const missing = problem.status === 404;
  const title = missing ? say('problem.notFound') : problem.title;
  return (
    <Layout reading={reading} title={title} back="/">
      <h1>{title}</h1>
      <p>{missing ? say('problem.notFound.text') : problem.detail}</p>
      <CallUs reading={reading} />
      <div className="buttons">
        <a className="button" href={missing ? '/' : reading.path}>
          {say(missing ? 'site.home' : 'problem.again')}
        </a>
      </div>
    </Layout>
  );
};
