import { describe, expect, test } from 'vitest';
import { registrationSchema, type RegistrationInput } from './contract.ts';
import {
  checkRegistration,
  checkWords,
  type IntakeWorld,
  type PersonInput,
} from './intake-check.ts';

const world: IntakeWorld = {
  now: Date.parse('2026-11-02T09:00:00+08:00'),
  knowsRegion: (code) => code === '430121',
  knowsCategory: ({ first }) => first === '城乡建设',
};

const input = (more: Partial<RegistrationInput> = {}): RegistrationInput => ({
  ...registrationSchema.parse({
    channel: 'letter',
    title: '水压不足',
    text: '六楼以上停水。',
    regionCode: '430121',
  }),
  ...more,
});

const person = (more: Partial<PersonInput> = {}): PersonInput => ({
  role: 'petitioner',
  name: '王小明',
  ...more,
});

const people = (count: number, role: PersonInput['role'] = 'member'): PersonInput[] =>
  Array.from({ length: count }, () => person({ role }));

function answerTo(more: Partial<RegistrationInput>): string {
  const checked = checkRegistration(input(more), world);
  return checked.ok ? 'done' : `${checked.refusal.code} ${checked.refusal.field}`;
}

function cleanOf(more: Partial<RegistrationInput>) {
  const checked = checkRegistration(input(more), world);
  if (!checked.ok) throw new Error(checked.refusal.code);
  return checked.value;
}

describe('P-1 what is taken in and what is not', () => {
  test.each<readonly [string, Partial<RegistrationInput>, string]>([
    ['a plain letter', {}, 'done'],
    ['a title of 100 characters', { title: '水'.repeat(100) }, 'done'],
    ['a title of 101', { title: '水'.repeat(101) }, 'text-too-long title'],
    ['a character outside the basic plane counts once', { title: '𠮷'.repeat(100) }, 'done'],
    ['a title of blanks', { title: '  \u3000 ' }, 'input-required title'],
    ['no text', { text: ' \n ' }, 'input-required text'],
    ['a text of 10,000 characters', { text: '水'.repeat(10_000) }, 'done'],
    ['a text of 10,001', { text: '水'.repeat(10_001) }, 'text-too-long text'],
    ['half a character', { text: '停水\uD800了' }, 'text-encoding text'],
    ['characters lost on the way', { text: '停\uFFFD\uFFFD' }, 'text-encoding text'],
    ['twenty demands', { demands: Array.from({ length: 20 }, () => '供水') }, 'done'],
    [
      '10,000 demands',
      { demands: Array.from({ length: 10_000 }, () => '供水') },
      'too-many-demands demands',
    ],
    ['a demand too long', { demands: ['供', '水'.repeat(1001)] }, 'text-too-long demands.1'],
    ['500 people', { people: people(500) }, 'done'],
    ['501 people', { people: people(501) }, 'too-many-people people'],
    ['an unknown region', { regionCode: '999999' }, 'region-unknown regionCode'],
    [
      'an unknown category',
      { category: { first: '别的', second: null, third: null } },
      'category-unknown category',
    ],
    ['a known category', { category: { first: '城乡建设', second: null, third: null } }, 'done'],
    ['a letter of today', { letterDate: '2026-11-02' }, 'done'],
    ['a letter of tomorrow', { letterDate: '2026-11-03' }, 'date-in-future letterDate'],
    ['a postmark of tomorrow', { postmark: '2026-11-03' }, 'date-in-future postmark'],
    ['received tomorrow', { receivedOn: '2026-11-03' }, 'date-in-future receivedOn'],
    ['the oldest letter', { letterDate: '1949-10-01' }, 'done'],
    ['an older one', { letterDate: '1949-09-30' }, 'date-too-old letterDate'],
    ['a day that never was', { letterDate: '2026-02-30' }, 'input-invalid letterDate'],
    [
      'a name too long',
      { people: [person(), person({ name: '王'.repeat(51) })] },
      'text-too-long people.1.name',
    ],
  ])('P-1 %s', (_, more, answer) => {
    expect(answerTo(more)).toBe(answer);
  });

  test.each([
    ['a visit with five', 'visit', 5, 'done'],
    ['a visit with six', 'visit', 6, 'too-many-representatives people'],
    ['a letter with six, for nobody stands in the hall', 'letter', 6, 'done'],
  ] as const)('P-1 representatives (Reg. 20): %s', (_, channel, count, answer) => {
    expect(answerTo({ channel, people: people(count, 'representative') })).toBe(answer);
  });

  test('P-1 visitors beyond five are members of the group, never turned away', () => {
    const group = [...people(5, 'representative'), ...people(40)];
    expect(answerTo({ channel: 'visit', people: group })).toBe('done');
  });

  test('P-1 a letter without name and address is taken in', () => {
    expect(answerTo({ anonymous: true, people: [] })).toBe('done');
  });
});

describe('P-1 words are cleaned, not changed', () => {
  test('P-1 control characters and overrides of direction go, lines stay', () => {
    const { input: clean } = cleanOf({ text: ' 第一\u0000行\n第\u202E二行 ' });
    expect(clean.text).toBe('第一行\n第二行');
  });

  test('P-1 without a list of demands the title says what is asked for', () => {
    expect(cleanOf({ demands: ['  ', ''] }).input.demands).toEqual(['水压不足']);
    expect(cleanOf({ demands: [' 供水 ', ''] }).input.demands).toEqual(['供水']);
  });

  test('P-1 what is only blanks was not given', () => {
    expect(cleanOf({ place: '  ' }).input.place).toBeUndefined();
  });

  test('P-1 the refusal tells limit and length', () => {
    expect(checkWords('水'.repeat(7), 'name', 5)).toMatchObject({
      ok: false,
      refusal: { code: 'text-too-long', params: { field: '姓名', limit: 5, length: 7 } },
    });
  });
});

describe('P-1 checks of numbers warn, never block', () => {
  const warningsOf = (more: Partial<PersonInput>): string[] =>
    cleanOf({ people: [person(more)] }).warnings.map(({ field, kind }) => `${field} ${kind}`);
  const card = { documentType: 'identity-card' } as const;

  test.each<readonly [string, Partial<PersonInput>, readonly string[]]>([
    // The example of GB 11643-1999 itself.
    ['a good identity number', { ...card, documentNumber: '11010519491231002X' }, []],
    [
      'a wrong check digit',
      { ...card, documentNumber: '110105194912310021' },
      ['people.0.documentNumber bad-check-digit'],
    ],
    ['too short', { ...card, documentNumber: '1101' }, ['people.0.documentNumber wrong-length']],
    ['a passport is not checked', { documentType: 'passport', documentNumber: 'E1' }, []],
    ['a good mobile', { mobile: '138 0013 8000' }, []],
    ['a short mobile', { mobile: '1380013' }, ['people.0.mobile wrong-length']],
    ['a landline as mobile', { mobile: '0731-82210000' }, ['people.0.mobile not-a-telephone']],
    ['a landline', { landline: '0731-82210000' }, []],
    ['none', { mobile: '' }, []],
  ])('P-1 %s', (_, more, warnings) => {
    expect(warningsOf(more)).toEqual(warnings);
  });

  test('P-2 numbers are kept in the form in which they are looked up', () => {
    const typed = { ...card, documentNumber: '11010519491231002x', mobile: '+86 138-0013-8000' };
    const [first] = cleanOf({ people: [person(typed)] }).input.people;
    expect(first).toMatchObject({ documentNumber: '11010519491231002X', mobile: '13800138000' });
  });
});
