import { describe, expect, it } from 'vitest';
import {
  commandSchemas,
  publicCommandTypes,
  registrationSchema,
} from '../../../src/capabilities/petitions/contract.ts';
import {
  emptyPerson,
  emptyRegistration,
  missingNeeded,
  registrationOf,
} from '../registration/draft.ts';
import type { FieldSpec } from './field-spec.ts';
import { forms, isPaperStep } from './forms.ts';
import { addressOf } from './send.ts';
import {
  fieldOfPath,
  initialValues,
  inputOf,
  missingFields,
  type Values,
  suggestedMark,
} from './values.ts';

const uuid = '00000000-0000-4000-8000-000000000001';
const facts = {
  title: '漏雨',
  purpose: 'appeal',
  mixed: false,
  accusedUnits: [],
  category: null,
  urgency: 'ordinary',
  region: { code: '340822', name: '临江县' },
  demands: [{ id: uuid, text: '修好', outcome: null, execution: null }],
  attachments: [],
} as const;
const given = { paperId: uuid, today: '2026-11-22' };

/** Something that a person could have filled in. */
function filled(field: FieldSpec): unknown {
  switch (field.kind) {
    case 'date':
      return '2026-11-22';
    case 'number':
      return '15';
    case 'check':
      return true;
    case 'decision':
      return 'upheld';
    case 'choice':
      return {
        purpose: 'appeal',
        urgency: 'urgent',
        nonAcceptanceReason: 'legal-route',
        noLongerReason: 'procedure-ended',
        fileReason: 'thanks',
        serviceWay: 'post',
        settled: 'partly',
        stated: 'repeat-of',
        unservable: 'no-address',
        view: 'accepts',
        urgentLevel: 'major',
        reportKind: 'progress',
        agendaQuestion: 'competence',
        adoption: 'adopted',
        simpleGround: 'first-clear',
        followUpWay: 'call',
        followUpResult: 'satisfied',
        contestDecision: 'upheld',
        way: '3',
      }[field.group ?? 'purpose'];
    case 'officer':
    case 'task':
    case 'paper':
      return uuid;
    case 'petition':
      return field.suggests === true ? `${suggestedMark}${uuid}` : uuid;
    case 'relation':
      return 'relation-1';
    case 'unit':
    case 'region':
      return '340822';
    case 'units':
      return ['340822'];
    case 'uploads':
      return [uuid];
    case 'category':
      return { first: '01', second: null, third: null };
    case 'parts':
      return [{ title: '一', purpose: 'appeal', demandIds: [uuid], attachmentIds: [] }];
    case 'answers':
      return [
        {
          demandId: uuid,
          outcome: 'explained',
          facts: 'f',
          basis: 'b',
          answer: 'a',
          responsible: '',
          dueDate: '',
        },
      ];
    case 'text':
    case 'area':
      return '已经核实，情况属实，请依法办理。';
  }
}

/** P-11: the petitioner alone rates; the console has no form for it. */
const ofTheOffice = publicCommandTypes.filter((type) => type !== 'rate');

describe('P-4 a form for every command of the contract', () => {
  it.each(ofTheOffice)('%s: what is filled in is what the contract takes', (command) => {
    const values = Object.fromEntries(forms[command].map((field) => [field.name, filled(field)]));
    // Fields that only some choices ask for: every choice in turn, all fields together.
    const turns = forms[command].flatMap(({ when }) =>
      when === undefined ? [] : when.is.map((value) => ({ [when.field]: value })),
    );
    const names = new Set<string>();
    for (const turn of [{}, ...turns]) {
      const input = inputOf(forms[command], { ...values, ...turn });
      const parsed = commandSchemas[command].safeParse(input);
      expect(parsed.error?.issues ?? []).toEqual([]);
      for (const name of Object.keys(input)) names.add(name);
    }
    expect([...names].sort()).toEqual(Object.keys(commandSchemas[command].shape).sort());
  });

  it.each(publicCommandTypes)(
    '%s: a field is needed exactly where the contract needs it',
    (command) => {
      const whole = Object.fromEntries(forms[command].map((field) => [field.name, filled(field)]));
      for (const field of forms[command]) {
        if (field.kind === 'check' || field.kind === 'parts' || field.kind === 'answers') continue;
        const input = inputOf(forms[command], { ...whole, [field.name]: '' });
        const taken = commandSchemas[command].safeParse(input).success;
        expect(`${field.name} ${taken ? 'optional' : 'needed'}`).toBe(
          `${field.name} ${field.required === true ? 'needed' : 'optional'}`,
        );
      }
    },
  );

  it('begins with what is known', () => {
    expect(initialValues('classify', facts, given)).toMatchObject({
      purpose: 'appeal',
      urgency: 'ordinary',
      regionCode: '340822',
    });
    expect(initialValues('servePaper', facts, given)).toMatchObject({
      paperId: uuid,
      servedOn: '2026-11-22',
    });
    const { parts } = initialValues('split', facts, given) as { parts: { demandIds: string[] }[] };
    expect(parts.map(({ demandIds }) => demandIds)).toEqual([[uuid], []]);
  });

  it('P-4, P-6 a second classification forgets neither the mark nor the accused', () => {
    const marked = {
      ...facts,
      purpose: 'accusation',
      mixed: true,
      accusedUnits: ['housing'],
    } as const;
    const values = initialValues('classify', marked, given);
    expect(inputOf(forms.classify, values)).toMatchObject({
      mixed: true,
      accusedUnits: ['housing'],
    });
    const { parts } = initialValues('split', marked, given) as { parts: { purpose: string }[] };
    expect(parts.map(({ purpose }) => purpose)).toEqual(['accusation', 'appeal']);
  });

  it('names what is missing', () => {
    const values: Values = initialValues('notAccept', facts, given);
    expect(missingFields(forms.notAccept, values)).toEqual(['reason', 'explanation']);
  });

  it('finds the field that a problem is about', () => {
    expect(fieldOfPath(forms.draftOpinion, 'input.demands.0.basis')).toBe('demands');
    expect(fieldOfPath(forms.refer, 'to')).toBe('to');
    expect(fieldOfPath(forms.refer, 'elsewhere')).toBeNull();
  });

  it('knows the steps that belong to one paper', () => {
    expect(isPaperStep('sealPaper')).toBe(true);
    expect(isPaperStep('refer')).toBe(false);
  });

  it('writes addresses as the server does', () => {
    expect(addressOf('decideObjection')).toBe('decide-objection');
    expect(addressOf('accept')).toBe('accept');
  });
});

describe('P-2 registration', () => {
  const empty = emptyRegistration('340822', '2026-11-22');

  it('needs channel, title, text and region, no more', () => {
    expect(missingNeeded(empty)).toEqual(['channel', 'title', 'text']);
    const short = { ...empty, channel: 'visit', title: '漏雨', text: '屋顶漏雨。' };
    expect(missingNeeded(short)).toEqual([]);
    const parsed = registrationSchema.parse(registrationOf(short));
    expect(parsed).toMatchObject({ channel: 'visit', people: [], demands: [], purpose: null });
  });

  it('sends all that was typed and nothing that was left empty', () => {
    const full = {
      ...empty,
      channel: 'letter',
      title: '漏雨',
      text: '屋顶漏雨。',
      demands: ['修好', ' ', ''],
      people: [{ ...emptyPerson, name: '王某', documentNumber: '34010419800101123X' }, emptyPerson],
      personCount: '12',
      letterDate: '2026-11-02',
      numbersElsewhere: [
        { source: '12345', number: 'A1' },
        { source: '', number: '' },
      ],
      uploads: [{ id: uuid, name: 'a.jpg', mediaType: 'image/jpeg', size: 1 }],
    };
    const body = registrationOf(full);
    expect(body).toMatchObject({
      demands: ['修好'],
      people: [{ role: 'petitioner', name: '王某', documentType: 'identity-card' }],
      personCount: 12,
      letterDate: '2026-11-02',
      numbersElsewhere: [{ source: '12345', number: 'A1' }],
      uploads: [uuid],
    });
    expect(body).not.toHaveProperty('postmark');
    expect(registrationSchema.safeParse(body).error?.issues ?? []).toEqual([]);
  });
});
