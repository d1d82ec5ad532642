import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, setStreams } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import {
  findOpenCasesOf,
  openFolder,
  runCase,
  runSystemCommand,
  succeedEach,
  type CommandOptions,
  type Succession,
} from '../../petitions/index.ts';
import type { LetterCommand } from '../command.ts';
import { foldLetter, letterKind } from '../queries/kind.ts';
import type { LetterDeps } from './deps.ts';

type Options = Pick<CommandOptions, 'actor' | 'commandId'>;

/** The new reader reads the petition too; of an accusation nobody does by a letter (L-5). */
async function admitReader(
  deps: LetterDeps,
  id: string,
  unit: string,
  options: Options,
): Promise<Result<unknown, Refusal>> {
  const folder = await deps.db.withActor(scopeOf(options.actor), 'read', async (tx) => {
    await setStreams(tx, [id]);
    const letter = foldLetter(id, await loadEvents(tx, id));
    return letter === null ? null : openFolder(tx, deps.vault, letter.petitionId);
  });
  const { petition } = folder ?? {};
  if (petition === undefined || petition.purpose === 'accusation') return ok(undefined);
  if (petition.readers.includes(unit)) return ok(undefined);
  return runSystemCommand(deps, petition.id, { type: 'admitReader', unit }, options);
}

/**
 * Lays every letter that lay before a merged or abolished unit, or that such an office laid, before
 * its successor (O-1), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedLetters = (
  deps: LetterDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, letterKind.kind, unitId, after),
    async (id, input, options) => {
      const done = await runCase(
        deps,
        letterKind,
        id,
        {
          type: 'succeedReader',
          input,
          compose: (): LetterCommand => ({ type: 'succeedReader', ...input }),
        },
        options,
      );
      return done.ok ? admitReader(deps, id, input.to, options) : done;
    },
  );
