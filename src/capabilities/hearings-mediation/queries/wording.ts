import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { Folder, OrganisationSnapshot } from '../../petitions/index.ts';
import type { Party } from '../events.ts';
import type { Mediation } from '../proceeding.ts';
import type { OpenedMember } from './roster.ts';

/** Opens the words and names of one proceeding. */
export interface Wording {
  /** Empty for what is not there. */
  readonly text: (sealed: SealedText | null) => string;
  readonly partyName: (party: Party) => string;
  readonly memberName: (memberId: string) => string;
  readonly mediatorName: (mediation: Mediation) => string;
}

interface PersonWords {
  readonly name?: string;
  readonly organisation?: string;
}

/** The petitioners by name, as papers call them. */
function petitionerName({ petition, words }: Folder): string {
  const names = petition.people
    .filter(({ role }) => !['agent', 'guardian', 'helper'].includes(role))
    .map(({ sealed }) => words.open<PersonWords>(sealed))
    .map((person) => person?.organisation?.trim() || person?.name?.trim() || '')
    .filter((name) => name !== '');
  if (names.length === 0) return '信访人';
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等` : names.join('、');
}

/**
 * @param opened what lies sealed in the proceeding, by item id
 */
export function wordingOf(
  folder: Folder,
  organisation: Pick<OrganisationSnapshot, 'find'>,
  roster: readonly OpenedMember[],
  opened: ReadonlyMap<string, unknown>,
): Wording {
  const field = (item: SealedItem | null, name: string): string => {
    const value = item === null ? undefined : opened.get(item.id);
    if (typeof value !== 'object' || value === null) return '';
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' ? found : '';
  };
  const memberName = (id: string): string => roster.find((member) => member.id === id)?.name ?? '';
  return {
    text: (sealed) => field(sealed, 'text'),
    memberName,
    partyName: ({ role, unit, name }) =>
      field(name, 'name') ||
      (unit === null ? '' : (organisation.find(unit)?.name ?? unit)) ||
      (role === 'petitioner' ? petitionerName(folder) : ''),
    mediatorName: ({ mediatorId, mediatorName }) =>
      field(mediatorName, 'name') || (mediatorId === null ? '' : memberName(mediatorId)),
  };
}
