import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { limits } from '../../src/capabilities/review/limits.ts';
import type { ReviewChoice } from '../../src/capabilities/review/view.ts';
import { petitionKey } from '../petitions/petition-query.ts';
import { api, queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { readTypedDate, todayInShanghai } from '../shell/date-typing.ts';
import { ErrorSummary } from '../shell/error-summary.tsx';
import { Field } from '../shell/field.tsx';
import { ProblemNote, useSentence } from '../shell/problem-note.tsx';
import { problemOf } from '../shell/problem.ts';
import { useAfterUploads } from '../shell/running-uploads.ts';
import { TextArea } from '../shell/text-area.tsx';
import { Uploads, type Staged } from '../shell/uploads.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { useSubmission } from '../shell/use-submission.ts';
import { useSubmitKey } from '../shell/use-submit-key.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { reviewsKey } from './reviews-panel.tsx';

interface Typed {
  readonly channel: 'letter' | 'window';
  readonly requestedOn: string;
  readonly body: string;
  readonly grounds: string;
  readonly lateReason: string;
  readonly uploads: readonly Staged[];
}

type Name = keyof Typed;
const idOf = (name: string): string => `request-${name}`;
const asked = (name: string): name is Name => name in blank('');

const blank = (today: string): Typed => ({
  channel: 'window',
  requestedOn: today,
  body: '',
  grounds: '',
  lateReason: '',
  uploads: [],
});

/** Day, way, grounds, body where two are lawful, reason of a delay, and what was handed in. */
export function RequestForm({ petitionId }: { readonly petitionId: string }) {
  const { review: say, shell } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const today = todayInShanghai(Date.now());
  const [initial] = useState(() => blank(today));
  const draft = useDraft<Typed>(`${petitionId}:requestReview`, initial);
  const { value } = draft;
  const set = (change: Partial<Typed>) => draft.change((before) => ({ ...before, ...change }));
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const day = readTypedDate(value.requestedOn, today);
  const choice = useQuery({
    queryKey: [...reviewsKey(petitionId), 'choice', day],
    queryFn: ({ signal }) =>
      api.get<ReviewChoice>(`/petitions/${petitionId}/review-choice${queryOf({ on: day ?? '' })}`, {
        signal,
      }),
    enabled: day !== null && day !== '',
    placeholderData: (before) => before,
  });
  const { data } = choice;
  const bodies = data?.bodies ?? [];
  const send = useCallback(
    (body: unknown, key: string) =>
      api.post<{ readonly id: string }>(`/petitions/${petitionId}/reviews`, body, { key }),
    [petitionId],
  );
  const { submit, busy, error } = useSubmission(send);

  const check = (): boolean => {
    const required = (name: string) => fill(shell.form.required, { field: name });
    const found: Record<string, string> = {};
    if (day === null || day === '') {
      found['requestedOn'] = fill(shell.form.badDate, { field: say.field.requestedDay });
    }
    if (value.grounds.trim() === '') found['grounds'] = required(say.field.grounds);
    if (data?.late === true && value.lateReason.trim() === '') {
      found['lateReason'] = required(say.field.lateReason);
    }
    setMissing(found);
    return Object.keys(found).length === 0;
  };

  const run = async () => {
    if (busy || !check()) return;
    const done = await submit({
      channel: value.channel,
      requestedOn: day,
      grounds: value.grounds,
      ...(data?.late === true ? { lateReason: value.lateReason } : {}),
      ...(bodies.some(({ id }) => id === value.body) ? { body: value.body } : {}),
      uploads: value.uploads.map(({ id }) => id),
    });
    if (done === null) return;
    draft.clear();
    await Promise.all([
      client.invalidateQueries({ queryKey: reviewsKey(petitionId) }),
      client.invalidateQueries({ queryKey: petitionKey(petitionId) }),
      client.invalidateQueries({ queryKey: ['list'] }),
    ]);
    void navigate(`/reviews/${done.id}`);
  };
  const { uploading, start } = useAfterUploads(run);
  useSubmitKey(start);

  const problem = error === null ? null : problemOf(error);
  const field = problem?.field !== undefined && asked(problem.field) ? problem.field : null;
  const errors: Readonly<Record<string, string>> =
    field === null || problem === null ? missing : { ...missing, [field]: sentence(problem) };
  return (
    <form
      noValidate
      aria-label={say.register}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        start();
      }}
    >
      {draft.restored && <p className="restored">{shell.form.draftRestored}</p>}
      <ErrorSummary
        errors={Object.entries(errors).map(([name, text]) => ({ id: idOf(name), text }))}
      />
      {error !== null && field === null && <ProblemNote error={error} />}
      {choice.isError && <ProblemNote error={choice.error} />}
      {data !== undefined && !choice.isError && <About choice={data} />}
      <Field id={idOf('channel')} label={say.field.channel} required>
        {(aria) => (
          <Choice
            aria={aria}
            value={value.channel}
            options={(['window', 'letter'] as const).map((each) => ({
              value: each,
              label: say.option[each],
            }))}
            onChange={(channel) => set({ channel: channel === 'letter' ? 'letter' : 'window' })}
          />
        )}
      </Field>
      <Field
        id={idOf('requestedOn')}
        label={say.field.requestedDay}
        error={errors['requestedOn']}
        required
      >
        {(aria) => (
          <DateField
            aria={aria}
            value={value.requestedOn}
            onChange={(requestedOn) => set({ requestedOn })}
          />
        )}
      </Field>
      {bodies.length > 1 && (
        <Field
          id={idOf('body')}
          label={say.chooseBody}
          help={say.chooseBodyHelp}
          error={errors['body']}
        >
          {(aria) => (
            <Choice
              aria={aria}
              empty={say.bodyLater}
              value={value.body}
              options={bodies.map(({ id, name, source }) => ({
                value: id,
                label: source === '' ? name : `${name}（${source}）`,
              }))}
              onChange={(body) => set({ body })}
            />
          )}
        </Field>
      )}
      <Field id={idOf('grounds')} label={say.field.grounds} error={errors['grounds']} required>
        {(aria) => (
          <TextArea
            {...{ aria }}
            rows={6}
            limit={limits.grounds}
            value={value.grounds}
            onChange={(grounds) => set({ grounds })}
          />
        )}
      </Field>
      {data?.late === true && (
        <Field
          id={idOf('lateReason')}
          label={say.field.lateReason}
          help={say.lateHelp}
          error={errors['lateReason']}
          required
        >
          {(aria) => (
            <TextArea
              {...{ aria }}
              rows={3}
              limit={limits.explanation}
              value={value.lateReason}
              onChange={(lateReason) => set({ lateReason })}
            />
          )}
        </Field>
      )}
      <Field id={idOf('uploads')} label={say.requestFiles} help={say.requestFilesHelp} optional>
        {(aria) => (
          <Uploads
            aria={aria}
            value={value.uploads}
            onChange={(change) =>
              draft.change((before) => ({ ...before, uploads: change(before.uploads) }))
            }
          />
        )}
      </Field>
      <div className="form-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={busy || data === undefined || choice.isError}
        >
          {say.register}
        </Button>
        <Button onClick={() => void navigate(`/petitions/${petitionId}`)}>
          {shell.action.back}
        </Button>
        <span role="status" className="quiet">
          {busy ? shell.form.sending : uploading ? shell.form.waitsForFiles : ''}
        </span>
      </div>
    </form>
  );
}

/** Which opinion, served when, until when it may be contested, and before whom. */
function About({ choice }: { readonly choice: ReviewChoice }) {
  const { review: say } = useWords();
  const { contested, bodies } = choice;
  const [only] = bodies;
  return (
    <>
      <dl className="facts">
        <dt>{say.kind}</dt>
        <dd>{say.title[choice.stage]}</dd>
        <dt>{say.contested}</dt>
        <dd>
          {contested.issuer} {contested.number}
        </dd>
        <dt>{say.servedOn}</dt>
        <dd>{todayInShanghai(contested.servedAt)}</dd>
        <dt>{say.lastDay}</dt>
        <dd>{choice.lastDay}</dd>
        {bodies.length === 1 && only !== undefined && (
          <>
            <dt>{say.body}</dt>
            <dd>
              {only.name} {only.source}
            </dd>
          </>
        )}
      </dl>
      {bodies.length === 0 && <p className="warning">{say.noBody}</p>}
      {choice.late && <p className="warning">{fill(say.isLate, { day: choice.lastDay })}</p>}
    </>
  );
}
