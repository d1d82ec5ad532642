import { useEffect, useRef } from 'react';
import { noKeys, readKey, takesText } from './keyboard.ts';

const switchKey = 'huiyin:single-keys';

/** WCAG 2.1.4: single keys can be turned off. */
export const singleKeysOn = (): boolean => localStorage.getItem(switchKey) !== 'off';
export const switchSingleKeys = (on: boolean): void =>
  localStorage.setItem(switchKey, on ? 'on' : 'off');

type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Binds single keys and pairs while the component stands, outside of text and dialogs. */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    let state = noKeys;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !singleKeysOn()) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (takesText(target) || document.querySelector('[role=dialog][aria-modal=true]')) return;
      // Enter and space belong to whatever has the focus.
      if (event.key === 'Enter' && target.matches('a, button, summary, [role=combobox]')) return;
      const read = readKey(state, event, Object.keys(latest.current), Date.now());
      ({ state } = read);
      if (read.meant === null) return;
      event.preventDefault();
      latest.current[read.meant]?.(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
