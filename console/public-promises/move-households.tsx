import { limits } from '../../src/capabilities/case-sponsorship/public-promises/limits.ts';
import type { PromiseView } from '../../src/capabilities/case-sponsorship/public-promises/view.ts';
import { api } from '../shell/api.ts';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** Moves the picked households to a step, from where they were seen. */
export function MoveHouseholds(props: {
  readonly promise: PromiseView;
  /** Steps by household. */
  readonly picked: ReadonlyMap<string, number>;
  readonly onDone: () => void;
}) {
  const { promise, picked } = props;
  const { publicPromises: say } = useWords();
  const label = fill(say.list.move, { count: picked.size });
  return (
    <ShortForm
      draft={`public-promise:${promise.id}:move`}
      label={label}
      fields={[
        {
          name: 'to',
          kind: 'choice',
          label: say.label.to,
          required: true,
          options: promise.steps.map(({ name }, at) => ({ value: String(at), label: name })),
        },
        {
          name: 'note',
          kind: 'text',
          label: say.label.note,
          help: say.help.note,
          limit: limits.note,
        },
      ]}
      send={async ({ to, note = '' }, key) => {
        const all = [...picked].map(([id, from]) => ({ id, from }));
        for (let at = 0; at < all.length; at += limits.rows) {
          const households = all.slice(at, at + limits.rows);
          const body = { households, to: Number(to), note };
          await api.post(`/public-promises/${promise.id}/moves`, body, { key: `${key}-${at}` });
        }
      }}
      onDone={props.onDone}
    />
  );
}
