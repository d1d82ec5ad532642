import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { Post, User } from '../../src/capabilities/identity-organisation/contract.ts';
import { api, queryOf } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { RecordForm } from './record-form.tsx';

/** Accounts and their posts. */
export function UsersPart() {
  const { organisation: say, shell } = useWords();
  const [posting, setPosting] = useState<User | null>(null);
  const query = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => api.get<{ users: User[] }>('/users', { signal }),
  });
  const users = query.data?.users ?? [];
  if (query.isPending) return <Waiting lines={8} />;
  return (
    <>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && users.length === 0 && (
        <div className="empty panel">
          <p className="empty-title">{say.emptyUsers}</p>
          <p>{say.emptyHelp}</p>
        </div>
      )}
      {users.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.users}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.displayName}</th>
                <th scope="col">{say.userName}</th>
                <th scope="col">{say.posts}</th>
                <th scope="col">
                  <span className="unseen">{shell.action.edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <UserRow key={user.userId} user={user} onPost={() => setPosting(user)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {posting === null ? (
        <AddUser />
      ) : (
        <GivePost key={posting.userId} user={posting} onDone={() => setPosting(null)} />
      )}
    </>
  );
}

function UserRow({ user, onPost }: { readonly user: User; readonly onPost: () => void }) {
  const { organisation: say, terms } = useWords();
  const units = useUnits();
  const client = useQueryClient();
  const nameOf = ({ unitId, role }: Post) =>
    `${units.find(({ id }) => id === unitId)?.name ?? unitId} · ${terms.role[role]}`;
  const end = useMutation({
    mutationFn: (post: Post) =>
      api.remove(`/users/${user.userId}/posts${queryOf({ unitId: post.unitId, role: post.role })}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
  const change = useMutation({
    mutationFn: () => api.patch(`/users/${user.userId}`, { disabled: !user.disabled }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
  return (
    <tr>
      <td>{user.displayName}</td>
      <td>{user.userName}</td>
      <td>
        {user.posts.map((post) => (
          <span key={`${post.unitId}-${post.role}`} className="tag">
            {nameOf(post)}{' '}
            <button
              type="button"
              className="plain-button"
              aria-label={fill(say.removePost, { post: nameOf(post) })}
              onClick={() => end.mutate(post)}
            >
              ×
            </button>
          </span>
        ))}
        {end.isError && <ProblemNote error={end.error} />}
      </td>
      <td>
        <span className="row">
          <Button size="small" aria-label={`${say.addPost} ${user.displayName}`} onClick={onPost}>
            {say.addPost}
          </Button>
          <Button
            size="small"
            aria-label={`${user.disabled ? say.disabled : say.enabled} ${user.displayName}`}
            aria-pressed={user.disabled}
            onClick={() => change.mutate()}
          >
            {user.disabled ? say.disabled : say.enabled}
          </Button>
        </span>
        {change.isError && <ProblemNote error={change.error} />}
      </td>
    </tr>
  );
}

function usePostFields() {
  const { organisation: say, terms } = useWords();
  const units = useUnits();
  return [
    {
      name: 'unitId',
      label: say.unit,
      required: true,
      long: true,
      options: units
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'role',
      label: say.role,
      required: true,
      options: keysOf(terms.role).map((each) => ({ value: each, label: terms.role[each] })),
    },
  ];
}

function AddUser() {
  const { organisation: say } = useWords();
  const post = usePostFields();
  const send = useCallback((body: unknown, key: string) => {
    const { unitId, role, ...person } = body as Record<string, string>;
    const posts = unitId === undefined || role === undefined ? [] : [{ unitId, role }];
    return api.post('/users', { ...person, posts }, { key });
  }, []);
  return (
    <RecordForm
      name="user"
      title={say.addUser}
      send={send}
      fields={[
        { name: 'userName', label: say.userName, required: true },
        { name: 'displayName', label: say.displayName, required: true },
        {
          name: 'password',
          label: say.password,
          help: say.passwordHelp,
          required: true,
          secret: true,
        },
        ...post,
      ]}
    />
  );
}

function GivePost({ user, onDone }: { readonly user: User; readonly onDone: () => void }) {
  const { organisation: say } = useWords();
  const fields = usePostFields();
  const send = useCallback(
    (body: unknown, key: string) => api.post(`/users/${user.userId}/posts`, body, { key }),
    [user.userId],
  );
  return (
    <RecordForm
      name={`post:${user.userId}`}
      title={`${say.addPost} · ${user.displayName}`}
      send={send}
      onDone={onDone}
      fields={fields}
    />
  );
}
