import { useQueryClient } from '@tanstack/react-query';
import type { PaperTemplates } from '../../src/capabilities/papers/contract.ts';
import { useDraft } from '../shell/use-draft.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { WordingPreview } from './wording-preview.tsx';
import { WordingSlot } from './wording-slot.tsx';

type Template = PaperTemplates['items'][number];

/** The passages of one kind, and an invented paper that says them. */
export function WordingForm(props: { readonly template: Template; readonly title: string }) {
  const { wording: say, shell } = useWords();
  const { kind, slots } = props.template;
  const client = useQueryClient();
  // What was typed and not kept yet, by passage.
  const draft = useDraft<Readonly<Record<string, string>>>(`wording:${kind}`, {});
  const forget = async (slot: string) => {
    draft.change((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => name !== slot)),
    );
    await client.invalidateQueries({ queryKey: ['paper-templates'] });
  };
  return (
    <div className="wording-main">
      <section className="panel" aria-labelledby="wording-kind">
        <h2 id="wording-kind">{props.title}</h2>
        <p className="quiet">{fill(say.help, { you: '{you}', we: '{we}', issuer: '{issuer}' })}</p>
        {draft.restored && <p className="restored">{shell.form.draftRestored}</p>}
        {slots.map((slot, at) => (
          <WordingSlot
            key={slot.slot}
            kind={kind}
            slot={slot}
            label={fill(say.passage, { n: at + 1 })}
            typed={draft.value[slot.slot]}
            onType={(text) => draft.change((before) => ({ ...before, [slot.slot]: text }))}
            onKept={() => forget(slot.slot)}
          />
        ))}
      </section>
      <WordingPreview kind={kind} title={props.title} typed={draft.value} />
    </div>
  );
}
