import type { MouseEvent } from 'react';

/**
 * Lets a double click be one press. Buttons of the hall make way for others at the same place, and a
 * second ticket would have nobody behind it; put it on what surrounds the buttons.
 */
export function onePress(event: MouseEvent): void {
  const onButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (event.detail <= 1 || !onButton) return;
  event.preventDefault();
  event.stopPropagation();
}
