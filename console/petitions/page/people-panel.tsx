import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type {
  PersonView,
  PetitionView,
  RevealedPerson,
} from '../../../src/capabilities/petitions/view.ts';
import { api } from '../../shell/api.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill, wordFor } from '../../words/words.ts';

/** People above the fold: a joint letter must not push the clocks out of sight. */
const peopleAtOnce = 2;

/** Who it is, masked; a look behind the mask leaves a trace. */
export function PeoplePanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  const others = petition.people.slice(peopleAtOnce);
  return (
    <section className="panel">
      <h2>{say.people}</h2>
      {petition.people.length === 0 && <p className="quiet">{say.noPeople}</p>}
      {petition.people.slice(0, peopleAtOnce).map((person) => (
        <Person key={person.id} person={person} petition={petition} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{fill(say.morePeople, { count: others.length })}</summary>
          {others.map((person) => (
            <Person key={person.id} person={person} petition={petition} />
          ))}
        </details>
      )}
      {petition.mayReveal && petition.people.length > 0 && (
        <p className="field-help no-print">{say.revealTrace}</p>
      )}
    </section>
  );
}

function Person(props: { readonly person: PersonView; readonly petition: PetitionView }) {
  const { person, petition } = props;
  const { petition: say, terms, registration } = useWords();
  const doubts = registration.warning;
  const reveal = useMutation({
    mutationFn: () =>
      api.post<RevealedPerson>(`/petitions/${petition.id}/people/${person.id}/reveal`, {}),
  });
  const masked = {
    name: person.name,
    documentNumber: person.documentNumber,
    mobile: person.mobile,
    address: person.address,
  };
  const shown = Object.entries(reveal.data?.fields ?? masked).filter(
    ([name, value]) => value !== '' && name !== 'role',
  );
  const named = (name: string, value: string) =>
    name === 'documentType' ? wordFor(terms.documentType, value) : value;
  return (
    <div className="person-item" aria-live="polite">
      <div className="row between">
        <strong>{terms.personRole[person.role]}</strong>
        {petition.mayReveal &&
          (reveal.data === undefined ? (
            <Button size="small" loading={reveal.isPending} onClick={() => reveal.mutate()}>
              {say.reveal}
            </Button>
          ) : (
            <Button size="small" onClick={() => reveal.reset()}>
              {say.hide}
            </Button>
          ))}
      </div>
      <dl className="facts">
        {shown.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{wordFor(say.person, name)}</dt>
            <dd className="figure">{named(name, value)}</dd>
          </div>
        ))}
      </dl>
      {reveal.data?.warnings.map((warning) => (
        <p key={warning} className="warning">
          {wordFor(doubts, warning)}
        </p>
      ))}
      {reveal.isError && <ProblemNote error={reveal.error} />}
    </div>
  );
}
