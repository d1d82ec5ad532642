import { addDays, localDateOf, startOfDay, type LocalDate } from './local-date.ts';
import type { FlowPaper, PaperCommandData, PaperEvent } from './paper-flow.ts';
import { getPeriod } from './periods.ts';
import { refuse, type Refused } from './refusals.ts';
import type { ServiceWay } from './service-ways.ts';

/**
 * The last day of an announcement; at its end it has done its work.
 * @param publishedOn epoch ms
 */
export const announcedUntil = (publishedOn: number): LocalDate =>
  addDays(localDateOf(publishedOn), Number(getPeriod('announcement').amount));

/** What nobody could be given before may still be handed over. */
const isServable = ({ stage, servedBy }: FlowPaper, way: ServiceWay): boolean =>
  stage === 'sealed' ||
  (stage === 'served' && servedBy === 'not-servable' && way !== 'not-servable');

/**
 * Why a paper cannot be served in this way, on this day, with this proof (G-2).
 * @param now epoch ms
 * @param electronicService whether the petitioner has agreed to it
 * @returns null where it can
 */
export function findServiceFault(
  paper: FlowPaper,
  command: PaperCommandData['servePaper'],
  now: number,
  electronicService: boolean,
): Refused | null {
  const { way, servedOn, given, photographs = [] } = command;
  if (!isServable(paper, way)) return refuse('paper-stage', { stage: paper.stage });
  if (servedOn > now) return refuse('date-in-future', { field: '送达日期' }, 'servedOn');
  if (paper.sealedAt !== null && localDateOf(servedOn) < localDateOf(paper.sealedAt)) {
    return refuse('service-before-seal', {}, 'servedOn');
  }
  const proofOf = (detail: string): Refused | null =>
    command.proof === null || command.proof.length === 0
      ? refuse('service-proof', { detail }, 'proof')
      : null;
  switch (way) {
    case 'hand':
      return proofOf('签收人');
    case 'left':
      if (given?.witness !== true && photographs.length === 0) {
        return refuse('service-witness', {}, 'witness');
      }
      return proofOf('拒收的情况');
    case 'post':
      return given?.mailNumber === true ? null : refuse('service-mail-number', {}, 'mailNumber');
    case 'electronic':
      return electronicService ? null : refuse('service-consent', {}, 'way');
    case 'announcement': {
      if (paper.announcedAt !== undefined) {
        const until = announcedUntil(paper.announcedAt);
        const over = localDateOf(now) > until;
        return over ? null : refuse('service-announced', { until }, 'way');
      }
      return given?.place === true
        ? proofOf('其他送达方式不成功的情况')
        : refuse('service-place', {}, 'place');
    }
    case 'not-servable':
      return command.unservable === undefined
        ? refuse('service-unservable', {}, 'unservable')
        : proofOf('无法送达的情况');
  }
}

/**
 * What a service brings about; by announcement it is deemed service on the last day, not the first.
 * @param effects what takes effect when the addressee has the paper
 */
export function serviceOf<Event>(
  paper: FlowPaper,
  command: PaperCommandData['servePaper'],
  effects: readonly Event[],
): (PaperEvent<never, never> | Event)[] {
  const { paperId, way, servedOn, proof, unservable, photographs = [] } = command;
  if (way === 'announcement' && paper.announcedAt === undefined) {
    return [{ type: 'PaperAnnounced', data: { paperId, publishedOn: servedOn, proof } }];
  }
  const on =
    way === 'announcement' && paper.announcedAt !== undefined
      ? startOfDay(announcedUntil(paper.announcedAt)).getTime()
      : servedOn;
  const data = {
    paperId,
    way,
    servedOn: on,
    proof,
    since: on,
    ...(unservable === undefined ? {} : { unservable }),
    ...(photographs.length === 0 ? {} : { photographs }),
  };
  return [{ type: 'PaperServed', data }, ...effects];
}
