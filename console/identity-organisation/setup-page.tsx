import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { Link } from 'react-router';
import { api } from '../shell/api.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { OwnOfficeForm } from './own-office-form.tsx';

/** How far the installation is; the demo part is there while it is being made. */
interface Installation {
  readonly setUp: boolean;
  readonly demo: boolean | { readonly running: boolean; readonly progress: number };
}

/** The first start: an own office, or a demo county with one click. */
export function SetupPage() {
  const { organisation, shell } = useWords();
  const { setup: say } = organisation;
  usePageTitle(say.title);
  const start = useMutation({
    mutationFn: () => api.post('/setup/demo', {}, { open: true }),
  });
  const state = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.get<Installation>('/setup', { signal, open: true }),
    refetchInterval: ({ state: { data } }) =>
      start.isSuccess || start.isPending || runningOf(data) !== null ? 1000 : false,
  });
  const running = runningOf(state.data);
  const making =
    start.isPending || running !== null || (start.isSuccess && state.data?.setUp === false);
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
            <p>{say.demoProgress}</p>
            <Progress percent={running ?? 0} aria-label={say.demoProgress} />
          </section>
        )}
        {!making && state.data?.setUp === true && (
          <section>
            <p>{start.isSuccess ? say.demoDone : say.notNeeded}</p>
            <Link className="primary-link" to="/desk">
              {say.toSignIn}
            </Link>
          </section>
        )}
        {!making && state.data?.setUp === false && (
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

/** Percent while the demo county is being made; null when it is not. */
function runningOf(data: Installation | undefined): number | null {
  if (data === undefined || typeof data.demo === 'boolean' || !data.demo.running) return null;
  const { progress } = data.demo;
  return Math.round(progress <= 1 ? progress * 100 : progress);
}
