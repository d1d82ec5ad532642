import type { PetitionEventOf } from './events.ts';
import { undone, unique } from './holding.ts';
import type { Petition } from './petition.ts';

/** J-3: the second objection goes up; the office does not pass it on again. */
export const climbed = (
  petition: Petition,
  { returnTo, superior }: PetitionEventOf<'ObjectionClimbed'>['data'],
): Petition => ({
  ...petition,
  status: 'adjudication',
  holder: superior,
  returnedBy: unique([...petition.returnedBy, petition.holder]),
  chain: undone(petition.chain, returnTo),
  superior,
  readers: unique([...petition.readers, superior]),
});

/** Reg. 24: the unit that was named has it; what was objected to it is answered with that. */
export function decidedFor(
  petition: Petition,
  { unit, meeting }: PetitionEventOf<'CompetenceDecided'>['data'],
  at: number,
): Petition {
  const had = petition.holder === unit && petition.status !== 'adjudication';
  const chain =
    petition.status === 'referred' || petition.status === 'objected'
      ? undone(petition.chain, petition.office)
      : petition.chain;
  return {
    ...petition,
    status: 'referred',
    holder: unit,
    competenceDecided: true,
    // What the superior decided after all, no meeting need decide.
    agenda: petition.agenda?.cause === 'overdue' && meeting === undefined ? null : petition.agenda,
    readers: unique([...petition.readers, unit]),
    objections: petition.objections.map((each) =>
      each.upheld === null ? { ...each, upheld: each.by !== unit } : each,
    ),
    chain: had
      ? petition.chain
      : [
          ...chain,
          {
            from: meeting === undefined ? (petition.superior ?? petition.office) : petition.office,
            to: unit,
            mode: 'refer',
            at,
            dueDate: null,
            returned: false,
          },
        ],
  };
}
