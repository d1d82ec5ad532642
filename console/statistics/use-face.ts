import { useUnits } from '../shell/reference-data.ts';
import { useSession } from '../shell/session.tsx';
import type { Face } from './groups.ts';

const ofPlace = ['petition-office', 'leadership', 'joint-meeting-office'];

/** As whom the reader looks; null while the units are not here yet. */
export function useFace(): Face | null {
  const { unit, roles } = useSession();
  const units = useUnits();
  const own = units.find(({ id }) => id === unit?.id);
  if (own === undefined) return null;
  if (!ofPlace.includes(own.kind)) return 'unit';
  return roles.includes('leader') ? 'leader' : 'office';
}
