import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { townshipIds } from '../county/units.ts';
import { staffOf } from '../play.ts';

/** Keys under which the demo lists leaders and plans days. */
export const receptionKeys = {
  leader: (key: string) => `demo-leader-${key}`,
  day: (key: string) => `demo-reception-${key}`,
};

/** Days that other parts of the demo and the examples name. */
export const namedDays = ['past', 'running', 'coming', 'steps', 'on-line'] as const;

const byUser = (
  core: Core,
  organisation: Organisation,
  userName: string,
  route: string,
  key: string,
): string => deriveId(core.keys, `staff:${staffOf(organisation, userName).userId}`, route, key);

/** The id of a leader of the demo. */
export const leaderIdOf = (core: Core, organisation: Organisation, key: string): string =>
  byUser(core, organisation, 'officehead', 'receiving-leader', receptionKeys.leader(key));

/** The id of a reception day of the demo. */
export const receptionDayIdOf = (core: Core, organisation: Organisation, key: string): string =>
  byUser(core, organisation, 'officer1', 'reception-day', receptionKeys.day(key));

const leaders = ['magistrate', 'deputy-1', 'deputy-2', 'deputy-3', 'deputy-4', ...townshipIds];

/** How the demo calls what the examples of reception days name. */
export const receptionNames = (
  core: Core,
  organisation: Organisation,
): readonly (readonly [string, string])[] => [
  ...leaders.map((key) => [`leader:${key}`, leaderIdOf(core, organisation, key)] as const),
  ...namedDays.map(
    (key) => [`reception-day:${key}`, receptionDayIdOf(core, organisation, key)] as const,
  ),
];
