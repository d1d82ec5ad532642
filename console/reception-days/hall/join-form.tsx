import { Button } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import type { GroupView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { PetitionField } from '../../petitions/commands/petition-field.tsx';
import { api } from '../../shell/api.ts';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useDraft } from '../../shell/use-draft.ts';
import { useSubmission } from '../../shell/use-submission.ts';
import { useWords } from '../../shell/words-context.tsx';

/** The conversation joins a petition that is open already. */
export function JoinForm(props: {
  readonly place: string;
  readonly ticket: NonNullable<GroupView['current']>;
  readonly onDone: () => void;
}) {
  const { place, ticket } = props;
  const { hall } = useWords();
  const say = hall.table;
  const [petitionId, setPetitionId] = useState('');
  const text = useDraft<string>(`join ${ticket.id}`, '');
  const send = useCallback(
    (body: unknown, key: string) =>
      api.post<undefined>(`${place}/joins`, body, { key }).then(() => true),
    [place],
  );
  const { submit, busy, error } = useSubmission(send);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    if ((await submit({ petitionId, text: text.value })) === null) return;
    text.clear();
    props.onDone();
  };
  return (
    <form className="panel narrow-form" onSubmit={(event) => void run(event)} noValidate>
      {error !== null && <ProblemNote error={error} />}
      <Field label={say.joinFind} needed>
        {(aria) => (
          <PetitionField
            aria={aria}
            value={petitionId}
            petition={{ id: '', title: '', text: '' }}
            suggests={false}
            onChange={setPetitionId}
          />
        )}
      </Field>
      <Field label={say.joinText}>
        {(aria) => (
          <TextArea
            aria={aria}
            rows={4}
            value={text.value}
            onChange={(value) => text.change(() => value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy} disabled={petitionId === ''}>
        {say.join}
      </Button>
    </form>
  );
}
