import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ReviewInputType } from '../../src/capabilities/review/contract.ts';
import type { ReviewView } from '../../src/capabilities/review/view.ts';
import { sendPastTheProgram } from '../petitions/commands/quiet-change.ts';
import { petitionKey } from '../petitions/petition-query.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { newKey } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { reviewsKey } from './reviews-panel.tsx';
import { fieldsOf, inputOf, type StepField } from './steps.ts';

const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const nothingTyped: Readonly<Record<string, string>> = {};

/** One step on a review: its fields, and what came of it. */
export function StepForm(props: {
  readonly review: ReviewView;
  readonly step: ReviewInputType;
  readonly paperId: string | null;
  readonly onDone: () => void;
}) {
  const { review, step, paperId } = props;
  const { review: say, shell } = useWords();
  const client = useQueryClient();
  const draft = useDraft<Readonly<Record<string, string>>>(
    `${review.id}:${step}:${paperId ?? ''}`,
    nothingTyped,
  );
  const values = draft.value;
  const fields = fieldsOf(step, review).filter(
    ({ way }) => way === undefined || way === (values['way'] ?? 'hand'),
  );
  const [key, setKey] = useState(newKey);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(false);

  const first = (field: StepField): string => field.options?.[0]?.value ?? '';
  const valueOf = (field: StepField): string => values[field.name] ?? first(field);
  // A paper that was set meanwhile is nobody's decision: the step goes on.
  const post = (input: unknown) =>
    sendPastTheProgram(
      review,
      (expectedVersion) =>
        api.post(
          `/reviews/${review.id}/commands/${kebab(step)}`,
          { expectedVersion, input },
          { key },
        ),
      () => api.get<ReviewView>(`/reviews/${review.id}`),
    );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    try {
      const typed = Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
      const input = inputOf(step, typed, review, paperId);
      await post(input);
      draft.clear();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['review', review.id] }),
        client.invalidateQueries({ queryKey: reviewsKey(review.petition.id) }),
        client.invalidateQueries({ queryKey: petitionKey(review.petition.id) }),
        client.invalidateQueries({ queryKey: ['list'] }),
      ]);
      props.onDone();
    } catch (problem) {
      setError(problem);
      setKey(newKey());
    } finally {
      setSending(false);
    }
  };
  return (
    <form className="panel" onSubmit={(event) => void send(event)} aria-label={say.command[step]}>
      <h2>{say.command[step]}</h2>
      {draft.restored && <p className="restored">{shell.form.draftRestored}</p>}
      {error !== null && <ProblemNote error={error} />}
      {fields.map((field) => (
        <StepControl
          key={field.name}
          {...{ field, review }}
          value={valueOf(field)}
          onChange={(value) => draft.change((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={sending}>
          {say.send}
        </Button>
        <Button onClick={props.onDone}>{say.cancel}</Button>
      </div>
    </form>
  );
}

function StepControl(props: {
  readonly field: StepField;
  readonly review: ReviewView;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { field, review, value, onChange } = props;
  const { review: say } = useWords();
  const place = review.demands.findIndex(({ id }) => id === field.about);
  const demand = review.demands[place];
  const officers = useQuery({
    queryKey: ['officers', review.body?.id],
    queryFn: () =>
      api.get<{ readonly officers: readonly { userId: string; displayName: string }[] }>(
        `/units/${review.body?.id ?? ''}/officers`,
      ),
    enabled: field.kind === 'person' && review.body !== null,
  });
  const people = officers.data?.officers ?? [];
  return (
    <>
      {demand !== undefined && <h3>{fill(say.demand, { n: place + 1, text: demand.text })}</h3>}
      <Field label={wordFor(say.field, field.word)}>
        {(aria) => {
          if (field.kind === 'text') {
            return <TextArea {...{ aria, value, onChange }} rows={2} />;
          }
          if (field.kind === 'date') {
            return <DateField {...{ aria, value, onChange }} />;
          }
          const options =
            field.kind === 'person'
              ? people.map(({ userId, displayName }) => ({ value: userId, label: displayName }))
              : (field.options ?? []).map((option) => ({
                  value: option.value,
                  label: option.label ?? wordFor(say.option, option.value),
                }));
          return <Choice {...{ aria, value, options, onChange }} empty="—" />;
        }}
      </Field>
    </>
  );
}
