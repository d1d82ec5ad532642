import type { Calendar } from '../../../kernel/calendar.ts';
import { composePaper, type PaperData, type PaperDocument } from '../../papers/index.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import type { Paper, Petition } from '../petition.ts';
import { common, dueOn, fit, frameOf, today } from './facts.ts';
import type { PaperSource } from './source.ts';

/** What a receipt is made of; nothing of it is written down. */
export interface ReceiptSource {
  readonly petition: Petition;
  /** Sealed items of the case by id, opened: `content` and the people. */
  readonly opened: ReadonlyMap<string, unknown>;
  readonly organisation: OrganisationSnapshot;
  readonly calendar: Calendar;
  /** Printed on the petitioner's own copy; left out on a copy for the file. */
  readonly lookupCode?: string;
  /** Base address of the portal, without a slash at the end. */
  readonly publicUrl: string;
}

/** The page that number and code open; the address alone opens nothing (P-3). */
export const progressUrl = (publicUrl: string, number: string): string =>
  `${publicUrl}/progress?number=${number}`;

/** The receipt's own facts: who answers first, and until when. */
export function receiptData(
  source: PaperSource,
  page: string,
  lookupCode?: string,
): PaperData<'receipt'> {
  const { petition } = source;
  const first = petition.clocks.find(
    ({ period }) => period === 'triage' || period === 'direct-notice',
  );
  return {
    ...common(source),
    ...(lookupCode === undefined ? {} : { lookupCode: fit(lookupCode, 60) }),
    progressUrl: page,
    registrar: first?.period === 'direct-notice' ? 'body' : 'petition-office',
    firstDueOn: dueOn(source, first, today(source)),
    attachmentCount: Math.min(petition.attachments.length, 1_000),
  };
}

/**
 * The receipt of a registration, for number and code (P-3); rendered on request, kept nowhere.
 * @param source the petition and what opens with it; dated on the day of registration
 * @returns the document, to be given to `renderPaper`; the QR code holds the number, never the code
 */
export function receiptOf(source: ReceiptSource): PaperDocument {
  const { petition, opened, organisation, calendar } = source;
  const page = progressUrl(source.publicUrl, petition.number);
  const asPaper: PaperSource = {
    petition,
    opened,
    organisation,
    calendar,
    paper: receiptPaper(petition),
    now: petition.registeredAt,
    number: null,
    verify: null,
  };
  const { issuer } = frameOf(asPaper);
  return composePaper('receipt', receiptData(asPaper, page, source.lookupCode), {
    issuer,
    date: today(asPaper),
  });
}

/** A receipt is no paper of the record: it stands for the registration itself. */
const receiptPaper = (petition: Petition): Paper => ({
  id: petition.id,
  kind: 'receipt',
  stage: 'sealed',
  issuer: petition.registeredBy,
  draftedBy: 'system:receipt',
  draftedAt: petition.registeredAt,
  checkedBy: null,
  signedBy: null,
  number: null,
  sealedAt: petition.registeredAt,
  rendered: false,
  servedAt: null,
  servedBy: null,
  text: null,
  effect: null,
});
