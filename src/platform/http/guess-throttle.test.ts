import { describe, expect, it } from 'vitest';
import { GuessThrottle } from './guess-throttle.ts';

describe('P-3 guesses of look-up codes are slowed down without a lock-out', () => {
  it('waits twice as long after each further failure, up to the longest', () => {
    let now = 0;
    const throttle = new GuessThrottle(() => now, { free: 3, longest: 60 });
    const waits = [];
    for (let index = 0; index < 12; index += 1) {
      throttle.failed('here', 'n');
      waits.push(throttle.wait('here', 'n'));
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]);
    now += 60_000;
    expect(throttle.wait('here', 'n')).toBe(0);
  });

  it('slows a source down across numbers, and a number across sources that failed at it', () => {
    const throttle = new GuessThrottle(() => 0, { free: 2 });
    throttle.failed('one', 'a');
    throttle.failed('one', 'b');
    expect(throttle.wait('one', 'c')).toBeGreaterThan(0);
    throttle.failed('two', 'a');
    expect(throttle.wait('two', 'a')).toBeGreaterThan(0);
  });

  it('lets a petitioner in whose number others guess at', () => {
    const throttle = new GuessThrottle(() => 0);
    for (let index = 0; index < 500; index += 1) throttle.failed(`bot ${index % 7}`, 'n');
    expect(throttle.wait('petitioner', 'n')).toBe(0);
  });

  it('forgives whoever finds the right code', () => {
    const throttle = new GuessThrottle(() => 0, { free: 2 });
    for (let index = 0; index < 5; index += 1) throttle.failed('home', 'n');
    throttle.succeeded('home', 'n');
    expect(throttle.wait('home', 'n')).toBe(0);
  });

  it('remembers a bounded number of sources', () => {
    const throttle = new GuessThrottle(() => 0, { free: 1, remembered: 30 });
    throttle.failed('first', 'n');
    for (let index = 0; index < 100; index += 1) throttle.failed(`s${index}`, `n${index}`);
    expect(throttle.wait('first', 'n')).toBe(0);
    expect(throttle.wait('s99', 'n99')).toBeGreaterThan(0);
  });
});
