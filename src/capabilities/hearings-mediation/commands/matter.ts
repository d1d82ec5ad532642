import type { Folder, OrganisationSnapshot } from '../../petitions/index.ts';
import type { Matter } from '../draw.ts';
import type { Party } from '../events.ts';

interface PersonWords {
  readonly name?: string;
  readonly organisation?: string;
}

/** Units that hold, held, handle or answer for a petition. */
export const unitsOf = ({ petition }: Folder): string[] => [
  ...new Set([
    petition.holder,
    ...petition.chain.flatMap(({ from, to }) => [from, to]),
    ...petition.tasks.map(({ unit }) => unit),
    ...petition.accusedUnits,
  ]),
];

/**
 * What a member of the roster may be too close to (M-1).
 * @param folder the petition, opened
 * @param parties of the proceeding
 * @param nameOf opens a party's sealed name
 */
export function matterOf(
  folder: Folder,
  parties: readonly Party[],
  nameOf: (party: Party) => string,
  organisation: OrganisationSnapshot,
): Matter {
  const { petition, words } = folder;
  const people = petition.people.map(({ sealed }) => words.open<PersonWords>(sealed) ?? {});
  const content = words.open<{ title?: string; text?: string }>(petition.content);
  const texts = [
    content?.title ?? '',
    content?.text ?? '',
    ...petition.demands.map((demand) => words.text(demand.text) ?? ''),
  ];
  // The office itself answers for the petition everywhere; its own people sit on no panel.
  const units = [...unitsOf(folder), petition.office].filter(
    (unit) => organisation.find(unit) !== undefined,
  );
  return {
    regionCode: petition.regionCode,
    units: [...units, ...parties.flatMap(({ unit }) => (unit === null ? [] : [unit]))],
    parties: [
      ...people.flatMap(({ name, organisation: body }) => [name ?? '', body ?? '']),
      ...parties.map(nameOf),
    ].filter((name) => name !== ''),
    text: texts.join('\n'),
  };
}
