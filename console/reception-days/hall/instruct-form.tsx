import { Button, Input } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { GroupView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { api } from '../../shell/api.ts';
import { Choice } from '../../shell/choice.tsx';
import { DateField } from '../../shell/date-field.tsx';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useUnits } from '../../shell/reference-data.ts';
import { SearchSelect } from '../../shell/search-select.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useDraft } from '../../shell/use-draft.ts';
import { useSubmission } from '../../shell/use-submission.ts';
import { useWords } from '../../shell/words-context.tsx';

const empty = { text: '', unit: '', dueDate: '', responsible: '', promisedTo: 'petitioner' };

/** The leader's instruction becomes a commitment with unit and date (R-4, C-1). */
export function InstructForm(props: {
  readonly place: string;
  readonly ticket: NonNullable<GroupView['current']>;
  readonly onDone: () => void;
}) {
  const { place, ticket } = props;
  const { hall } = useWords();
  const say = hall.table;
  const units = useUnits();
  const [petitionId, setPetitionId] = useState(ticket.matters.at(-1)?.petitionId ?? '');
  const [made, setMade] = useState<string | null>(null);
  const draft = useDraft(`instruction ${ticket.id}`, empty);
  const { value } = draft;
  const set = (next: Partial<typeof empty>) => draft.change((before) => ({ ...before, ...next }));
  const send = useCallback(
    (body: unknown, key: string) =>
      api.post<{ commitmentId: string }>(`${place}/instructions`, body, { key }),
    [place],
  );
  const { submit, busy, error } = useSubmission(send);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit({ ...value, petitionId });
    if (done === null) return;
    draft.clear();
    setMade(done.commitmentId);
    props.onDone();
  };
  return (
    <form className="panel narrow-form" onSubmit={(event) => void run(event)} noValidate>
      <div role="status">
        {made !== null && (
          <p>
            {say.instructed} <Link to={`/commitments/${made}`}>{say.openCommitment}</Link>
          </p>
        )}
      </div>
      {error !== null && <ProblemNote error={error} />}
      <Field label={say.matters}>
        {(aria) => (
          <Choice
            aria={aria}
            value={petitionId}
            options={ticket.matters.map((matter) => ({
              value: matter.petitionId,
              label: matter.number === null ? say.unseen : displayPetitionNumber(matter.number),
            }))}
            onChange={setPetitionId}
          />
        )}
      </Field>
      <Field label={say.instruction} needed>
        {(aria) => (
          <TextArea aria={aria} rows={4} value={value.text} onChange={(text) => set({ text })} />
        )}
      </Field>
      <Field label={say.unit} needed>
        {(aria) => (
          <SearchSelect
            aria={aria}
            value={value.unit}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(unit) => set({ unit })}
          />
        )}
      </Field>
      <Field label={say.due} needed>
        {(aria) => (
          <DateField aria={aria} value={value.dueDate} onChange={(dueDate) => set({ dueDate })} />
        )}
      </Field>
      <Field label={say.responsible}>
        {(aria) => (
          <Input
            {...aria}
            value={value.responsible}
            onChange={(event) => set({ responsible: event.target.value })}
          />
        )}
      </Field>
      <Field label={say.promisedTo}>
        {(aria) => (
          <Choice
            aria={aria}
            value={value.promisedTo}
            options={[
              { value: 'petitioner', label: say.toPetitioner },
              { value: 'office', label: say.toOffice },
            ]}
            onChange={(promisedTo) => set({ promisedTo })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy}>
        {say.instruct}
      </Button>
    </form>
  );
}
