import { describe, expect, it } from 'vitest';
import { noKeys, readKey, takesText, type KeyState } from './keyboard.ts';

const bound = ['j', 'k', '?', 'n', 'g d', 'g a'];
const press = (state: KeyState, key: string, at = 0, held: object = {}) =>
  readKey(state, { key, ctrlKey: false, metaKey: false, altKey: false, ...held }, bound, at);

describe('P-15 the desk by keyboard', () => {
  it('means a single key at once', () => {
    expect(press(noKeys, 'j').meant).toBe('j');
    expect(press(noKeys, '?').meant).toBe('?');
  });

  it('means a pair when the second key follows soon', () => {
    const first = press(noKeys, 'g', 1000);
    expect(first.meant).toBeNull();
    expect(press(first.state, 'd', 1500).meant).toBe('g d');
  });

  it('forgets the first key of a pair after a while', () => {
    const first = press(noKeys, 'g', 1000);
    expect(press(first.state, 'd', 3000).meant).toBeNull();
  });

  it('takes the second key by itself when it makes no pair', () => {
    const first = press(noKeys, 'g', 0);
    expect(press(first.state, 'j', 100).meant).toBe('j');
  });

  it('leaves keys of the browser alone', () => {
    expect(press(noKeys, 'n', 0, { ctrlKey: true }).meant).toBeNull();
    expect(press(noKeys, 'j', 0, { metaKey: true }).meant).toBeNull();
  });

  it('knows where letters are text', () => {
    expect(takesText({ tagName: 'INPUT', type: 'text' })).toBe(true);
    expect(takesText({ tagName: 'TEXTAREA' })).toBe(true);
    expect(takesText({ tagName: 'SELECT' })).toBe(true);
    expect(takesText({ tagName: 'DIV', isContentEditable: true })).toBe(true);
    expect(takesText({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
    expect(takesText({ tagName: 'A' })).toBe(false);
  });
});
