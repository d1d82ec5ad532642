import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Field } from '../../shell/field.tsx';
import { useFieldWork, useRecords, useTaken } from '../../shell/offline/field-context.ts';
import { isUnsent } from '../../shell/offline/record.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import {
  disputeRecordKind,
  emptyNotes,
  requiredNotes,
  type DisputeFieldRecord,
  type DisputeNotes,
  type TakenForm,
} from './notes.ts';

type Name = keyof DisputeNotes;

/** One dispute on the telephone: each change lies there at once, and is sent when it is finished. */
export function FieldDisputePage() {
  const { id = '' } = useParams();
  const { words } = useSpeech();
  const say = words.disputes;
  usePageTitle(say.record);
  const { store } = useFieldWork();
  const records = useRecords<DisputeNotes>(disputeRecordKind);
  const [form] = useTaken<TakenForm>(disputeRecordKind) ?? [];
  if (store === null || records === undefined || form === undefined) {
    return (
      <>
        <h1>{say.record}</h1>
        <p>
          <Link to="/field/disputes">{say.back}</Link>
        </p>
      </>
    );
  }
  const kept = records.find((record) => record.id === id) ?? null;
  if (kept?.state === 'sent') {
    return (
      <>
        <h1>{say.record}</h1>
        <p role="status">{say.field.state.sent}</p>
        <p>
          <Link to="/field/disputes">{say.back}</Link>
        </p>
      </>
    );
  }
  return <Notes key={id} {...{ id, kept, form: form.value }} />;
}

function Notes(props: {
  readonly id: string;
  readonly kept: DisputeFieldRecord | null;
  readonly form: TakenForm;
}) {
  const { id, kept, form } = props;
  const { words, language } = useSpeech();
  const say = words.disputes;
  const { session, store, send } = useFieldWork();
  const navigate = useNavigate();
  const [body, setBody] = useState<DisputeNotes>(() => kept?.body ?? emptyNotes(form));
  const [missing, setMissing] = useState<Name | null>(null);
  const madeAt = useRef(kept?.madeAt ?? Date.now());
  const state = kept?.state ?? 'draft';
  const locked = state === 'sent' || state === 'waiting';

  const put = async (next: DisputeNotes, to: DisputeFieldRecord['state']): Promise<void> => {
    await store?.put({
      id,
      kind: disputeRecordKind,
      about: null,
      state: to,
      madeAt: madeAt.current,
      changedAt: Date.now(),
      body: next,
      files: [],
      trouble: null,
    });
  };
  const change = (name: Name) => (value: string) => {
    const next = { ...body, [name]: value };
    setBody(next);
    setMissing(null);
    void put(next, 'draft');
  };
  const finish = async () => {
    const empty = requiredNotes.find((name) => body[name].trim() === '');
    setMissing(empty ?? null);
    if (empty !== undefined) return;
    await put(body, 'waiting');
    await navigate('/field/disputes');
    // Opened by the word alone, nothing can be sent: to sign in is asked when somebody sends.
    if (session !== null) void send();
  };
  const fault = (name: Name): string | undefined =>
    missing === name ? fill(say.field.required, { field: say.label[name] }) : undefined;
  const select = (name: 'regionCode' | 'kind', options: readonly (readonly [string, string])[]) => (
    <Field label={say.label[name]} id={`field-${name}`} error={fault(name)} required>
      {(aria) => (
        <select
          {...aria}
          className="field-control"
          value={body[name]}
          disabled={locked}
          onChange={({ target }) => change(name)(target.value)}
        >
          <option value="">{words.shell.form.noChoice}</option>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const area = (name: 'about' | 'tried' | 'parties', help?: string) => (
    <Field
      label={say.label[name]}
      id={`field-${name}`}
      help={help}
      error={fault(name)}
      required={name === 'about'}
    >
      {(aria) => (
        <textarea
          {...aria}
          className="field-control"
          rows={4}
          value={body[name]}
          disabled={locked}
          onChange={({ target }) => change(name)(target.value)}
        />
      )}
    </Field>
  );
  return (
    <>
      <h1>{say.record}</h1>
      <p>
        <Link to="/field/disputes">{say.back}</Link> · {say.field.state[state]}
      </p>
      {kept?.trouble != null && (
        <p role="alert">{fill(say.field.refused, { reason: kept.trouble.detail })}</p>
      )}
      <p className="quiet">
        {say.help.accusation} {say.help.accusationLink}
      </p>
      {select(
        'regionCode',
        form.regions.map(({ code, name }) => [code, name] as const),
      )}
      <Field
        label={say.label.place}
        id="field-place"
        help={say.help.place}
        error={fault('place')}
        required
      >
        {(aria) => (
          <input
            {...aria}
            className="field-control"
            value={body.place}
            disabled={locked}
            onChange={({ target }) => change('place')(target.value)}
          />
        )}
      </Field>
      {select(
        'kind',
        form.kinds.map(
          ({ code, name }) => [code, language === 'zh-CN' ? name.zh : name.en] as const,
        ),
      )}
      {area('about', say.help.about)}
      {area('tried')}
      {area('parties', say.help.parties)}
      {!locked && (
        <p>
          <Button type="primary" size="large" onClick={() => void finish()}>
            {say.field.finish}
          </Button>
        </p>
      )}
      {state === 'waiting' && (
        <p>
          <Button size="large" onClick={() => void put(body, 'draft')}>
            {say.field.edit}
          </Button>
        </p>
      )}
      {kept !== null && isUnsent(kept) && (
        <p>
          <Button
            size="large"
            onClick={() => {
              if (!window.confirm(say.field.dropSure)) return;
              void store?.drop(kept).then(() => navigate('/field/disputes'));
            }}
          >
            {say.field.drop}
          </Button>
        </p>
      )}
    </>
  );
}
