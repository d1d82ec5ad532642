import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { loadOrganisation, readingUnitsOf } from '../../identity-organisation/index.ts';

/** A person in a unit with the posts held there now; nothing when there are none. */
export async function findStaffActor(
  tx: Tx,
  userId: string,
  unitId: string,
): Promise<StaffActor | null> {
  const organisation = await loadOrganisation(tx);
  const user = organisation.findUser(userId);
  const posts = user?.posts.filter((post) => post.unitId === unitId) ?? [];
  if (user === undefined || user.disabled || posts.length === 0) return null;
  const roles = posts.map((post) => post.role);
  const readingUnits = readingUnitsOf(organisation, unitId, roles);
  return { kind: 'staff', userId, unitId, roles, readingUnits };
}
