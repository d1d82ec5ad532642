import type { Actor } from '../../../../kernel/actor.ts';
import { displayPetitionNumber } from '../../../../kernel/petition-number.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { composePaper, renderPaper, type PaperDocument } from '../../../papers/index.ts';
import { openCase, openVisible, recordAccess } from '../../../petitions/index.ts';
import type { VisitOutcome } from '../code-names.ts';
import type { VisitDeps } from '../commands/deps.ts';
import type { VisitNotesView } from '../view.ts';
import { named, notesOf, openVisits } from './opened.ts';
import type { OpenedVisitFile } from './one.ts';

const partners = {
  petitioner: '信访人',
  family: '家属',
  neighbour: '邻居',
  'village-cadre': '村（社区）干部',
  other: '其他人员',
} as const;
const ways = { spoken: '当面', written: '书面', telephone: '电话' } as const;

/** A neighbour is not told on by name: the paper lies in many hands. */
function accountOf(notes: VisitNotesView) {
  const talks = notes.talks.map(({ partner, name }) =>
    partner === 'neighbour' ? partners[partner] : `${partners[partner]}${name}`,
  );
  return {
    by: notes.by,
    on: notes.visitedOn,
    files: notes.files.length,
    ...(talks.length === 0 ? {} : { talks: talks.join('、') }),
    ...(notes.words === '' ? {} : { words: notes.words }),
  };
}

/**
 * The record of a visit as a paper, for staff and for the petitioner: made when it is asked for from
 * what nobody can change, with every addition and correction. A look of staff is recorded (L-4).
 * @returns null when there is none for this reader, or the visit has no outcome
 */
export async function openVisitPaper(
  deps: VisitDeps,
  actor: Actor,
  id: string,
): Promise<OpenedVisitFile | null> {
  const document = await deps.db.withActor(
    scopeOf(actor),
    'write',
    async (tx): Promise<PaperDocument | null> => {
      const petitionId = await openCase(tx, id);
      if (petitionId === null) return null;
      const [opened] = await openVisits(tx, deps, actor, [id]);
      const folder = opened === undefined ? null : await openVisible(tx, deps, actor, petitionId);
      if (opened === undefined || folder === null) return null;
      const { visit, stream } = opened;
      const { status, plan, record, consent, endedAt } = visit;
      if (status === 'planned' || status === 'cancelled' || endedAt === null) return null;
      if (actor.kind === 'staff') await recordAccess(tx, actor, petitionId, `home-visit:${id}`);
      const organisation = await deps.organisation(tx);
      const outcome: VisitOutcome = status;
      const unit = named(organisation)(visit.unit).name;
      const companions = stream.field(plan.companions, 'text');
      return composePaper(
        'home-visit-record',
        {
          number: displayPetitionNumber(folder.petition.number),
          day: record?.visitedOn ?? plan.day,
          outcome,
          visitors: [
            ...plan.visitors.map(({ userId }) => organisation.userName(userId)),
            ...(companions === '' ? [] : [companions]),
          ],
          whom: stream.field(plan.whom, 'text'),
          place: stream.field(plan.place, 'text'),
          purpose: stream.field(plan.purpose, 'text'),
          ...(consent === null
            ? {}
            : {
                consent: `信访人${consent.on}（${ways[consent.way]}）同意，${organisation.userName(consent.userId)}记录`,
              }),
          ...(record === null || outcome === 'declined'
            ? {}
            : { record: accountOf(notesOf(record, stream, organisation)) }),
          ...(record?.promise == null
            ? {}
            : {
                promise: {
                  text: stream.field(record.promise.text, 'text'),
                  dueDate: record.promise.dueDate,
                },
              }),
          additions: visit.additions.map((each) => accountOf(notesOf(each, stream, organisation))),
          corrections: visit.corrections.map(({ at, words }) => ({
            on: localDateOf(at),
            words: stream.field(words, 'text'),
          })),
        },
        { issuer: { name: unit, sealName: unit }, date: localDateOf(endedAt) },
      );
    },
  );
  if (document === null) return null;
  const { bytes } = await renderPaper(document, 'pdf');
  return { name: '走访记录.pdf', mediaType: 'application/pdf', content: once(Buffer.from(bytes)) };
}

async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
