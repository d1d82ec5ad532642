import { z } from 'zod';
import { lengthOf } from '../../../../kernel/clean-text.ts';
import { checkIdentityNumber } from '../../../../kernel/identity-number.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, sentenceOf } from '../../../../kernel/refusals.ts';
import { checkTelephone } from '../../../../kernel/telephone.ts';
import type { Fault } from '../../../../portal/components.tsx';
import type { Say } from '../../../../portal/words/index.ts';
import { limits } from '../../limits.ts';
import type { PetitionKey } from '../words/index.ts';
import { typedIn, type DraftContent, type FieldName, type StepId } from './content.ts';

/** Who reads the sentences. */
export interface FaultReader {
  readonly language: 'zh-CN' | 'en';
  readonly say: Say<PetitionKey>;
}

const EMAIL = z.email().max(200);

const fieldLimits: Readonly<Partial<Record<FieldName, number>>> = {
  helperName: limits.name,
  helperMobile: 30,
  helperRelation: limits.address,
  title: limits.title,
  text: limits.text,
  place: limits.address,
  unit: limits.address,
  // The unit is written before it, on a line of its own.
  accusedPersons: limits.explanation - limits.address - 1,
  earlierSteps: limits.explanation,
  name: limits.name,
  mobile: 30,
  documentNumber: 40,
  organisation: limits.address,
  address: limits.address,
  safeContact: limits.address,
};

/** What a field is called in the sentence about it. */
const labels: Readonly<Partial<Record<FieldName, PetitionKey>>> = {
  helperName: 'helper.name',
  helperMobile: 'helper.mobile',
  helperRelation: 'helper.relation',
  title: 'story.subject',
  text: 'story.text',
  place: 'place.text',
  unit: 'concerned.unit',
  accusedPersons: 'concerned.who',
  earlierSteps: 'concerned.earlier',
  name: 'you.name',
  mobile: 'you.mobile',
  documentNumber: 'you.document',
  organisation: 'you.organisation',
  others: 'you.others',
  address: 'papers.address',
  safeContact: 'papers.safe',
};

const labelOf = (reader: FaultReader, field: FieldName): string => {
  const key = labels[field];
  return key === undefined ? field : reader.say(key);
};

/** Too long, or with characters that were lost on the way. */
const textFault = (
  reader: FaultReader,
  field: string,
  label: string,
  text: string,
  limit: number,
): Fault | undefined => {
  const tell = (...refused: Parameters<typeof refuse>): Fault => ({
    field,
    sentence: sentenceOf(refuse(...refused).refusal, reader.language),
  });
  if (text.includes('\uFFFD')) return tell('text-encoding', { field: label });
  // Counting graphemes of megabytes takes seconds, and one is never more than a dozen units.
  const length = text.length > limit * 40 ? text.length : lengthOf(text);
  return length > limit ? tell('text-too-long', { field: label, limit, length }) : undefined;
};

const required = (content: DraftContent, reader: FaultReader, field: FieldName): Fault[] =>
  typedIn(content, field) === ''
    ? [{ field, sentence: reader.say('submit.required', { field: labelOf(reader, field) }) }]
    : [];

const chosen = (content: DraftContent, reader: FaultReader, field: FieldName): Fault[] =>
  typedIn(content, field) === '' ? [{ field, sentence: reader.say('submit.choose') }] : [];

const limited = (content: DraftContent, reader: FaultReader, ...fields: FieldName[]): Fault[] =>
  fields.flatMap((field) => {
    const limit = fieldLimits[field] ?? limits.explanation;
    const fault = textFault(reader, field, labelOf(reader, field), typedIn(content, field), limit);
    return fault === undefined ? [] : [fault];
  });

const demandFaults = (content: DraftContent, reader: FaultReader): Fault[] => {
  const { demands } = content;
  if (demands.length > limits.demands) {
    const counts = { limit: limits.demands, count: demands.length };
    return [{ field: 'demandList', sentence: reader.say('demands.many', counts) }];
  }
  if (demands.length === 0 && typedIn(content, 'purpose') === 'appeal') {
    return [{ field: 'demand-1', sentence: reader.say('demands.required') }];
  }
  return demands.flatMap((demand, index) => {
    const label = reader.say('demands.one', { index: index + 1 });
    const fault = textFault(reader, `demand-${index + 1}`, label, demand, limits.demand);
    return fault === undefined ? [] : [fault];
  });
};

/** Names of people who join, one on each line. */
export const othersOf = (content: DraftContent): readonly string[] =>
  typedIn(content, 'others')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const othersFaults = (content: DraftContent, reader: FaultReader): Fault[] => {
  const others = othersOf(content);
  // The petitioner and a helper take a place each.
  const limit = limits.people - 2;
  if (others.length > limit) {
    const sentence = reader.say('you.others.many', { limit, count: others.length });
    return [{ field: 'others', sentence }];
  }
  const label = reader.say('you.others');
  const faults = others.map((name) => textFault(reader, 'others', label, name, limits.name));
  return faults.filter((fault) => fault !== undefined).slice(0, 1);
};

const youFaults = (content: DraftContent, reader: FaultReader): Fault[] => {
  const nameless = typedIn(content, 'anonymous') === 'no' && typedIn(content, 'name') === '';
  return [
    ...chosen(content, reader, 'anonymous'),
    ...(nameless ? [{ field: 'name', sentence: reader.say('you.name.required') }] : []),
    ...limited(content, reader, 'name', 'mobile', 'documentNumber', 'organisation'),
    ...othersFaults(content, reader),
  ];
};

const papersFaults = (content: DraftContent, reader: FaultReader): Fault[] => {
  const email = typedIn(content, 'email');
  const unposted = typedIn(content, 'service') === 'post' && typedIn(content, 'address') === '';
  return [
    ...chosen(content, reader, 'service'),
    ...(unposted ? [{ field: 'address', sentence: reader.say('papers.address.required') }] : []),
    ...(email !== '' && !EMAIL.safeParse(email).success
      ? [{ field: 'email', sentence: reader.say('papers.email.wrong') }]
      : []),
    ...limited(content, reader, 'address', 'safeContact'),
  ];
};

/**
 * What on a page of the wizard needs another look before the petition can be sent.
 * @returns each field at most once, in the order of the page
 */
export const faultsOf = (step: StepId, content: DraftContent, reader: FaultReader): Fault[] => {
  switch (step) {
    case 'helper': {
      const helps = !['', 'self'].includes(typedIn(content, 'helping'));
      return [
        ...chosen(content, reader, 'helping'),
        ...(helps ? required(content, reader, 'helperName') : []),
        ...limited(content, reader, 'helperName', 'helperMobile', 'helperRelation'),
      ];
    }
    case 'purpose':
      return chosen(content, reader, 'purpose');
    case 'story':
      return [
        ...required(content, reader, 'title'),
        ...required(content, reader, 'text'),
        ...limited(content, reader, 'title', 'text'),
      ];
    case 'demands':
      return demandFaults(content, reader);
    case 'place':
      return [
        ...(typedIn(content, 'region') === ''
          ? [{ field: 'region', sentence: reader.say('place.required') }]
          : []),
        ...limited(content, reader, 'place'),
      ];
    case 'concerned':
      return limited(content, reader, 'unit', 'accusedPersons', 'earlierSteps');
    case 'you':
      return youFaults(content, reader);
    case 'papers':
      return papersFaults(content, reader);
    case 'files':
    case 'check':
      return [];
  }
};

const telephoneDoubts = (content: DraftContent, reader: FaultReader, field: FieldName): Fault[] => {
  const typed = typedIn(content, field);
  const [doubt] = typed === '' ? [] : checkTelephone(typed).warnings;
  return doubt === undefined ? [] : [{ field, sentence: reader.say(`doubt.telephone.${doubt}`) }];
};

const identityDoubts = (content: DraftContent, reader: FaultReader, now: number): Fault[] => {
  const typed = typedIn(content, 'documentNumber');
  const isCard = ['', 'identity-card'].includes(typedIn(content, 'documentType'));
  const [doubt] =
    typed === '' || !isCard ? [] : checkIdentityNumber(typed, localDateOf(now)).warnings;
  return doubt === undefined
    ? []
    : [{ field: 'documentNumber', sentence: reader.say(`doubt.identity.${doubt}`) }];
};

/**
 * What looks mistyped on a page and is taken all the same when confirmed (P-1: warn, never block).
 * @param now epoch ms
 */
export const doubtsOf = (
  step: StepId,
  content: DraftContent,
  reader: FaultReader,
  now: number,
): Fault[] => {
  if (step === 'helper') return telephoneDoubts(content, reader, 'helperMobile');
  if (step !== 'you') return [];
  return [...telephoneDoubts(content, reader, 'mobile'), ...identityDoubts(content, reader, now)];
};
