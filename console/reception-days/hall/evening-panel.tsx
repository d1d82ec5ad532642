import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { api } from '../../shell/api.ts';
import { DateField } from '../../shell/date-field.tsx';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { newKey } from '../../shell/use-submission.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { hallKey } from './use-hall.ts';
import { useHallStep } from './use-hall-step.ts';

/** In the evening those who wait are asked to come the next morning, first and in order. */
export function EveningPanel(props: { readonly hall: HallView }) {
  const { dayId, nextMorning } = props.hall;
  const { hall } = useWords();
  const say = hall.evening;
  const client = useQueryClient();
  const [on, setOn] = useState<string>(nextMorning);
  const sit = useHallStep(dayId);
  const carry = useMutation({
    mutationFn: () =>
      api.post<{ carried: number }>(`/reception-days/${dayId}/evening`, { on }, { key: newKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: hallKey(dayId) }),
  });
  return (
    <section className="panel" aria-labelledby="hall-evening">
      <h2 id="hall-evening">{say.title}</h2>
      <p className="quiet">{say.text}</p>
      {carry.isError && <ProblemNote error={carry.error} />}
      {sit.isError && <ProblemNote error={sit.error} />}
      <Field label={say.on}>
        {(aria) => <DateField aria={aria} value={on} onChange={setOn} />}
      </Field>
      <div className="form-foot">
        <Button loading={carry.isPending} onClick={() => carry.mutate()}>
          {say.carry}
        </Button>
        <Button onClick={() => sit.mutate({ type: 'sit', input: { on } })}>{say.sit}</Button>
      </div>
      <p role="status">{carry.data && fill(say.done, { count: carry.data.carried })}</p>
    </section>
  );
}
