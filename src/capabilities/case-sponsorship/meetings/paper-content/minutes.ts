import { displayPetitionNumber } from '../../../../kernel/petition-number.ts';
import { composePaper, type PaperDocument } from '../../../papers/index.ts';
import {
  frameBy,
  type CasePaperSource,
  type OrganisationSnapshot,
  type Petition,
  type Wording,
} from '../../../petitions/index.ts';
import type { Meeting, Side } from '../case.ts';

/** Papers are always Chinese: these words are printed, not shown on a screen. */
export const sideWords: Readonly<Record<Side, string>> = {
  petitioner: '信访人',
  leader: '包案领导',
  unit: '责任单位',
  enterprise: '企业',
  expert: '专家',
};

/** What minutes are written from. */
export interface MinutesSource extends Pick<CasePaperSource, 'number' | 'verify' | 'now'> {
  readonly meeting: Meeting;
  readonly petition: Pick<Petition, 'number'>;
  /** What the petition is called. */
  readonly matter: string;
  /** What lies sealed of the meeting, by id. */
  readonly opened: ReadonlyMap<string, unknown>;
  readonly organisation: Pick<OrganisationSnapshot, 'find' | 'contactOf'>;
}

const sentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

/** The minutes of a meeting as a paper (S-4, G-1); without code and number, a draft of it. */
export function minutesDocument(source: MinutesSource, wording: Wording): PaperDocument {
  const { meeting, opened, organisation } = source;
  const { held, plan } = meeting;
  if (held === null) throw new Error(`${meeting.id} was not held`);
  const field = (item: { readonly id: string }, name: string): string => {
    const value = opened.get(item.id) as Readonly<Record<string, string>> | undefined;
    return value?.[name] ?? '';
  };
  const text = (item: { readonly id: string }): string => field(item, 'text');
  const nameOf = (unit: string): string => organisation.find(unit)?.name ?? unit;
  const came = meeting.participants.filter(({ id }) => held.came.includes(id));
  return composePaper(
    'meeting-minutes',
    {
      heldOn: plan.on,
      time: plan.time,
      place: text(plan.place),
      petition: displayPetitionNumber(source.petition.number),
      matter: source.matter,
      present: came.map(({ side, who, unit }) => {
        const post = field(who, 'post') || (unit === null ? '' : nameOf(unit));
        return { side: sideWords[side], name: field(who, 'name'), post };
      }),
      positions: held.positions.map(({ side, words }) => ({
        side: sideWords[side],
        words: sentence(text(words)),
      })),
      actions: held.actions.map((action) => ({
        text: text(action.text),
        unit: nameOf(action.unit),
        responsible: field(action.text, 'responsible'),
        dueDate: action.dueDate,
      })),
      openPoints: held.openPoints.map(({ matter, reason }) => ({
        matter: text(matter),
        reason: sentence(text(reason)),
      })),
      contact: { phone: organisation.contactOf(meeting.unit).phone || '—' },
    },
    frameBy(nameOf(meeting.unit), source),
    wording,
  );
}
