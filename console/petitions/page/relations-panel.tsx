import { Link } from 'react-router';
import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import type { PetitionView, RelationView } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { formatMoment } from '../../shell/format.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { stepAddress } from '../steps.ts';

/** What may be said or undone of other petitions, from here. */
const steps: readonly PublicCommandType[] = [
  'relate',
  'joinGroup',
  'leaveGroup',
  'formGroup',
  'dissolveGroup',
  'undoRelation',
  'undoMerge',
];

/** Petitions that this one has to do with: who said so, when and why, the undone ones too (P-13). */
export function RelationsPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say, commands } = useWords();
  const open = petition.allowances
    .filter(({ command, allowed }) => allowed && steps.includes(command))
    .map(({ command }) => command);
  const { isHead, head } = petition.group;
  if (petition.relations.length === 0 && open.length === 0 && !isHead) return null;
  return (
    <section className="panel">
      <h2>{say.relations}</h2>
      {petition.relations.length === 0 && !isHead && <p className="quiet">{say.noRelations}</p>}
      {(isHead || head !== null) && (
        <p className="panel-steps group-link">
          <Link to={`/groups/${head ?? petition.id}`}>{say.group.open}</Link>
        </p>
      )}
      <ul className="plain-list">
        {petition.relations.map((relation) => (
          <Line key={relation.relationId} relation={relation} />
        ))}
      </ul>
      <p className="panel-steps">
        {steps
          .filter((step) => open.includes(step))
          .map((step) => (
            <Link key={step} to={stepAddress(petition, step)}>
              {commands.name[step]}
            </Link>
          ))}
      </p>
    </section>
  );
}

function Line({ relation }: { readonly relation: RelationView }) {
  const { petition: say, terms, events } = useWords();
  const { kind, id, number, undone } = relation;
  const who = (name: string): string =>
    name === 'petitioner' || name === 'system' ? events.by[name] : name;
  const told = { by: who(relation.by), at: formatMoment(relation.at) };
  return (
    <li>
      {terms.relation[kind]}{' '}
      <Link to={`/petitions/${id}`} className="figure">
        {displayPetitionNumber(number)}
      </Link>
      {undone !== null && <span className="tag">{say.undone}</span>}
      <span className="line-sub">
        {fill(relation.suggested ? say.relatedOnSuggestion : say.relatedBy, told)}
        {relation.reason !== null && ` · ${relation.reason}`}
      </span>
      {undone !== null && (
        <span className="line-sub">
          {fill(say.undoneBy, { by: who(undone.by), at: formatMoment(undone.at) })}
          {undone.reason !== null && ` · ${undone.reason}`}
        </span>
      )}
    </li>
  );
}
