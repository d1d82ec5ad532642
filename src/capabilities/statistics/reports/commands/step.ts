import { actorId } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  scopeOf,
  setStream,
  type Tx,
} from '../../../../platform/database/index.ts';
import { findCommand, loadEvents, lockStream } from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  insertSealed,
  newId,
  openItems,
  Sealer,
} from '../../../../platform/vault/index.ts';
import { checkWords } from '../../../petitions/index.ts';
import { readerOf } from '../../queries/table.ts';
import type { ReportCommand } from '../command.ts';
import type { ReportFigures, ReportStep, ReportStepInput } from '../contract.ts';
import { decideReport } from '../decide/index.ts';
import { foldReport } from '../evolve.ts';
import { limits } from '../limits.ts';
import { mayReport } from '../policy.ts';
import { countFigures } from '../queries/figures.ts';
import {
  sectionsOf,
  untilOf,
  type Counted,
  type Report,
  type ReportSection,
  type SectionText,
  type SectionTexts,
} from '../report.ts';
import { findReport } from '../store.ts';
import { upcast } from '../upcast.ts';
import { draftOf } from '../words/sentences.ts';
import { freshTexts, type ReportAnswer, type ReportOptions } from './begin.ts';
import { commitReport } from './commit.ts';
import { asOfDay, digestOf, waitUntilCounted } from './counted.ts';
import type { ReportDeps } from './deps.ts';

interface StepOptions extends ReportOptions {
  readonly expectedVersion?: number;
}

/** What a step finds when the report is open and locked. */
interface With {
  readonly report: Report;
  readonly sealer: Sealer;
  readonly figures: ReportFigures;
  readonly texts: SectionTexts;
}

async function openReport(tx: Tx, deps: ReportDeps, report: Report): Promise<With> {
  const key = await caseKeyOf(tx, deps, report.id);
  const { sections } = report;
  const { figures } = report.counted;
  const items = await openItems(tx, deps, report.id, key, [figures.id, sections.id]);
  return {
    report,
    sealer: new Sealer({ vault: deps.vault, key, streamId: report.id, nextId: newId }),
    figures: items.get(figures.id) as ReportFigures,
    texts: items.get(sections.id) as SectionTexts,
  };
}

/** What somebody worded stays; what nobody did is drafted from the new figures. */
const recounted = (texts: SectionTexts, figures: ReportFigures): SectionTexts => ({
  ...freshTexts(figures),
  ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.edited)),
});

/** An empty part goes back to what the figures say. */
function worded(
  { texts, figures }: With,
  input: ReportStepInput<'wordReport'>,
): { readonly texts: SectionTexts; readonly changed: readonly ReportSection[] } {
  const drafts = new Map(draftOf(figures).map(({ section, text }) => [section, text]));
  const after: Partial<Record<ReportSection, SectionText>> = { ...texts };
  const changed: ReportSection[] = [];
  for (const section of sectionsOf(figures.place)) {
    const typed = input.sections[section];
    if (typed === undefined) continue;
    const checked = checkWords(typed, `sections.${section}`, limits.section);
    if (!checked.ok) throw new CommandRefused(checked);
    const draft = drafts.get(section) ?? '';
    const text = checked.value === '' ? draft : checked.value;
    if (text === texts[section]?.text) continue;
    after[section] = { text, edited: text !== draft };
    changed.push(section);
  }
  return { texts: after, changed };
}

type Recount = { readonly counted: Omit<Counted, 'figures'>; readonly figures: ReportFigures };

/** Figures as of another day, before anything is locked: counting takes a while. */
async function recount(
  deps: ReportDeps,
  id: string,
  input: ReportStepInput<'recountReport'>,
  { actor, at }: StepOptions,
): Promise<Result<Recount, Refusal>> {
  const row = await deps.db.withActor(scopeOf(actor), 'read', (tx) => findReport(tx, id));
  if (row === null || row.unit !== actor.unitId) return refuse('not-found');
  if (row.status === 'final') return refuse('report-final');
  const now = at ?? Date.now();
  const asOf = asOfDay(input.asOf, now);
  if (!asOf.ok) return asOf;
  if (asOf.value < row.from) return refuse('report-period', {}, 'asOf');
  const reader = await readerOf(deps, actor);
  if (!reader.ok) return reader;
  const waited = at === undefined ? await waitUntilCounted(deps, asOf.value) : ok(undefined);
  if (!waited.ok) return waited;
  const { organisation, jurisdiction } = reader.value;
  const own = jurisdiction.kind === 'unit' || jurisdiction.code === row.placeCode;
  const period = { kind: row.kind, from: row.from, to: row.to };
  const figures = await countFigures(deps, {
    actor,
    organisation,
    place: { kind: row.placeKind, code: row.placeCode, region: row.region },
    narrowed: own ? null : row.placeCode,
    period,
    asOf: asOf.value,
    now,
  });
  if (!figures.ok) return figures;
  return ok({
    figures: figures.value,
    counted: {
      asOf: asOf.value,
      until: untilOf(period, asOf.value),
      digest: digestOf(figures.value),
    },
  });
}

function commandOf(
  type: ReportStep,
  input: ReportStepInput<ReportStep>,
  open: With,
  counted: Recount | null,
): ReportCommand {
  const { sealer, texts, figures } = open;
  if (type === 'recountReport') {
    if (counted === null) throw new Error('A recount without figures');
    return {
      type,
      ...counted.counted,
      figures: sealer.item(counted.figures),
      sections: sealer.item(recounted(texts, counted.figures)),
    };
  }
  if (type === 'wordReport') {
    const { texts: after, changed } = worded(open, input as ReportStepInput<'wordReport'>);
    return { type, sections: sealer.item(after), changed };
  }
  const empty = sectionsOf(figures.place).filter((each) => (texts[each]?.text ?? '') === '');
  return { type, empty };
}

/**
 * Recounts, words or finalises a draft, in one transaction.
 * @returns the new version; that of the first time when the same key comes again
 * Refusals: `not-found`, `not-permitted`, `report-changed`, `report-final`, `report-own-draft`,
 * `report-section-open`, `report-unchanged`, `report-as-of`, `report-period`,
 * `report-facts-behind`, `idempotency-key-reused`, words.
 */
export async function stepReport<T extends ReportStep>(
  deps: ReportDeps,
  id: string,
  type: T,
  input: ReportStepInput<T>,
  options: StepOptions,
): Promise<Result<ReportAnswer, Refusal>> {
  const { actor, expectedVersion } = options;
  if (!mayReport(actor, type, actor.unitId)) return refuse('not-permitted', { verb: verbOf(type) });
  const recountInput = input as ReportStepInput<'recountReport'>;
  const counted =
    type === 'recountReport' ? await recount(deps, id, recountInput, options) : ok(null);
  if (!counted.ok) return counted;
  const commandId = deriveId(deps.keys, actorId(actor), id, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  return inTransaction(deps, actor, async (tx) => {
    const row = await findReport(tx, id);
    if (row === null || row.unit !== actor.unitId) return refuse('not-found');
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const report = foldReport(id, (await loadEvents(tx, id)).map(upcast));
    if (head === null || report === null) throw new Error(`Report ${id} has no record`);
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ id, version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    if (expectedVersion !== undefined && expectedVersion !== report.version) {
      throw new CommandRefused(
        refuse(report.status === 'final' ? 'report-final' : 'report-changed'),
      );
    }
    const open = await openReport(tx, deps, report);
    const command = commandOf(type, input, open, counted.value);
    const decision = decideReport(report, command, actorId(actor));
    if (!decision.ok) throw new CommandRefused(decision);
    await insertSealed(tx, id, deps.vault.keyVersion, open.sealer.rows);
    const after = await commitReport(tx, deps, {
      streamId: id,
      head,
      before: report,
      events: decision.value,
      actor,
      commandId,
      bodyHash,
      at: options.at ?? tx.openedAt.getTime(),
    });
    return ok({ id, version: after.version });
  });
}

const verbOf = (type: ReportStep): string =>
  type === 'finaliseReport' ? 'report.finalise' : 'report.draft';
