import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { EnrolSecondFactor } from '../shell/enrol-second-factor.tsx';
import { PasswordForm } from '../shell/first-steps-page.tsx';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { wordFor } from '../words/words.ts';

interface SignedIn {
  readonly sessionId: string;
  readonly agent: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** My posts, my password, my second factor, and where I am signed in. */
export function AccountPage() {
  const { organisation, shell, terms } = useWords();
  const { sessions: say } = organisation;
  usePageTitle(say.title);
  const session = useSession();
  const client = useQueryClient();
  const [changed, setChanged] = useState(false);
  const [enrolling, setEnrolling] = useState(false);
  const choose = useMutation({
    mutationFn: (unitId: string) => api.put('/session/unit', { unitId }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <div className="stack">
        <section className="panel">
          <h2>{say.posts}</h2>
          <ul className="plain-list">
            {session.posts.map(({ unitId, unitName, role }) => (
              <li key={`${unitId}-${role}`} className="row">
                {unitName} · {wordFor(terms.role, role)}
                {session.unit?.id !== unitId && (
                  <Button size="small" onClick={() => choose.mutate(unitId)}>
                    {shell.action.open}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {choose.isError && <ProblemNote error={choose.error} />}
        </section>
        <Sessions />
        <section className="panel">
          <h2>{shell.password.title}</h2>
          <PasswordForm onDone={() => setChanged(true)} />
          <p role="status">{changed && shell.password.done}</p>
        </section>
        <section className="panel">
          <h2>{shell.enrol.title}</h2>
          {enrolling ? (
            <EnrolSecondFactor onDone={() => setEnrolling(false)} />
          ) : (
            <Button onClick={() => setEnrolling(true)}>{shell.enrol.title}</Button>
          )}
        </section>
      </div>
    </>
  );
}

function Sessions() {
  const { organisation } = useWords();
  const { sessions: say } = organisation;
  const client = useQueryClient();
  const key = ['sessions'];
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ sessions: SignedIn[] }>('/sessions', { signal }),
  });
  const end = useMutation({
    mutationFn: (id: string) => api.remove(`/sessions/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  return (
    <section className="panel">
      <h2>{say.list}</h2>
      {list.isError && <ProblemNote error={list.error} />}
      {end.isError && <ProblemNote error={end.error} />}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={say.list}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.agent}</th>
              <th scope="col">{say.since}</th>
              <th scope="col">{say.seen}</th>
              <th scope="col">
                <span className="unseen">{say.revoke}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data?.sessions.map((each) => (
              <tr key={each.sessionId}>
                <td>
                  {each.agent}
                  {each.current && <span className="tag">{say.current}</span>}
                </td>
                <td className="nowrap">{formatMoment(each.createdAt)}</td>
                <td className="nowrap">{formatMoment(each.lastSeenAt)}</td>
                <td>
                  {!each.current && (
                    <Button size="small" onClick={() => end.mutate(each.sessionId)}>
                      {say.revoke}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">{end.isSuccess && say.revoked}</p>
    </section>
  );
}
