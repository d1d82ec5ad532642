import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from './api.ts';
import { ShortForm, type ShortField } from './short-form.tsx';

/** The steps that may be taken on a record as buttons, or the form of the one that is being taken. */
export function RecordSteps<Step extends string>(props: {
  readonly steps: readonly Step[];
  /** Those that lead away from what is expected: offered, never as the one that comes next. */
  readonly besides?: readonly Step[];
  readonly names: Readonly<Record<Step, string>>;
  readonly fieldsOf: (step: Step) => readonly ShortField[];
  /** Where a step is sent. */
  readonly addressOf: (step: Step) => string;
  /** Makes the body of a step where that is more than its fields. */
  readonly inputOf?: (step: Step, typed: Record<string, unknown>) => object;
  readonly expectedVersion: number;
  /** Of the record; its forms keep their drafts under it too. */
  readonly queryKey: readonly string[];
}) {
  const { steps, besides = [], names, queryKey } = props;
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const step = steps.find((each) => each === params.get('do'));
  const leave = () => setParams({}, { replace: true });
  if (steps.length === 0) return null;
  if (step === undefined) {
    return (
      <div className="row">
        {steps.map((each, at) => (
          <Button
            key={each}
            size="large"
            type={at === 0 && !besides.includes(each) ? 'primary' : 'default'}
            onClick={() => setParams({ do: each })}
          >
            {names[each]}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <section className="panel" aria-labelledby="step">
      <h2 id="step">{names[step]}</h2>
      <ShortForm
        key={step}
        draft={`${queryKey.join(':')}:${step}`}
        fields={props.fieldsOf(step)}
        label={names[step]}
        send={(input, key) =>
          api.post(
            props.addressOf(step),
            {
              expectedVersion: props.expectedVersion,
              input: props.inputOf?.(step, input) ?? input,
            },
            { key },
          )
        }
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
