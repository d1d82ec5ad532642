import type {
  TalkPartner,
  VisitOutcome,
} from '../../../src/capabilities/case-sponsorship/visits/code-names.ts';
import type { FieldRecord } from '../../shell/offline/record.ts';

/** What a visitor writes down at the door, before it is anything at the office. */
export interface FieldNotes {
  /** Version of the visit that was taken along: what changed since shows by it. */
  readonly version: number;
  /** A record of the visit, or an account beside one that stands there already. */
  readonly as: 'record' | 'addition';
  readonly outcome: VisitOutcome;
  readonly visitedOn: string;
  readonly talks: readonly { readonly partner: TalkPartner; readonly name: string }[];
  readonly words: string;
  /** The petitioner agreed at the door that neighbours are asked. */
  readonly consent: boolean;
  readonly promise: { readonly text: string; readonly dueDate: string };
}

export type VisitFieldRecord = FieldRecord<FieldNotes>;

export const visitRecordKind = 'home-visit';

/** Shown by its own input, not by its machine's zone alone: offices keep Chinese time. */
export const todayHere = (now: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);

export const emptyNotes = (version: number, today: string): FieldNotes => ({
  version,
  as: 'record',
  outcome: 'made',
  visitedOn: today,
  talks: [{ partner: 'petitioner', name: '' }],
  words: '',
  consent: false,
  promise: { text: '', dueDate: '' },
});

/** The body of the command that notes become; files by their ids at the server. */
export function inputOf(notes: FieldNotes, uploads: readonly string[]): object {
  const { outcome, visitedOn, talks, words, consent, promise } = notes;
  const made = outcome === 'made';
  const account = {
    visitedOn,
    talks: made ? talks : [],
    words: outcome === 'declined' ? '' : words,
    uploads: made ? uploads : [],
  };
  if (notes.as === 'addition') return account;
  return {
    outcome,
    ...account,
    consent: made && consent ? 'spoken' : null,
    promise: made && promise.text.trim() !== '' ? promise : null,
  };
}
