import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { rosterRows } from './roster.ts';

const kinds = ['hearing', 'mediation', 're-evaluation', 'deliberation'] as const;
export type ExampleKind = (typeof kinds)[number];

/** Keys under which the demo lists members, begins the examples and plans the example's shift. */
export const demoKeys = {
  member: (key: string) => `demo:roster:${key}`,
  example: (kind: ExampleKind) => `demo:example:${kind}`,
  shift: (at: number) => `demo:shift:${at}`,
};

/** The id of a member of the demo's roster. */
export const memberId = (core: Core, organisation: Organisation, key: string): string =>
  deriveId(
    core.keys,
    `staff:${staffOf(organisation, 'officer1').userId}`,
    'roster-member',
    demoKeys.member(key),
  );

/**
 * How the demo calls what the examples of proceedings name.
 * @param example the example's petition; undefined where there is none
 */
export function proceedingNames(
  core: Core,
  organisation: Organisation,
  example: string | undefined,
): readonly (readonly [string, string])[] {
  const handler = `staff:${staffOf(organisation, 'housing').userId}`;
  const officer = `staff:${staffOf(organisation, 'officer1').userId}`;
  const proceedings = kinds.map(
    (kind) =>
      [
        `proceeding:${kind}`,
        deriveId(core.keys, handler, `begin-${kind}-${example ?? ''}`, demoKeys.example(kind)),
      ] as const,
  );
  return [
    ...rosterRows.map(({ key }) => [`member:${key}`, memberId(core, organisation, key)] as const),
    ...proceedings,
    ['shift:example', deriveId(core.keys, officer, 'hall-shift', demoKeys.shift(0))],
  ];
}
