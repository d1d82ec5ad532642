import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useSpeech } from '../shell/words-context.tsx';

interface Allowance {
  readonly step: string;
  readonly allowed: boolean;
  readonly reason: { readonly zh: string; readonly en: string } | null;
}

/** What may be done with a record as buttons, what stands in the way, and the form of the one chosen. */
export function StepPanel<Step extends string>(props: {
  readonly allowances: readonly Allowance[];
  readonly steps: readonly Step[];
  readonly names: Readonly<Record<Step, string>>;
  readonly title: string;
  readonly none: string;
  readonly fieldsOf: (step: Step) => readonly ShortField[];
  readonly helpOf?: (step: Step) => string | undefined;
  readonly send: (step: Step, input: Record<string, unknown>, key: string) => Promise<unknown>;
  readonly onDone?: (step: Step, answer: unknown) => void;
  /** Of the record; its forms keep their drafts under it too. */
  readonly queryKey: readonly string[];
}) {
  const { allowances, names, queryKey } = props;
  const { language } = useSpeech();
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const mine = props.steps.filter((each) =>
    allowances.some(({ step, allowed }) => step === each && allowed),
  );
  const step = mine.find((each) => each === params.get('do'));
  const leave = () => setParams({}, { replace: true });
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{step === undefined ? props.title : names[step]}</h2>
      {step === undefined ? (
        <>
          {mine.length === 0 && <p className="quiet">{props.none}</p>}
          <div className="row">
            {mine.map((each, at) => (
              <Button
                key={each}
                size="large"
                type={at === 0 ? 'primary' : 'default'}
                onClick={() => setParams({ do: each })}
              >
                {names[each]}
              </Button>
            ))}
          </div>
          <ul className="plain-list quiet">
            {allowances.map(({ step: each, reason }) =>
              reason === null ? null : (
                <li key={each}>
                  {names[each as Step]}：{language === 'zh-CN' ? reason.zh : reason.en}
                </li>
              ),
            )}
          </ul>
        </>
      ) : (
        <>
          {props.helpOf?.(step) !== undefined && <p className="quiet">{props.helpOf(step)}</p>}
          <ShortForm
            key={step}
            draft={`${queryKey.join(':')}:${step}`}
            fields={props.fieldsOf(step)}
            label={names[step]}
            send={(input, key) => props.send(step, input, key)}
            onLeave={leave}
            onDone={(answer) => {
              void client.invalidateQueries({ queryKey });
              void client.invalidateQueries({ queryKey: ['list'] });
              props.onDone?.(step, answer);
              leave();
            }}
          />
        </>
      )}
    </section>
  );
}
