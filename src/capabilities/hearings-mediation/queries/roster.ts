import type { StaffActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadSealedOfCases } from '../../../platform/vault/index.ts';
import { scopeOf, type PetitionDeps } from '../../petitions/index.ts';
import type { Candidate } from '../draw.ts';
import { mayReadRoster } from '../policy.ts';
import { findMembers, findShifts, type MemberRow } from '../roster-store.ts';
import type { MemberView, ShiftView } from '../view.ts';

/** The sealed item of a member's name; see `listMember`. */
const personItem = 'person';

interface Person {
  readonly name: string;
  readonly telephone: string;
}

/** A member with what lay sealed. */
export type OpenedMember = MemberRow & Person;

/**
 * The whole roster with names, in three statements (a few dozen people).
 * Afterwards the members' streams are the ones that are open.
 */
export async function openRoster(
  tx: Tx,
  deps: Pick<PetitionDeps, 'vault'>,
): Promise<readonly OpenedMember[]> {
  const rows = await findMembers(tx);
  const ids = rows.map(({ id }) => id);
  await setStreams(tx, ids);
  const sealed = await loadSealedOfCases(tx, ids, personItem);
  const people = new Map(
    sealed.map((item) => {
      const key = deps.vault.unwrap(item.wrapped, item.keyVersion);
      return [
        item.streamId,
        deps.vault.openJson<Person>(key, item.streamId, personItem, item.ciphertext),
      ] as const;
    }),
  );
  return rows.map((row) => ({ name: '', telephone: '', ...people.get(row.id), ...row }));
}

/** @param now epoch ms */
export const isActive = (member: MemberRow, now: number): boolean => {
  const today = localDateOf(now);
  return member.from <= today && (member.to === null || today <= member.to);
};

/** A member as the draw sees it. */
export const candidateOf = (member: OpenedMember, now: number): Candidate => ({
  id: member.id,
  name: member.name,
  kinds: member.kinds,
  profession: member.profession,
  regionCode: member.regionCode,
  affiliation: member.affiliation,
  active: isActive(member, now),
});

/** The roster for people of the office; nothing for others. */
export async function readRoster(
  deps: PetitionDeps,
  actor: StaffActor,
  now: number,
): Promise<readonly MemberView[] | null> {
  if (!mayReadRoster(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const members = await openRoster(tx, deps);
    return members
      .map((member): MemberView => ({
        id: member.id,
        name: member.name,
        telephone: member.telephone,
        kinds: [...member.kinds],
        profession: member.profession,
        region: { code: member.regionCode, name: organisation.regionName(member.regionCode) },
        affiliation:
          member.affiliation === null
            ? null
            : {
                id: member.affiliation,
                name: organisation.find(member.affiliation)?.name ?? member.affiliation,
              },
        from: member.from,
        to: member.to,
        active: isActive(member, now),
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-Hans-CN'));
  });
}

/** Who is on duty in the reader's hall; nothing for whoever may not read the roster. */
export async function readShifts(
  deps: PetitionDeps,
  actor: StaffActor,
  from: string,
  to: string,
): Promise<readonly ShiftView[] | null> {
  if (!mayReadRoster(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const shifts = await findShifts(tx, actor.unitId, from, to);
    const members = await openRoster(tx, deps);
    return shifts.map(({ id: shiftId, memberId, on, part, role }) => {
      const member = members.find(({ id }) => id === memberId);
      return {
        id: shiftId,
        on,
        part,
        role,
        member: { id: memberId, name: member?.name ?? '', telephone: member?.telephone ?? '' },
      };
    });
  });
}
