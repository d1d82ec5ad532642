import type { PaperData } from '../../papers/index.ts';
import { redirectWays, type FileReason, type NonAcceptanceReason } from '../petition.ts';
import {
  clockOf,
  common,
  contestOf,
  dayOf,
  demandsOf,
  dueOn,
  fit,
  nameOf,
  personOf,
  read,
  readOr,
  referredTo,
  today,
} from './facts.ts';
import type { PaperSource } from './source.ts';
import { paperWords, procedureWords } from './words.ts';

export function acceptanceNotice(source: PaperSource): PaperData<'acceptance-notice'> {
  const { petition, paper } = source;
  // A procedure of its own that the unit started says why (Reg. 31(3)-(5)); acceptance has no text.
  const route = paper.text === null ? null : petition.route;
  const clock = clockOf(source, route === null ? 'handling' : 'route');
  const referred = referredTo(source);
  const explanation = read(source, paper.text);
  return {
    ...common(source),
    ...(referred === undefined ? {} : { referred }),
    acceptedOn: dayOf(clock?.startedAt ?? paper.draftedAt),
    demands: demandsOf(source),
    way: route?.way ?? 6,
    ...(route === null ? {} : { procedure: procedureWords[route.way] }),
    ...(explanation === '' ? {} : { explanation }),
    dueOn: route?.dueDate ?? dueOn(source, clock, today(source)),
  };
}

const grounds: Readonly<Record<NonAcceptanceReason, PaperData<'refusal'>['ground']>> = {
  'same-matter-open': 'same-matter-open',
  'legal-route': 'legal-route',
  'within-review-period': 'review-period-running',
  // Refused by the rules before any paper; what is not the unit's own is passed on (Reg. 22).
  'outside-jurisdiction': 'legal-route',
  'no-request': 'unclear-request',
};

const advice: Readonly<Record<NonAcceptanceReason, string>> = {
  'same-matter-open':
    '请凭正在办理的事项的登记编号和查询码查询进度。有新的材料，可以直接补充到该事项。',
  'legal-route':
    '请按照上述理由中写明的途径，在法定期限内向有权处理的机关提出。不清楚如何提出的，可以与我们联系，我们说明所需材料和受理单位。',
  'within-review-period':
    '请自收到处理（复查）意见之日起30日内，向作出该意见的机关、单位的上一级机关、单位请求复查（复核）。',
  'outside-jurisdiction': '请与我们联系，我们将该事项转送有权处理的机关、单位。',
  'no-request':
    '可以补充具体的请求、事实和理由后重新提出，需要帮助填写的，可以到窗口或者来电，由工作人员协助。',
};

const adviceTo = (body: string): string =>
  `请在法定期限内向${body}提出。不清楚如何提出的，可以与我们联系，我们说明所需材料。`;

export function refusal(source: PaperSource): PaperData<'refusal'> {
  const { effect, text } = source.paper;
  const reason = effect?.kind === 'not-accept' ? effect.reason : 'legal-route';
  const way = redirectWays.find((each) => String(each) === read(source, text, 'way'));
  const body = fit(read(source, text, 'body'), 300);
  return {
    ...common(source),
    ground: grounds[reason],
    ...(way === undefined ? {} : { way }),
    explanation: readOr(source, text),
    advice: body === '' ? advice[reason] : adviceTo(body),
    contest: contestOf(source),
  };
}

/** Named only as a whole: half a decision cannot be looked up. */
function endingOf(source: PaperSource): PaperData<'no-longer-accepted'>['ended'] {
  const said = (name: string): string => fit(read(source, source.paper.text, name), 300);
  const ended = { by: said('by'), number: said('number'), on: said('on') };
  const petition = said('petition');
  return Object.values(ended).includes('')
    ? undefined
    : { ...ended, ...(petition === '' ? {} : { petition }) };
}

export function noLongerAccepted(source: PaperSource): PaperData<'no-longer-accepted'> {
  const { effect, text } = source.paper;
  const ended = endingOf(source);
  return {
    ...common(source),
    ground: effect?.kind === 'no-longer-accept' ? effect.reason : 'procedure-ended',
    ...(ended === undefined ? {} : { ended }),
    explanation: readOr(source, text),
    contest: contestOf(source),
  };
}

export function redirection(source: PaperSource): PaperData<'redirection'> {
  const { effect, text } = source.paper;
  const way = effect?.kind === 'redirect' ? effect.way : 1;
  return {
    ...common(source),
    way,
    procedure: procedureWords[way],
    body: fit(read(source, text, 'body'), 300) || '有权处理的机关、单位',
    legalBasis: readOr(source, text),
    handedOver: effect?.kind === 'redirect' && effect.awaitsReceipt,
    contest: contestOf(source),
  };
}

/** Who signs; for a draft nobody yet. */
export function signerOf(source: PaperSource): string {
  const { signedBy, issuer } = source.paper;
  if (signedBy !== null) return personOf(source, signedBy);
  return source.verify === null ? paperWords.awaitsSignature : nameOf(source, issuer);
}

export function fileOnlyNote(source: PaperSource): PaperData<'file-only-note'> {
  const { effect, text, draftedBy } = source.paper;
  const { petitioner, petition } = common(source);
  const ground: FileReason = effect?.kind === 'file-only' ? effect.reason : 'no-content';
  return {
    petitioner,
    petition,
    ground,
    explanation: readOr(source, text),
    proposedBy: personOf(source, draftedBy),
    approvedBy: signerOf(source),
    approvedOn: today(source),
  };
}
