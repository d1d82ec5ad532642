import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { PaperTemplates } from '../../src/capabilities/papers/contract.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { useSentence } from '../shell/problem-note.tsx';
import { problemOf } from '../shell/problem.ts';
import { TextArea } from '../shell/text-area.tsx';
import { useWords } from '../shell/words-context.tsx';
import { wordFor } from '../words/words.ts';

/** These may stand anywhere and need not. */
const free: ReadonlySet<string> = new Set(['you', 'we', 'issuer']);

type Slot = PaperTemplates['items'][number]['slots'][number];

/** One passage: its own wording over the default, with the facts that must stand in it. */
export function WordingSlot(props: {
  readonly kind: string;
  readonly slot: Slot;
  readonly label: string;
  readonly typed: string | undefined;
  readonly onType: (text: string) => void;
  readonly onKept: () => Promise<void>;
}) {
  const { wording: say } = useWords();
  const { kind, slot, typed } = props;
  const sentence = useSentence();
  const kept = slot.own ?? slot.text;
  const text = typed ?? kept;
  const address = `/paper-templates/${kind}/${slot.slot}`;
  const save = useMutation({
    mutationFn: () => api.put(address, { text }),
    onSuccess: props.onKept,
  });
  const restore = useMutation({ mutationFn: () => api.remove(address), onSuccess: props.onKept });
  const error = save.error ?? restore.error;
  const isChanged = text !== kept;
  return (
    <Field
      label={props.label}
      className="wording-slot"
      error={error === null ? undefined : sentence(problemOf(error))}
      help={slot.own === null ? undefined : `${say.default}${slot.text}`}
    >
      {(aria) => (
        <>
          <TextArea
            aria={aria}
            rows={2}
            limit={4000}
            value={text}
            onChange={(next) => {
              save.reset();
              props.onType(next);
            }}
          />
          <span className="row">
            {slot.placeholders.map((name) => {
              const stands = free.has(name) || text.includes(`{${name}}`);
              return (
                <span key={name} className={stands ? 'tag' : 'tag warning'}>
                  <code>{`{${name}}`}</code> {wordFor(say.placeholder, name)}
                  {!stands && ` · ${say.missing}`}
                </span>
              );
            })}
            <span className="wording-actions">
              {isChanged && (
                <Button
                  size="small"
                  type="primary"
                  loading={save.isPending}
                  onClick={() => save.mutate()}
                >
                  {say.save}
                </Button>
              )}
              {isChanged && (
                <Button
                  size="small"
                  onClick={() => {
                    save.reset();
                    props.onType(kept);
                  }}
                >
                  {say.undo}
                </Button>
              )}
              {slot.own !== null && (
                <Button size="small" loading={restore.isPending} onClick={() => restore.mutate()}>
                  {say.restore}
                </Button>
              )}
            </span>
            <span role="status" className="quiet">
              {!isChanged && save.isSuccess && say.saved}
              {!isChanged && restore.isSuccess && slot.own === null && say.restored}
            </span>
          </span>
        </>
      )}
    </Field>
  );
}
