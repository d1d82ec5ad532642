import { runOwnRecord, succeedEach, type Succession } from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import type { AssessmentCommand } from '../command.ts';
import { findOfUnit } from '../store.ts';
import { assessmentKind } from './kind.ts';

/** Gives what a merged or abolished unit decided or assesses to its successor (O-1), one by one. */
export const succeedAssessments = (
  deps: DisputeDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(deps, units, signal, findOfUnit, (id, given, options) =>
    runOwnRecord(
      deps,
      assessmentKind,
      id,
      {
        type: 'succeedUnit',
        input: given,
        compose: (): AssessmentCommand => ({ type: 'succeedUnit', from: given.from, to: given.to }),
      },
      options,
    ),
  );
