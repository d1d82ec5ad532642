import { describe, expect, test } from 'vitest';
import { emptyPerson, emptyRegistration, registrationOf, type RegistrationDraft } from './draft.ts';
import { filledFrom, isMachineRead, wholeLetter } from './machine-reading.ts';

const empty = emptyRegistration('690121', '2026-11-22');
const letter = {
  text: '村口的鱼塘往东扩了。\n王福根',
  suggestions: { name: '王福根', mobile: '13800138000', letterDate: '2026-11-18' },
};
const fill = (draft: RegistrationDraft) => {
  const { change, leftText } = filledFrom(draft, letter);
  return { draft: { ...draft, ...change }, leftText };
};

describe('P-1 what the machine read', () => {
  test('fills empty fields and is marked until somebody changes it', () => {
    const { draft, leftText } = fill(empty);
    expect(draft).toMatchObject({
      text: letter.text,
      letterDate: '2026-11-18',
      people: [{ name: '王福根', mobile: '13800138000' }],
    });
    expect(leftText).toBeNull();
    expect(isMachineRead(draft, 'text')).toBe(true);
    expect(isMachineRead({ ...draft, text: '村口的鱼塘向东扩了。' }, 'text')).toBe(false);
    expect(isMachineRead(draft, 'documentNumber')).toBe(false);
  });

  test('never overwrites what was typed; the text is handed over apart', () => {
    const typed = {
      ...empty,
      text: '摘要',
      letterDate: '2026-11-17',
      people: [{ ...emptyPerson, name: '王富根' }],
    };
    const { draft, leftText } = fill(typed);
    expect(draft).toMatchObject({
      text: '摘要',
      letterDate: '2026-11-17',
      people: [{ name: '王富根', mobile: '13800138000' }],
    });
    expect(leftText).toBe(letter.text);
  });

  test('read once more it replaces its own words, not a person’s', () => {
    const { draft: once } = fill(empty);
    const corrected = { ...once, people: [{ ...emptyPerson, name: '王福庚', mobile: '' }] };
    const again = filledFrom(corrected, { ...letter, text: '村口的鱼塘往东扩了一亩。' });
    expect(again.change).toMatchObject({
      text: '村口的鱼塘往东扩了一亩。',
      people: [{ name: '王福庚' }],
    });
  });

  test('names nobody in an anonymous or a joint letter', () => {
    expect(fill({ ...empty, anonymous: true }).draft.people).toEqual([emptyPerson]);
    const joint = { ...empty, people: [emptyPerson, { ...emptyPerson, name: '李四' }] };
    expect(fill(joint).draft.people).toEqual(joint.people);
  });

  test('several pages are one letter, whose end tells who wrote', () => {
    const whole = wholeLetter([
      { text: '第一页', pages: 2, suggestions: { name: '张三', mobile: '13800138000' } },
      { text: '第二页', pages: 2, suggestions: { name: '王福根' } },
    ]);
    expect(whole).toEqual({
      text: '第一页\n第二页',
      suggestions: { name: '王福根', mobile: '13800138000' },
    });
  });

  test('the marks stay in the form and are not sent', () => {
    expect(registrationOf(fill(empty).draft)).not.toHaveProperty('machineRead');
  });
});
