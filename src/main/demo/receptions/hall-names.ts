import { deriveId } from '../../../platform/vault/index.ts';
import { hallMadeIdOf, ticketIdOf } from '../../../capabilities/reception-days/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { receptionDayIdOf } from './names.ts';

/** How the demo calls what the examples of the running day name. */
export function hallNames(
  core: Core,
  organisation: Organisation,
): readonly (readonly [string, string])[] {
  const { petitions: deps, keys } = core;
  const dayId = receptionDayIdOf(core, organisation, 'running');
  const officer = staffOf(organisation, 'officer1');
  const made = (key: string): string => hallMadeIdOf(deps, dayId, officer, key);
  const ticket = (key: string): string => ticketIdOf(deps, dayId, `demo-ticket-${key}`);
  const heard = ticket('heard');
  const said = `ticket ${heard} demo-matter-${heard}`;
  return [
    ['reception-group:talking', made('demo-group-leader')],
    ['reception-group:free', made('demo-group-free')],
    ['reception-desk:first', made('demo-desk')],
    ['reception-ticket:waiting', ticket('waiting')],
    ['reception-ticket:talking', ticket('talking')],
    ['reception-ticket:heard', heard],
    [
      'reception-ticket:heard-petition',
      deriveId(keys, `staff:${officer.userId}`, 'register', said),
    ],
  ];
}
