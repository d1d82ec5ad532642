import { describe, expect, test } from 'vitest';
import { Life, registration, staff } from '../life.test-data.ts';
import {
  accept,
  answerTo,
  classify,
  direct,
  handled,
  petitioner,
  refer,
  referred,
  registered,
  text,
} from './steps.test-data.ts';

const office = staff('office');
const housing = staff('housing');
const accusation = { purpose: 'accusation' } as const;

describe('P-1 registration', () => {
  test('P-1 what an office takes in it triages; what a bureau takes in it holds', () => {
    expect(registered().state).toMatchObject({ status: 'registered', holder: 'office' });
    expect(direct().state).toMatchObject({
      status: 'referred',
      holder: 'housing',
      office: 'office',
    });
  });

  test('P-1 once', () => {
    const life = registered();
    const again = { type: 'register', registration: registration() } as const;
    expect(answerTo(life, again, office)).toBe('petition-exists');
  });

  test('P-1 nothing happens to what was never registered', () => {
    expect(answerTo(new Life(), accept, housing)).toBe('not-found');
  });

  test('P-6 an accusation against the body that takes it in is held by the office', () => {
    const life = direct({ ...accusation, accusedUnits: ['housing'], named: ['office-named'] });
    expect(life.state).toMatchObject({ status: 'registered', holder: 'office' });
  });

  test('P-6 so is one against the body above it', () => {
    const life = direct({
      ...accusation,
      holder: 'housing-station',
      accusedUnits: ['housing'],
      named: ['office-named'],
    });
    expect(life.state.holder).toBe('office');
  });

  test('L-5 without named handlers whoever took it in is the first', () => {
    expect(registered(accusation).state.named).toEqual(['office-officer']);
    expect(registered({ ...accusation, named: ['other'] }).state.named).toEqual(['other']);
  });

  test('P-1 an accused unit must be known', () => {
    const command = {
      type: 'register',
      registration: registration({ accusedUnits: ['nowhere'] }),
    } as const;
    expect(answerTo(new Life(), command, petitioner)).toBe('unit-unknown');
  });
});

describe('P-2 classification', () => {
  test.each([
    ['at the office', registered, office, 'done'],
    ['taken in by a bureau', direct, housing, 'done'],
    ['referred, so others have read it', referred, housing, 'reclassify-late'],
    ['being handled', handled, housing, 'reclassify-late'],
  ] as const)('P-4 made an accusation %s', (_, life, actor, answer) => {
    expect(answerTo(life(), classify(accusation), actor)).toBe(answer);
  });

  test('L-5 whoever finds that it is an accusation goes on seeing it', () => {
    const life = registered();
    life.do(classify({ ...accusation, named: ['other'] }), office);
    expect(life.state.named).toEqual(['other', 'office-officer']);
  });

  test('L-5 handlers who were named stay named when it is classified again', () => {
    const life = registered(accusation);
    life.do({ type: 'nameHandler', userId: 'office-other' }, office);
    life.do(classify(accusation), office);
    expect(life.state.named).toEqual(['office-officer', 'office-other']);
  });

  test('P-6 the accused bureau loses it as soon as that is known', () => {
    const life = direct();
    life.do(
      classify({ ...accusation, accusedUnits: ['housing'], named: ['office-named'] }),
      housing,
    );
    expect(life.state).toMatchObject({
      status: 'registered',
      holder: 'office',
      named: ['office-named'],
    });
  });

  test('P-6 it is not taken from everybody: somebody must be named', () => {
    const command = classify({ ...accusation, accusedUnits: ['housing'] });
    expect(answerTo(direct(), command, housing)).toBe('input-required');
  });

  test('P-6 an accused office decides nothing on it and passes it up', () => {
    const life = registered({ purpose: null });
    const command = classify({ ...accusation, accusedUnits: ['office'] });
    expect(answerTo(life, command, office)).toBe('accused-unit');
    expect(answerTo(life, refer('city-office'), office)).toBe('done');
  });

  test('P-4 the kind does not change under a decision that is being signed', () => {
    const life = registered();
    life.do({ type: 'notAccept', reason: 'legal-route', explanation: text, paperId: 'n' }, office);
    expect(answerTo(life, classify(accusation), office)).toBe('opinion-open');
  });

  test('L-5 handlers are named for accusations alone', () => {
    expect(answerTo(registered(), { type: 'nameHandler', userId: 'x' }, office)).toBe(
      'accusation-only-handover',
    );
  });
});

describe('P-3 the petitioner', () => {
  test('P-3 a lost code is replaced by the next', () => {
    const life = registered();
    expect(life.do({ type: 'replaceLookupCode' }, office).codeVersion).toBe(2);
  });

  test('P-16 adds something at any time, but not nothing', () => {
    const empty = { type: 'addMaterial', text: null, attachments: [] } as const;
    expect(answerTo(registered(), empty, petitioner)).toBe('input-required');
    expect(answerTo(registered(), { ...empty, text }, petitioner)).toBe('done');
  });
});
