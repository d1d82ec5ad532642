import { composePaper, type PaperDocument } from '../../papers/index.ts';
import {
  frameBy,
  type CasePaperSource,
  type OrganisationSnapshot,
  type Wording,
} from '../../petitions/index.ts';
import type { Inspection, OrderPaper } from './inspection.ts';
import { findingNames } from './finding-names.ts';
import type { Programme } from './programme.ts';

/** What an order is written from. */
export interface OrderSource extends Pick<CasePaperSource, 'number' | 'verify' | 'now'> {
  readonly inspection: Inspection;
  readonly programme: Programme;
  readonly paper: OrderPaper;
  /** What lies sealed of the inspection, by id. */
  readonly opened: ReadonlyMap<string, unknown>;
  readonly organisation: Pick<OrganisationSnapshot, 'find' | 'contactOf'>;
}

/** The order to correct what an inspection found, as a paper; without code and number, a draft of it. */
export function orderDocument(source: OrderSource, wording: Wording): PaperDocument {
  const { inspection, programme, paper, opened, organisation } = source;
  const nameOf = (unit: string): string => organisation.find(unit)?.name ?? unit;
  const textOf = (item: { readonly id: string } | null): string =>
    item === null
      ? ''
      : ((opened.get(item.id) as { readonly text?: string } | undefined)?.text ?? '');
  return composePaper(
    'correction-order',
    {
      unit: nameOf(inspection.unit),
      theme: programme.theme,
      inspectedOn: inspection.carriedOut?.on ?? inspection.on,
      team: programme.teams.find(({ id }) => id === inspection.teamId)?.name ?? '督查组',
      findings: inspection.findings.flatMap(({ kind, text, basis, demand, dueOn, status }) =>
        demand === null || dueOn === null || status === 'verified'
          ? []
          : [
              {
                kind: findingNames[kind],
                text: textOf(text),
                basis: basis === null ? null : textOf(basis),
                demand: textOf(demand),
                dueOn,
              },
            ],
      ),
      remark: textOf(paper.text),
      contact: { phone: organisation.contactOf(inspection.office).phone || '—' },
    },
    frameBy(nameOf(inspection.office), source),
    wording,
  );
}
