import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { Link } from 'react-router';
import { api } from '../shell/api.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { OwnOfficeForm } from './own-office-form.tsx';

interface Installation {
  readonly setUp: boolean;
}

/** How far the demo county is. */
interface Demo {
  readonly running: boolean;
  readonly finished: boolean;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
  readonly password?: string;
}

/** The first start: an own office, or a demo county with one click. */
export function SetupPage() {
  const { organisation, shell } = useWords();
  const { setup: say } = organisation;
  usePageTitle(say.title);
  const client = useQueryClient();
  const state = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.get<Installation>('/setup', { signal, open: true }),
  });
  const demo = useQuery({
    queryKey: ['setup', 'demo'],
    queryFn: ({ signal }) => api.get<Demo>('/setup/demo', { signal, open: true }),
    retry: false,
    refetchInterval: ({ state: { data } }) => (data?.running === true ? 1000 : false),
  });
  const start = useMutation({
    mutationFn: () => api.post<Demo>('/setup/demo', {}, { open: true }),
    onSuccess: (begun) => client.setQueryData(['setup', 'demo'], begun),
  });
  const running = demo.data?.running === true ? demo.data : null;
  const finished = demo.data?.finished === true;
  const making = start.isPending || running !== null;
  const setUp = state.data?.setUp === true || finished;
  return (
    <div className="card-page">
      <header className="card-head">
        <strong className="brand">{shell.product}</strong>
        <LanguageSwitch />
      </header>
      <main className="card wide">
        <h1>{say.title}</h1>
        {state.isError && <ProblemNote error={state.error} onRetry={() => void state.refetch()} />}
        {state.isPending && <Waiting />}
        {start.isError && <ProblemNote error={start.error} />}
        {making && (
          <section aria-live="polite">
            <p>
              {say.demoProgress}
              {running?.secondsLeft != null &&
                ` · ${fill(say.secondsLeft, { seconds: running.secondsLeft })}`}
            </p>
            <Progress percent={percentOf(running)} aria-label={say.demoProgress} />
          </section>
        )}
        {!making && setUp && (
          <section>
            <p>{finished ? say.demoDone : say.notNeeded}</p>
            {demo.data?.password !== undefined && (
              <dl className="facts">
                <dt>{shell.signIn.userName}</dt>
                <dd>
                  <code>{demoPeople.join(' · ')}</code>
                </dd>
                <dt>{shell.signIn.password}</dt>
                <dd>
                  <code>{demo.data.password}</code>
                </dd>
              </dl>
            )}
            <Link className="primary-link" to="/desk">
              {say.toSignIn}
            </Link>
          </section>
        )}
        {!making && state.data !== undefined && !setUp && (
          <>
            <p>{say.choose}</p>
            <section className="sub-form">
              <h2>{say.demo}</h2>
              <p className="quiet">{say.demoHelp}</p>
              <Button type="primary" onClick={() => start.mutate()}>
                {say.demoStart}
              </Button>
            </section>
            <section className="sub-form">
              <h2>{say.own}</h2>
              <p className="quiet">{say.ownHelp}</p>
              <OwnOfficeForm onDone={() => void state.refetch()} />
            </section>
          </>
        )}
      </main>
    </div>
  );
}

/** Some of the people of the demo county, one of each post. */
const demoPeople = ['clerk', 'officer1', 'officehead', 'seal', 'admin', 'auditor'];

const percentOf = (demo: Demo | null): number =>
  demo === null || demo.total === 0 ? 0 : Math.floor((demo.done / demo.total) * 100);
