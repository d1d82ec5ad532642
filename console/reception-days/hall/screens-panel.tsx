import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { useHallStep } from './use-hall-step.ts';

/** Addresses of the public screens; each can be revoked. */
export function ScreensPanel(props: { readonly hall: HallView }) {
  const { dayId, screens } = props.hall;
  const { hall } = useWords();
  const say = hall.screens;
  const [label, setLabel] = useState('');
  const step = useHallStep(dayId);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() === '') return;
    step.mutate({ type: 'addScreen', input: { label } }, { onSuccess: () => setLabel('') });
  };
  return (
    <section className="panel" aria-labelledby="hall-screens">
      <h2 id="hall-screens">{say.title}</h2>
      {step.isError && <ProblemNote error={step.error} />}
      <ul className="plain-list">
        {screens.map((screen) => (
          <li key={screen.id} className="row">
            <span>{screen.label}</span>
            {screen.path === null ? (
              <span className="quiet">{say.revoked}</span>
            ) : (
              <>
                <a href={screen.path} target="_blank" rel="noreferrer">
                  {say.address}
                </a>
                <Button
                  size="small"
                  aria-label={`${say.revoke} ${screen.label}`}
                  onClick={() =>
                    step.mutate({ type: 'revokeScreen', input: { screenId: screen.id } })
                  }
                >
                  {say.revoke}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="narrow-form" noValidate>
        <Field label={say.label}>
          {(aria) => <Input {...aria} value={label} onChange={(e) => setLabel(e.target.value)} />}
        </Field>
        <Button htmlType="submit">{say.add}</Button>
      </form>
    </section>
  );
}
