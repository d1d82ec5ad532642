import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  scopeOf,
  setStream,
} from '../../../../platform/database/index.ts';
import { findCommand, lockStream } from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  deriveId,
  insertCase,
  newId,
  Sealer,
} from '../../../../platform/vault/index.ts';
import { checkWords } from '../../../petitions/index.ts';
import { readerOf } from '../../queries/table.ts';
import type { BeginReportInput, CorrectReportInput, ReportFigures } from '../contract.ts';
import { decideReport } from '../decide/index.ts';
import { limits } from '../limits.ts';
import { mayReport } from '../policy.ts';
import { countFigures } from '../queries/figures.ts';
import {
  periodOf,
  untilOf,
  type ReportKind,
  type ReportPeriod,
  type ReportPlace,
  type SectionTexts,
} from '../report.ts';
import { findReport } from '../store.ts';
import { draftOf } from '../words/sentences.ts';
import { commitReport } from './commit.ts';
import { asOfDay, digestOf, waitUntilCounted } from './counted.ts';
import type { ReportDeps } from './deps.ts';

export interface ReportOptions {
  readonly actor: StaffActor;
  readonly commandKey: string;
  /** Epoch ms; of the demo, which counts its facts itself. */
  readonly at?: number;
}

export interface ReportAnswer {
  readonly id: string;
  readonly version: number;
}

/** Which report of an office. */
export interface Which {
  readonly place: ReportPlace;
  readonly kind: ReportKind;
  /** Any day of the period. */
  readonly day: LocalDate;
  readonly edition: number;
}

/** There is one of each, so two who begin it at once make one. */
export const reportIdOf = (
  deps: Pick<ReportDeps, 'keys'>,
  unit: string,
  { place, kind, day, edition }: Which,
): string =>
  deriveId(
    deps.keys,
    'system:reports',
    unit,
    [place.kind, place.code, kind, periodOf(kind, day).from, edition].join('/'),
  );

/** What the sentences say where nobody has worded them. */
export const freshTexts = (figures: ReportFigures): SectionTexts =>
  Object.fromEntries(
    draftOf(figures).map(({ section, text }) => [section, { text, edited: false }]),
  );

/** The place of a report: the actor's own, or a region within it. */
async function placeOf(deps: ReportDeps, actor: StaffActor, region: string | undefined) {
  const reader = await readerOf(deps, actor);
  if (!reader.ok) return reader;
  const { organisation, jurisdiction } = reader.value;
  const own = organisation.find(actor.unitId)?.regionCode ?? '';
  if (jurisdiction.kind === 'unit') {
    if (region !== undefined) return refuse('report-place', {}, 'region');
    const place: ReportPlace = { kind: 'unit', code: jurisdiction.unit, region: own };
    return ok({ organisation, place, narrowed: null });
  }
  const code = region ?? jurisdiction.code;
  const known = organisation.regions.some((each) => each.code === code);
  if (!known || !organisation.isWithin(code, jurisdiction.code)) {
    return refuse('report-place', {}, 'region');
  }
  const place: ReportPlace = { kind: 'region', code, region: code };
  return ok({ organisation, place, narrowed: code === jurisdiction.code ? null : code });
}

interface Beginning {
  readonly region: string | undefined;
  readonly period: ReportPeriod;
  readonly edition: number;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly asOf: LocalDate | undefined;
}

/** Counts, drafts the sentences, and records both as a draft. */
async function begin(
  deps: ReportDeps,
  beginning: Beginning,
  body: unknown,
  options: ReportOptions,
): Promise<Result<ReportAnswer, Refusal>> {
  const { actor } = options;
  const { period, edition, corrects, reason } = beginning;
  const now = options.at ?? Date.now();
  const asOf = asOfDay(beginning.asOf, now);
  if (!asOf.ok) return asOf;
  if (asOf.value < period.from) return refuse('report-period', {}, 'day');
  const scope = await placeOf(deps, actor, beginning.region);
  if (!scope.ok) return scope;
  const waited =
    options.at === undefined ? await waitUntilCounted(deps, asOf.value) : ok(undefined);
  if (!waited.ok) return waited;
  const { place } = scope.value;
  const asked = { ...scope.value, actor, period, asOf: asOf.value, now };
  const figures = await countFigures(deps, asked);
  if (!figures.ok) return figures;
  const id = reportIdOf(deps, actor.unitId, {
    place,
    kind: period.kind,
    day: period.from,
    edition,
  });
  const commandId = deriveId(deps.keys, actorId(actor), id, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, body);
  return inTransaction(deps, actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    if (head !== null) {
      const done = await findCommand(tx, id, commandId);
      if (done === null) return refuse('report-exists');
      return done.bodyHash.equals(bodyHash)
        ? ok({ id, version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    const key = deps.vault.newCaseKey();
    const sealer = new Sealer({ vault: deps.vault, key: key.key, streamId: id, nextId: newId });
    const decision = decideReport(
      null,
      {
        type: 'beginReport',
        unit: actor.unitId,
        place,
        period,
        edition,
        corrects,
        reason: reason === null || reason === '' ? null : sealer.text(reason),
        asOf: asOf.value,
        until: untilOf(period, asOf.value),
        figures: sealer.item(figures.value),
        digest: digestOf(figures.value),
        sections: sealer.item(freshTexts(figures.value)),
      },
      actorId(actor),
    );
    if (!decision.ok) throw new CommandRefused(decision);
    await insertCase(tx, id, key.wrapped, key.keyVersion, sealer.rows);
    const after = await commitReport(tx, deps, {
      streamId: id,
      head: null,
      before: null,
      events: decision.value,
      actor,
      commandId,
      bodyHash,
      at: options.at ?? tx.openedAt.getTime(),
    });
    return ok({ id, version: after.version });
  });
}

/**
 * Drafts the report of a period: figures as known at the end of a day, sentences from them (Reg. 41).
 * @returns its id; the same one when the same key comes again
 * Refusals: `not-permitted`, `report-place`, `report-period`, `report-as-of`, `report-exists`,
 * `report-facts-behind`, `idempotency-key-reused`.
 */
export async function beginReport(
  deps: ReportDeps,
  input: BeginReportInput,
  options: ReportOptions,
): Promise<Result<ReportAnswer, Refusal>> {
  if (!mayReport(options.actor, 'beginReport', options.actor.unitId)) {
    return refuse('not-permitted', { verb: 'report.draft' });
  }
  const { kind, day, region, asOf } = input;
  const period = periodOf(kind, day);
  const beginning = { region, period, edition: 1, corrects: null, reason: null, asOf };
  return begin(deps, beginning, input, options);
}

/**
 * Begins the next edition of a final report: nothing of a final one changes, so what is corrected
 * stands beside it, with the reason.
 * Refusals: as `beginReport`, and `not-found`, `report-not-final`, `report-reason-missing`, words.
 */
export async function correctReport(
  deps: ReportDeps,
  id: string,
  input: CorrectReportInput,
  options: ReportOptions,
): Promise<Result<ReportAnswer, Refusal>> {
  const { actor } = options;
  const row = await deps.db.withActor(scopeOf(actor), 'read', (tx) => findReport(tx, id));
  if (row === null || row.unit !== actor.unitId) return refuse('not-found');
  if (!mayReport(actor, 'beginReport', row.unit)) {
    return refuse('not-permitted', { verb: 'report.draft' });
  }
  if (row.status !== 'final') return refuse('report-not-final');
  const reason = checkWords(input.reason, 'reason', limits.reason);
  if (!reason.ok) return reason;
  const { kind, from, to } = row;
  const beginning = {
    region: row.placeKind === 'region' ? row.placeCode : undefined,
    period: { kind, from, to },
    edition: row.edition + 1,
    corrects: id,
    reason: reason.value,
    asOf: input.asOf,
  };
  return begin(deps, beginning, input, options);
}
