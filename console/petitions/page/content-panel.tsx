import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { useWords } from '../../shell/words-context.tsx';
import { wordFor } from '../../words/words.ts';
import { Attachments } from './attachments.tsx';

/** What came in: the words, what the form asked beside them, and the files. */
export function ContentPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say, events } = useWords();
  const details = Object.entries(petition.details).filter(([, value]) => value !== '');
  return (
    <section className="panel">
      <h2>{say.content}</h2>
      <p className="letter-text">{petition.text}</p>
      {details.length > 0 && (
        <>
          <h3>{say.details}</h3>
          <dl className="facts">
            {details.map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{wordFor(say.detail, name)}</dt>
                <dd>{value === 'true' ? events.by.true : value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3>{say.attachments}</h3>
      <Attachments petition={petition} />
    </section>
  );
}
