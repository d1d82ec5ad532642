import { Input } from 'antd';
import { limits } from '../../../src/capabilities/petitions/limits.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { Choice } from '../../shell/choice.tsx';
import { DateField } from '../../shell/date-field.tsx';
import { Field, type FieldAria } from '../../shell/field.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import type { Answer } from './values.ts';

/** The opinion, demand by demand: facts, basis, one of three outcomes, the answer. */
export function AnswersField(props: {
  readonly aria: FieldAria;
  readonly value: readonly Answer[];
  readonly petition: PetitionView;
  readonly onChange: (value: readonly Answer[]) => void;
}) {
  const { fields, terms, petition: words, shell } = useWords();
  const { value: answers, onChange } = props;
  const change = (demandId: string, next: Partial<Answer>) =>
    onChange(
      answers.map((answer) => (answer.demandId === demandId ? { ...answer, ...next } : answer)),
    );
  return (
    <div id={props.aria.id} tabIndex={-1}>
      {answers.map((answer, at) => {
        const demand = props.petition.demands.find(({ id }) => id === answer.demandId);
        const set = (next: Partial<Answer>) => change(answer.demandId, next);
        const text = (name: 'facts' | 'basis' | 'answer', limit: number) => (
          <Field label={fields.label[name]} help={name === 'answer' ? '' : fields.help[name]}>
            {(aria) => (
              <TextArea
                aria={aria}
                value={answer[name]}
                limit={limit}
                onChange={(typed) => set({ [name]: typed })}
              />
            )}
          </Field>
        );
        return (
          <fieldset key={answer.demandId} className="sub-form">
            <legend>{fill(words.demandNumber, { n: at + 1 })}</legend>
            <p className="letter-text">{demand?.text}</p>
            <Field label={fields.label.outcome}>
              {(aria) => (
                <Choice
                  aria={aria}
                  empty={shell.form.noChoice}
                  value={answer.outcome}
                  options={keysOf(terms.outcome).map((each) => ({
                    value: each,
                    label: terms.outcome[each],
                  }))}
                  onChange={(outcome) => set({ outcome })}
                />
              )}
            </Field>
            {text('facts', limits.text)}
            {text('basis', limits.explanation)}
            {text('answer', limits.text)}
            <div className="columns">
              <Field label={fields.label.responsible} optional>
                {(aria) => (
                  <Input
                    {...aria}
                    value={answer.responsible}
                    onChange={(event) => set({ responsible: event.target.value })}
                  />
                )}
              </Field>
              <Field label={fields.label.executionDue} help={fields.help.executionDue} optional>
                {(aria) => (
                  <DateField
                    aria={aria}
                    value={answer.dueDate}
                    onChange={(dueDate) => set({ dueDate })}
                  />
                )}
              </Field>
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
