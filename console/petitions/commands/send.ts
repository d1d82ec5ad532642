import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import { api } from '../../shell/api.ts';

/** What the server says after a step. */
export interface Done {
  readonly version: number;
  readonly lookupCode?: string;
}

/** `decideObjection` is written `decide-objection` in addresses. */
export const addressOf = (command: PublicCommandType): string =>
  command.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Takes a step on a petition as it was read. */
export const sendCommand = (
  petitionId: string,
  command: PublicCommandType,
  body: unknown,
  key: string,
): Promise<Done> =>
  api.post<Done>(`/petitions/${petitionId}/commands/${addressOf(command)}`, body, { key });
