import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Field } from '../field.tsx';
import { usePageTitle } from '../page-title.ts';
import { useWords } from '../words-context.tsx';
import { openByWord, type DoorPlate } from './door.ts';
import { FieldStore } from './store.ts';

/** Without network the word opens what was taken along; with it, signing in does. */
export function OpenByWord(props: {
  readonly doors: readonly DoorPlate[];
  readonly onOpen: (opened: {
    readonly userId: string;
    readonly displayName: string;
    readonly store: FieldStore;
  }) => void;
  readonly onSignIn: () => void;
}) {
  const { offline, shell } = useWords();
  usePageTitle(offline.open.title);
  const [userId, setUserId] = useState(props.doors[0]?.userId ?? '');
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState<'wrong' | 'closed' | null>(null);
  const [busy, setBusy] = useState(false);
  const door = props.doors.find((each) => each.userId === userId);
  const closed = door?.byWord !== true || wrong === 'closed';

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || door === undefined) return;
    setBusy(true);
    const key = await openByWord(userId, word, Date.now());
    setBusy(false);
    if (typeof key === 'string') setWrong(key);
    else {
      const { displayName } = door;
      props.onOpen({ userId, displayName, store: new FieldStore(userId, key) });
    }
  };
  return (
    <div className="card-page">
      <header className="card-head">
        <strong className="brand">{shell.product}</strong>
      </header>
      <main className="card">
        <h1>{offline.open.title}</h1>
        <p>{offline.open.lead}</p>
        <form onSubmit={(event) => void open(event)} className="narrow-form">
          {props.doors.length > 1 && (
            <Field label={offline.open.who}>
              {(aria) => (
                <select
                  {...aria}
                  className="field-control"
                  value={userId}
                  onChange={({ target }) => setUserId(target.value)}
                >
                  {props.doors.map((each) => (
                    <option key={each.userId} value={each.userId}>
                      {each.displayName}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {props.doors.length === 1 && <p className="strong">{door?.displayName}</p>}
          {closed ? (
            <p role="alert">{offline.open.closed}</p>
          ) : (
            <>
              <Field
                label={offline.open.word}
                error={wrong === 'wrong' ? offline.open.wrong : undefined}
                id="field-word"
              >
                {(aria) => (
                  <Input
                    {...aria}
                    type="password"
                    autoComplete="off"
                    size="large"
                    value={word}
                    onChange={({ target }) => setWord(target.value)}
                  />
                )}
              </Field>
              <Button type="primary" htmlType="submit" size="large" loading={busy} block>
                {offline.open.submit}
              </Button>
            </>
          )}
        </form>
        <p>
          <Button size="large" block onClick={props.onSignIn}>
            {offline.open.signIn}
          </Button>
        </p>
      </main>
    </div>
  );
}
