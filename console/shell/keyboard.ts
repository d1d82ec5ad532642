/** What a key press comes to: an action, the beginning of a pair such as `g d`, or nothing. */
export interface KeyState {
  /** First key of a pair, and when it was pressed, in milliseconds. */
  readonly first: { readonly key: string; readonly at: number } | null;
}

export const noKeys: KeyState = { first: null };

/** How long the second key of a pair may take. */
const pairMs = 1200;

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Reads one key press against the bound keys (`j`, `?`, `Enter`, `g d`).
 * @param bound the keys that mean something now
 * @param now in milliseconds
 * @returns the next state and the binding that is meant, if any
 */
export function readKey(
  state: KeyState,
  pressed: PressedKey,
  bound: readonly string[],
  now: number,
): { readonly state: KeyState; readonly meant: string | null } {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return { state: noKeys, meant: null };
  const { key } = pressed;
  const { first } = state;
  if (first !== null && now - first.at <= pairMs) {
    const pair = `${first.key} ${key}`;
    if (bound.includes(pair)) return { state: noKeys, meant: pair };
  }
  if (bound.some((binding) => binding.startsWith(`${key} `))) {
    return { state: { first: { key, at: now } }, meant: null };
  }
  return { state: noKeys, meant: bound.includes(key) ? key : null };
}

/** Where single letters are text, not commands. */
export function takesText(element: {
  readonly tagName: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
}): boolean {
  if (element.isContentEditable === true) return true;
  const tag = element.tagName.toLowerCase();
  if (tag === 'textarea' || tag === 'select') return true;
  if (tag !== 'input') return false;
  return !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(element.type ?? 'text');
}
