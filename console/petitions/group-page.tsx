import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { GroupMember, GroupView, Page } from '../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { GroupList } from './group-list.tsx';
import { api, queryOf } from '../shell/api.ts';
import { dayOf, formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** While answers are being issued the numbers come anew. */
const everySeconds = 3;

/** A group matter: one head, its members, and how far each answer has come (P-13). */
export function GroupPage() {
  const { id = '' } = useParams();
  const { petition: say } = useWords();
  const query = useQuery({
    queryKey: ['group', id],
    queryFn: ({ signal }) => api.get<GroupView>(`/groups/${id}`, { signal }),
    refetchInterval: ({ state }) => ((state.data?.behind ?? 0) > 0 ? everySeconds * 1000 : false),
  });
  usePageTitle(query.data?.title ?? say.group.title);
  if (query.isError) {
    return (
      <>
        <h1>{say.group.title}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (query.data === undefined) return <Waiting lines={8} />;
  return (
    <>
      <h1>{query.data.title}</h1>
      <p>
        {say.group.head}{' '}
        <Link to={`/petitions/${id}`} className="figure">
          {displayPetitionNumber(query.data.number)}
        </Link>
      </p>
      {query.data.dissolved && <p role="status">{say.group.dissolved}</p>}
      <Progress group={query.data} />
      {query.data.joinable && <GroupList id={id} />}
      <Members id={id} total={query.data.members} behind={query.data.behind} />
    </>
  );
}

function Progress({ group }: { readonly group: GroupView }) {
  const { petition: say, terms } = useWords();
  const { members, behind } = group;
  return (
    <section className="panel gap-top">
      <h2>{say.group.progress}</h2>
      <p role="status">
        {fill(say.group.members, { count: members })} · {terms.status[group.status]}
        {behind > 0 && ` · ${fill(say.group.behind, { count: behind })}`}
      </p>
      {group.answers.length === 0 ? (
        <p className="quiet">{say.group.noAnswers}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.group.answer}</th>
              <th scope="col">{say.group.sealedOn}</th>
              <th scope="col">{say.group.issued}</th>
              <th scope="col">{say.group.served}</th>
            </tr>
          </thead>
          <tbody>
            {group.answers.map((answer) => (
              <tr key={answer.paperId}>
                <th scope="row">
                  {terms.paperKind[answer.kind]} <span className="figure">{answer.number}</span>
                </th>
                <td className="figure">
                  {answer.sealedAt === null ? '' : formatMoment(answer.sealedAt)}
                </td>
                <td>
                  <Share of={members} done={answer.issued} />
                </td>
                <td>
                  <Share of={members} done={answer.served} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Share({ of, done }: { readonly of: number; readonly done: number }) {
  const text = `${done} / ${of}`;
  return (
    <>
      <meter min={0} max={Math.max(of, 1)} value={done} aria-label={text} />{' '}
      <span className="figure">{text}</span>
    </>
  );
}

function Members(props: { readonly id: string; readonly total: number; readonly behind: number }) {
  const { petition: say, terms } = useWords();
  const query = useInfiniteQuery({
    queryKey: ['group', props.id, 'members', props.total, props.behind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<GroupMember>>(
        `/groups/${props.id}/members${queryOf({ after: pageParam, limit: 50 })}`,
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const members = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="panel gap-top">
      <h2>{say.group.list}</h2>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && members.length === 0 && <p className="quiet">{say.group.nobody}</p>}
      {members.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.group.number}</th>
              <th scope="col">{say.group.petitioner}</th>
              <th scope="col">{say.group.status}</th>
              <th scope="col">{say.group.joined}</th>
              <th scope="col">{say.group.answers}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  <Link to={`/petitions/${member.id}`} className="figure">
                    {displayPetitionNumber(member.number)}
                  </Link>
                </th>
                <td>{member.petitioner}</td>
                <td>{terms.status[member.status]}</td>
                <td className="figure">{dayOf(member.joinedAt)}</td>
                <td>
                  {fill(say.group.got, { received: member.received, served: member.served })}
                  {member.behind && ` · ${say.group.onItsWay}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say.group.more}
        </Button>
      )}
    </section>
  );
}
