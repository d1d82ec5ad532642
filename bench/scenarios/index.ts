import { ceiling } from './ceiling.ts';
import { groups } from './groups.ts';
import { lives } from './lives.ts';
import { portal } from './portal.ts';
import { reading } from './reading.ts';
import { reception } from './reception.ts';
import { registration } from './registration.ts';
import { statistics } from './statistics.ts';
import { supervision } from './supervision.ts';
import type { Scenario } from './scenario.ts';

/** In the order in which they run. */
export const scenarios: readonly Scenario[] = [
  registration,
  ceiling,
  lives,
  groups,
  reading,
  portal,
  statistics,
  supervision,
  reception,
];
