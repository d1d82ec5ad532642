import { localDateOf } from '../../../kernel/local-date.ts';
import { announcedUntil } from '../../../kernel/paper-flow.ts';
import {
  composePaper,
  paperKinds,
  type PaperData,
  type PaperDocument,
} from '../../papers/index.ts';
import type { RecordedPetitionEvent } from '../events.ts';
import type { ServiceWay } from '../petition.ts';
import { common, dayOf, fit, frameOf, personOf, read } from './facts.ts';
import type { PaperSource } from './source.ts';
import { paperWords, unservableWords } from './words.ts';

type Served = Extract<RecordedPetitionEvent, { type: 'PaperServed' }>;
type Announced = Extract<RecordedPetitionEvent, { type: 'PaperAnnounced' }>;
type Proof = PaperData<'proof-of-service'>;

const means: Readonly<Record<ServiceWay, NonNullable<Proof['means']> | null>> = {
  hand: 'hand',
  left: 'left',
  post: 'post',
  electronic: 'electronic',
  announcement: 'notice',
  'not-servable': null,
};

/** Where papers go: the address of the first of the petitioners, unless it is nobody's to know. */
function addressOf(source: PaperSource): string {
  const [first] = source.petition.people;
  return first === undefined ? '' : fit(read(source, first.sealed, 'address'), 300);
}

const printed = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

function announcementOf(source: PaperSource, { data }: Announced): string {
  const place = fit(read(source, data.proof, 'place'), 200) || paperWords.noText;
  const until = printed(announcedUntil(data.publishedOn));
  return `${printed(localDateOf(data.publishedOn))}刊登于${place}，公告期至${until}，届满视为送达。`;
}

/** What happened, as it was recorded; nothing of it while the paper waits. */
function recorded(source: PaperSource, { data, actor }: Served): Partial<Proof> {
  const { way, servedOn, proof, unservable, photographs = [] } = data;
  const told = fit(read(source, proof), 500);
  const recipient = fit(read(source, proof, 'recipient'), 100);
  const trace = fit(read(source, proof, 'mailNumber'), 100);
  const witness = fit(read(source, proof, 'witness'), 100);
  const refused = {
    reason: told || paperWords.noText,
    photograph: photographs.length > 0,
    ...(witness === '' ? {} : { witness }),
  };
  const chosen = means[way];
  return {
    ...(chosen === null ? {} : { means: chosen }),
    ...(way === 'not-servable' ? {} : { servedOn: dayOf(servedOn) }),
    ...(trace === '' ? {} : { trace }),
    ...(way === 'hand' ? { signed: recipient || told || paperWords.noText } : {}),
    ...(way === 'left' ? { refused } : {}),
    servers: [personOf(source, actor)],
    ...(unservable === undefined
      ? {}
      : { remark: `${unservableWords[unservable]}。${told}`.trim() }),
  };
}

/**
 * 送达回证 of one paper (G-2): what is known is filled in, the rest is room for handwriting; after
 * the service it says what happened, by whom, when and with which proof.
 * @param events the record of the petition
 */
export function serviceProofOf(
  source: PaperSource,
  events: readonly RecordedPetitionEvent[],
): PaperDocument {
  const { paper } = source;
  const about = <T extends RecordedPetitionEvent['type']>(type: T) =>
    events.findLast(
      (event): event is Extract<RecordedPetitionEvent, { type: T }> =>
        event.type === type && 'paperId' in event.data && event.data.paperId === paper.id,
    );
  const served = about('PaperServed');
  const announced = about('PaperAnnounced');
  const { petitioner, petition } = common(source);
  const address = addressOf(source);
  const told = served === undefined ? {} : recorded(source, served);
  const published = announced === undefined ? undefined : announcementOf(source, announced);
  const remark = [published, told.remark].filter((part) => part !== undefined).join('\n');
  const data: Proof = {
    petitioner,
    petition,
    paper: {
      title: paperKinds[paper.kind].title.zh,
      ...(paper.number === null || paper.number === '' ? {} : { number: paper.number }),
    },
    ...(address === '' ? {} : { address }),
    ...(announced === undefined ? {} : { means: 'notice' as const }),
    ...told,
    ...(remark === '' ? {} : { remark }),
  };
  return composePaper('proof-of-service', data, { ...frameOf(source), draftMark: false });
}
