import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import type { SponsoredView } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { api } from '../shell/api.ts';
import { ShortForm } from '../shell/short-form.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { inputOf, useCaseFields, type CaseStep } from './case-fields.ts';
import { usePosts } from './posts.ts';

export const keyOfCase = (id: string) => ['sponsored', id] as const;

const addressOf = (step: CaseStep): string => {
  if (step === 'giveTask') return 'tasks';
  return step === 'promise' ? 'promises' : step.replace(/[A-Z]/gu, (at) => `-${at.toLowerCase()}`);
};

/** What can be done with a case now: the usual next step as the primary button, or its form. */
export function CaseSteps({ item }: { readonly item: SponsoredView }) {
  const { words } = useSpeech();
  const { sponsored: say } = words;
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const posts = usePosts();
  const steps: readonly CaseStep[] = [
    ...item.steps,
    ...(item.mayGiveTasks ? (['giveTask'] as const) : []),
    ...(item.mayPromise ? (['promise'] as const) : []),
  ];
  const step = steps.find((each) => each === params.get('do'));
  const fieldsOf = useCaseFields(item, posts?.posts ?? [], step !== undefined);
  const leave = () => setParams({}, { replace: true });
  if (steps.length === 0) return null;
  if (step === undefined) {
    return (
      <div className="row">
        {steps.map((each, at) => (
          <Button
            key={each}
            size="large"
            type={at === 0 ? 'primary' : 'default'}
            onClick={() => setParams({ do: each })}
          >
            {say.step[each]}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <section className="panel" aria-labelledby="step">
      <h2 id="step">{say.step[step]}</h2>
      {step === 'acceptCharge' && <p>{say.help.accept}</p>}
      {step === 'writePlan' && <p className="quiet">{say.help.plan}</p>}
      <ShortForm
        key={step}
        draft={`sponsored:${item.id}:${step}`}
        fields={fieldsOf(step)}
        label={say.step[step]}
        send={(typed, key) =>
          api.post(
            `/sponsored-cases/${item.id}/${addressOf(step)}`,
            { expectedVersion: item.version, input: inputOf(step, typed) },
            { key },
          )
        }
        onLeave={leave}
        onDone={() => {
          void client.invalidateQueries({ queryKey: keyOfCase(item.id) });
          void client.invalidateQueries({ queryKey: ['list'] });
          void client.invalidateQueries({ queryKey: ['commitments'] });
          leave();
        }}
      />
    </section>
  );
}
