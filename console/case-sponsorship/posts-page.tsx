import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { PostsView } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tick } from '../shell/tick.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { postsKey, usePosts } from './posts.ts';

type Post = PostsView['posts'][number];

/** Which posts stand around a case, with the source; an administrator changes them (S-2). */
export function PostsPage() {
  const { sponsored } = useWords();
  const say = sponsored.posts;
  usePageTitle(say.title);
  const posts = usePosts();
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {posts === undefined && <Waiting lines={8} />}
      {posts !== undefined &&
        (posts.mayChange ? (
          <PostsForm key={posts.version} view={posts} />
        ) : (
          <PostsTable view={posts} />
        ))}
    </>
  );
}

function PostsTable({ view }: { readonly view: PostsView }) {
  const { posts: say } = useWords().sponsored;
  const columns = {
    code: say.code,
    zh: say.zh,
    en: say.en,
    suggestion: say.suggestion,
    ownOnly: say.ownOnly,
  };
  return (
    <>
      <ListTable label={say.title} columns={columns}>
        {view.posts.map(({ code, label, suggestion, ownOnly }) => (
          <tr key={code}>
            <td className="figure">{code}</td>
            <td>{label.zh}</td>
            <td>{label.en}</td>
            <td className="long-words">{suggestion}</td>
            <td>{ownOnly ? say.yes : say.no}</td>
          </tr>
        ))}
      </ListTable>
      <p className="quiet">
        {say.source}：{view.source}
      </p>
    </>
  );
}

const empty: Post = { code: '', label: { zh: '', en: '' }, suggestion: '', ownOnly: false };

function PostsForm({ view }: { readonly view: PostsView }) {
  const { posts: say } = useWords().sponsored;
  const client = useQueryClient();
  const [posts, setPosts] = useState<readonly Post[]>(view.posts);
  const [source, setSource] = useState(view.source);
  const [saved, setSaved] = useState(false);
  const { submit, busy, error } = useSubmission((body, key) =>
    api.put('/sponsored-posts', body, { key }),
  );
  const change = (at: number, next: Partial<Post>) => {
    setSaved(false);
    setPosts((before) => before.map((post, place) => (place === at ? { ...post, ...next } : post)));
  };
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit({ posts, source, expectedVersion: view.version });
    if (done === null) return;
    setSaved(true);
    await client.invalidateQueries({ queryKey: postsKey });
  };
  return (
    <form noValidate onSubmit={(event) => void run(event)}>
      {error !== null && <ProblemNote error={error} />}
      {posts.map((post, at) => (
        <fieldset key={at} className="panel">
          <legend>{post.label.zh === '' ? say.add : post.label.zh}</legend>
          <div className="row">
            <Text label={say.code} value={post.code} onChange={(code) => change(at, { code })} />
            <Text
              label={say.zh}
              value={post.label.zh}
              onChange={(zh) => change(at, { label: { ...post.label, zh } })}
            />
            <Text
              label={say.en}
              value={post.label.en}
              onChange={(en) => change(at, { label: { ...post.label, en } })}
            />
          </div>
          <Text
            label={say.suggestion}
            value={post.suggestion}
            onChange={(suggestion) => change(at, { suggestion })}
          />
          <p>
            <Tick checked={post.ownOnly} onChange={(ownOnly) => change(at, { ownOnly })}>
              {say.ownOnly}：{say.ownOnlyHelp}
            </Tick>
          </p>
          <Button
            onClick={() => {
              setSaved(false);
              setPosts((before) => before.filter((_, place) => place !== at));
            }}
          >
            {say.remove}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button onClick={() => setPosts((before) => [...before, empty])}>{say.add}</Button>
      </p>
      <Text label={say.source} help={say.sourceHelp} value={source} onChange={setSource} />
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={busy}>
          {say.save}
        </Button>
        <span role="status">{saved ? say.saved : ''}</span>
      </div>
    </form>
  );
}

const Text = (props: {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <Field label={props.label} help={props.help}>
    {(aria) => (
      <Input
        {...aria}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    )}
  </Field>
);
