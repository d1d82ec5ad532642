import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../shell/api.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';

/** A step that may be taken now, and the paper it is about where it is one. */
export interface OpenStep<Step extends string> {
  readonly step: Step;
  readonly paperId?: string;
}

/** The steps on a record of supervision, the next one first, or the form of the one being taken. */
export function StepsPanel<Step extends string>(props: {
  readonly steps: readonly OpenStep<Step>[];
  readonly next: Step | null;
  readonly names: Readonly<Record<Step, string>>;
  readonly fieldsOf: (step: Step) => readonly ShortField[];
  readonly inputOf?: (step: Step, typed: Record<string, unknown>) => Record<string, unknown>;
  /** Where a step is sent. */
  readonly path: string;
  readonly expectedVersion: number;
  readonly queryKey: readonly string[];
}) {
  const { names, next, queryKey, expectedVersion } = props;
  const { supervisionLetters: say } = useWords();
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const steps = props.steps.toSorted(
    (one, other) => Number(other.step === next) - Number(one.step === next),
  );
  const taken = steps.find(({ step }) => step === params.get('do'));
  const leave = () => setParams({}, { replace: true });
  if (taken === undefined) {
    return (
      <section className="panel" aria-labelledby="steps">
        <h2 id="steps">{say.steps}</h2>
        {steps.length === 0 && <p className="quiet">{say.noSteps}</p>}
        <div className="row">
          {steps.map(({ step }) => (
            <Button
              key={step}
              type={step === next ? 'primary' : 'default'}
              onClick={() => setParams({ do: step })}
            >
              {names[step]}
            </Button>
          ))}
        </div>
      </section>
    );
  }
  const { step, paperId } = taken;
  return (
    <section className="panel" aria-labelledby="step">
      <h2 id="step">{names[step]}</h2>
      <ShortForm
        key={step}
        draft={`${queryKey.join(':')}:${step}`}
        fields={props.fieldsOf(step)}
        label={names[step]}
        send={(typed, key) => {
          const input = {
            ...(props.inputOf?.(step, typed) ?? typed),
            ...(paperId === undefined ? {} : { paperId }),
          };
          return api.post(props.path, { expectedVersion, step: { type: step, input } }, { key });
        }}
        onLeave={leave}
        onDone={() => {
          void client.invalidateQueries({ queryKey });
          void client.invalidateQueries({ queryKey: ['list'] });
          leave();
        }}
      />
    </section>
  );
}
