import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import { composePaper, type PaperDocument } from '../../papers/index.ts';
import {
  frameBy,
  type CasePaperSource,
  type OrganisationSnapshot,
  type Wording,
} from '../../petitions/index.ts';
import type { AgendaItem, Meeting, Minutes } from '../meeting.ts';

/** Minutes go from unit to unit: petitioners have their own papers. */
export type MinutesPaper = FlowPaper<'joint-meeting-minutes'>;

/** The minutes as the flow of papers knows them; issued as they stand in the record, or about to be. */
export const minutesPaper = (
  meeting: Meeting,
  minutes: Minutes,
  signed: { readonly paperId: string; readonly by: string },
): MinutesPaper => ({
  id: signed.paperId,
  kind: 'joint-meeting-minutes',
  stage: minutes.issued === null ? 'signed' : 'sealed',
  issuer: meeting.unit,
  draftedBy: minutes.draftedBy,
  draftedAt: minutes.draftedAt,
  checkedBy: signed.by,
  signedBy: signed.by,
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
  readonly meeting: Meeting;
  /** What lies sealed of the meeting, by id. */
  readonly opened: ReadonlyMap<string, unknown>;
  /** Petitions that may be named, by id: an accusation is not among them (L-5). */
  readonly numbers: ReadonlyMap<string, string>;
  readonly organisation: Pick<OrganisationSnapshot, 'find' | 'contactOf' | 'userName'>;
}

const sentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

/** The minutes as a paper (J-1, G-1): by number, never by a petitioner's name. */
export function minutesDocument(source: MinutesSource, wording: Wording): PaperDocument {
  const { meeting, opened, numbers, organisation } = source;
  const { plan, members, minutes } = meeting;
  const unit = (id: string): string => organisation.find(id)?.name ?? id;
  const text = ({ id }: { readonly id: string }): string =>
    (opened.get(id) as { readonly text?: string } | undefined)?.text ?? '';
  const seen = ({ petitionId }: AgendaItem): boolean =>
    petitionId === null || numbers.has(petitionId);
  const came = members.filter((member) => member.came === true);
  return composePaper(
    'joint-meeting-minutes',
    {
      meeting: plan.kind,
      heldOn: plan.on,
      time: plan.time,
      place: plan.place,
      chair: `${unit(plan.chair.unit)}${organisation.userName(plan.chair.userId)}`,
      attending: came.map(
        (member) => `${unit(member.unit)}${organisation.userName(member.userId)}`,
      ),
      absent: members.filter((member) => member.came === false).map((member) => unit(member.unit)),
      summary: minutes === null ? '—' : text(minutes.summary),
      items: meeting.agenda.filter(seen).map((item) => {
        const { petitionId, decision } = item;
        return {
          matter: petitionId === null ? '' : (numbers.get(petitionId) ?? ''),
          question: sentence(text(item.text)),
          outcome: decision === null ? '未议定' : decision.outcome === 'decided' ? '议定' : '缓议',
          decision: decision === null ? '—' : sentence(text(decision.text)),
          main: decision?.main == null ? '' : unit(decision.main),
          coHandlers: (decision?.coHandlers ?? []).map((each) => unit(each.unit)),
          dissent: (decision?.dissent ?? []).map(
            (each) => `${unit(each.unit)}：${sentence(text(each.text))}`,
          ),
        };
      }),
      contact: { phone: organisation.contactOf(meeting.unit).phone || '—' },
    },
    frameBy(unit(meeting.unit), source),
    wording,
  );
}
