import { localDateOf } from '../../../kernel/local-date.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import { composePaper, type PaperDocument, type PaperFrame } from '../../papers/index.ts';
import {
  frameBy,
  type CasePaperSource,
  type OrganisationSnapshot,
  type Wording,
} from '../../petitions/index.ts';
import type { Minutes, ReceptionDay } from '../reception-day.ts';

/** Minutes go from unit to unit: petitioners have their own papers. */
export type MinutesPaper = FlowPaper<'reception-minutes'>;

/** The minutes as the flow of papers knows them; `issued` as they stand in the record, or about to. */
export const minutesPaper = (
  day: ReceptionDay,
  minutes: Minutes,
  issued: { readonly paperId: string; readonly by: string },
): MinutesPaper => ({
  id: issued.paperId,
  kind: 'reception-minutes',
  stage: minutes.issued === null ? 'signed' : 'sealed',
  issuer: day.unit,
  draftedBy: minutes.draftedBy,
  draftedAt: minutes.draftedAt,
  checkedBy: issued.by,
  signedBy: issued.by,
  number: minutes.issued?.number ?? null,
  sealedAt: minutes.issued?.at ?? null,
  rendered: minutes.issued?.renderedAt != null,
  servedAt: null,
  servedBy: null,
  text: null,
  effect: null,
});

/** What minutes are written from. */
export interface MinutesSource extends Pick<CasePaperSource, 'number' | 'verify' | 'now'> {
  readonly day: ReceptionDay;
  /** What lies sealed of the day, by id. */
  readonly opened: ReadonlyMap<string, unknown>;
  readonly organisation: Pick<OrganisationSnapshot, 'find' | 'contactOf'>;
}

interface Content {
  readonly attending: string;
  readonly heard: string;
  readonly decided: string;
}

const clock = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return minutes === 0 ? `${hours}时` : `${hours}时${minutes}分`;
};

/** What was typed ends as a sentence does. */
const sentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

/** Minutes from before they were papers have a number and no code; they are no draft for that. */
function frameOf(name: string, source: MinutesSource): PaperFrame {
  const { number, verify, now } = source;
  const { issuer, ...frame } = frameBy(name, source);
  if (number === null || verify !== null) return { issuer, ...frame };
  return { issuer, number, date: localDateOf(now) };
}

/** The minutes of a day as a paper (R-4, G-1); without code and number, a draft of it. */
export function minutesDocument(source: MinutesSource, wording: Wording): PaperDocument {
  const { day, opened, organisation } = source;
  const { plan } = day;
  const nameOf = (unit: string): string => organisation.find(unit)?.name ?? unit;
  const textOf = ({ id }: { readonly id: string }): string =>
    (opened.get(id) as { readonly text?: string } | undefined)?.text ?? '';
  const content = opened.get(day.minutes?.content.id ?? '') as Content | undefined;
  if (content === undefined) throw new Error(`The minutes of ${day.id} are not there`);
  return composePaper(
    'reception-minutes',
    {
      heldOn: plan.on,
      from: clock(plan.from),
      to: clock(plan.to),
      place: plan.place,
      leaders: plan.leaders.map(({ post, name }) => `${post}${name}`),
      ...content,
      taskForces: day.taskForces.map((force) => ({
        matter: textOf(force.matter),
        leader: plan.leaders.find(({ id }) => id === force.leaderId)?.name ?? '',
        units: force.units.map(nameOf).join('、'),
        members: sentence(textOf(force.members)),
      })),
      contact: { phone: organisation.contactOf(day.unit).phone || '—' },
    },
    frameOf(nameOf(day.unit), source),
    wording,
  );
}
