import type { NewDisputeInput } from '../../src/capabilities/disputes/contract.ts';

/** One person a line: the name, then the telephone. */
export const partiesOf = (typed: string): NewDisputeInput['parties'] =>
  typed
    .split('\n')
    .map((line) => line.trim().split(/[\s，,、：:]+/))
    .flatMap(([name = '', ...contact]) =>
      name === '' ? [] : [{ name, contact: contact.join(' ') }],
    );
