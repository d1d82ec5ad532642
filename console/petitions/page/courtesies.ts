import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';

/** What the program does of the five courtesies, as it stands in the record. */
export interface Courtesy {
  readonly name: 'card' | 'materials' | 'followUp';
  /** Done, under way, to come by itself, or nothing to do so far. */
  readonly state: 'done' | 'waiting' | 'coming' | 'nothing';
  /** Epoch ms. */
  readonly at: number | null;
  readonly paperId: string | null;
}

type Facts = Pick<PetitionView, 'channel' | 'papers' | 'afterwards' | 'status' | 'registeredAt'>;

/** Who came in person: at the window, or on a reception day. */
export const isVisit = ({ channel }: Pick<PetitionView, 'channel'>): boolean =>
  channel === 'visit' || channel === 'reception-day';

/** Under which a receipt is opened: it is no paper of the petition, and there from the first moment. */
const receipt = 'receipt';

const materialKinds: ReadonlySet<string> = new Set(['one-time-notice', 'supplement-request']);

function materialsOf({ papers }: Facts): Courtesy {
  const name = 'materials';
  const told = papers.findLast(({ kind, stage }) => materialKinds.has(kind) && stage !== 'void');
  if (told === undefined) return { name, state: 'nothing', at: null, paperId: null };
  const { id: paperId, sealedAt: at } = told;
  return { name, state: at === null ? 'waiting' : 'done', at, paperId };
}

function followUpOf({ afterwards, status }: Facts): Courtesy {
  const followUp = afterwards?.followUp ?? null;
  const base = { name: 'followUp', at: null, paperId: null } as const;
  if (followUp === null) return { ...base, state: status === 'concluded' ? 'nothing' : 'coming' };
  const { doneAt } = followUp;
  return doneAt === null ? { ...base, state: 'waiting' } : { ...base, state: 'done', at: doneAt };
}

/** The last three of the five: the card, all materials told at once, one follow-up. */
export const courtesiesOf = (petition: Facts): readonly Courtesy[] => [
  { name: 'card', state: 'done', at: petition.registeredAt, paperId: receipt },
  materialsOf(petition),
  followUpOf(petition),
];
