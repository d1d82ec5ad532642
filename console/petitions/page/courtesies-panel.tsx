import { Link } from 'react-router';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatMoment } from '../../shell/format.ts';
import { useSession } from '../../shell/session.tsx';
import { Tick } from '../../shell/tick.tsx';
import { useDraft } from '../../shell/use-draft.ts';
import { useWords } from '../../shell/words-context.tsx';
import { wordFor } from '../../words/words.ts';
import { courtesiesOf, isVisit, type Courtesy } from './courtesies.ts';
import { paperAddress } from './papers-panel.tsx';

const byHand = ['smile', 'tea'] as const;
type ByHand = (typeof byHand)[number];

/**
 * The five courtesies at a visit. The first two are ticked for oneself, on this machine: what
 * is kept of people's kindness is counted one day. The other three stand in the record.
 */
export function CourtesiesPanel({ petition }: { readonly petition: PetitionView }) {
  const { unit } = useSession();
  // Whoever received the visitor; for everybody else it is no task.
  const isHost = unit?.id === petition.office.id;
  return isVisit(petition) && isHost ? <Checklist petition={petition} /> : null;
}

function Checklist({ petition }: { readonly petition: PetitionView }) {
  const { courtesies: say } = useWords().petition;
  const draft = useDraft<readonly ByHand[]>(`courtesies ${petition.id}`, []);
  const tick = (name: ByHand) => (on: boolean) =>
    draft.change((before) => [...before.filter((each) => each !== name), ...(on ? [name] : [])]);
  return (
    <section className="panel no-print" aria-labelledby="courtesies">
      <h2 id="courtesies">{say.title}</h2>
      <p className="quiet">{say.help}</p>
      <ol className="bullets">
        {byHand.map((name) => (
          <li key={name}>
            <Tick checked={draft.value.includes(name)} onChange={tick(name)}>
              {say.name[name]}
            </Tick>
          </li>
        ))}
        {courtesiesOf(petition).map((courtesy) => (
          <li key={courtesy.name}>
            <ByProgram {...{ petition, courtesy }} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the program has done or will do, with the way to it. */
function ByProgram({
  petition,
  courtesy: { name, state, at, paperId },
}: {
  readonly petition: PetitionView;
  readonly courtesy: Courtesy;
}) {
  const { courtesies: say } = useWords().petition;
  const mayAsk = petition.allowances.some(
    ({ command, allowed }) => command === 'askSupplement' && allowed,
  );
  return (
    <>
      {say.name[name]}：<strong>{say.state[state]}</strong>
      {at !== null && <span className="figure"> {formatMoment(at).slice(0, 10)}</span>}
      <span className="line-sub">{wordFor(say.about[name], state)}</span>
      {paperId !== null && (
        <a href={paperAddress(petition.id, paperId, 'pdf')} target="_blank" rel="noreferrer">
          {say.open[name === 'card' ? 'card' : 'materials']}
        </a>
      )}
      {name === 'materials' && state === 'nothing' && mayAsk && (
        <Link to={`/petitions/${petition.id}?do=askSupplement`}>{say.tell}</Link>
      )}
    </>
  );
}
