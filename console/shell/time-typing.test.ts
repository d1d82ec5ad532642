import { expect, test } from 'vitest';
import { readTypedTime } from './time-typing.ts';

test.each([
  ['09:30', '09:30'],
  ['9:30', '09:30'],
  ['９：３０', '09:30'],
  ['930', '09:30'],
  ['1430', '14:30'],
  ['9点', '09:00'],
  ['9点半', '09:30'],
  ['9时05分', '09:05'],
  ['', ''],
])('a time is read as people type it: %s', (typed, time) => {
  expect(readTypedTime(typed)).toBe(time);
});

test.each(['25:00', '9:75', '早上', '9-30', '9:', '99999'])('%s is no time', (typed) => {
  expect(readTypedTime(typed)).toBeNull();
});
