import { localDateOf } from '../../../../kernel/local-date.ts';
import { displayPetitionNumber } from '../../../../kernel/petition-number.ts';
import { composePaper, type PaperDocument } from '../../../papers/index.ts';
import {
  frameBy,
  petitionerOf,
  type CasePaperSource,
  type Wording,
} from '../../../petitions/index.ts';
import { yuanOf, type AidKind } from '../aid-rules.ts';
import type { WayOut } from '../case.ts';

/** Papers are always Chinese: these words are printed, not shown on a screen. */
const kindWords: Readonly<Record<AidKind, string>> = {
  'social-assistance': '社会救助',
  'judicial-relief': '司法救助',
  'petition-relief': '信访救助',
  other: '其他帮扶',
};

/** What the sheet is written from: the petition for who is helped, the rest from the way out. */
export interface SheetSource extends CasePaperSource {
  readonly way: WayOut;
  /** What lies sealed of the way out, by id. */
  readonly own: ReadonlyMap<string, unknown>;
  /** The approval that is being given, after those of the record. */
  readonly last: { readonly userId: string; readonly words: string };
}

/** The approval sheet of aid as a paper (S-5, G-1). */
export function sheetDocument(source: SheetSource, wording: Wording): PaperDocument {
  const { way, own, organisation, now, last, petition } = source;
  const { aid } = way;
  if (aid === null) throw new Error(`${way.id} is no aid`);
  const text = ({ id }: { readonly id: string }): string =>
    (own.get(id) as { readonly text?: string } | undefined)?.text ?? '';
  const nameOf = (userId: string): string => organisation.userName(userId) || '—';
  const stepOf = (stepId: string): string =>
    aid.chain.find(({ id }) => id === stepId)?.name.zh ?? stepId;
  const taken = aid.approvals.map(({ stepId, userId, at, words }) => ({
    step: stepOf(stepId),
    name: nameOf(userId),
    on: localDateOf(at),
    words: text(words),
  }));
  const office = organisation.find(way.office)?.name ?? way.office;
  return composePaper(
    'aid-approval',
    {
      petition: displayPetitionNumber(petition.number),
      person: petitionerOf(source).names.join('、') || '当事人',
      kind: kindWords[aid.kind],
      basis: text(aid.basis),
      circumstances: text(aid.circumstances),
      amount: `${yuanOf(aid.amount)}元`,
      proposedBy: nameOf(way.chosenBy),
      proposedOn: localDateOf(way.chosenAt),
      approvals: [
        ...taken,
        {
          step: aid.chain.at(-1)?.name.zh ?? '',
          name: nameOf(last.userId),
          on: localDateOf(now),
          words: last.words,
        },
      ],
      contact: { phone: organisation.contactOf(way.office).phone || '—' },
    },
    frameBy(office, source),
    wording,
  );
}
