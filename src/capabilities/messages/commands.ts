import { ok, type Result } from '../../kernel/result.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { requeueMessage } from './store.ts';

/**
 * Sends a message again that is held, failed or given up, with a fresh count of attempts.
 * @param tx a transaction of the writing role, of a person who may read the unit's outbox
 * @param id stream and message id, joined by a dot
 * @returns refused: not-found, when there is none that could be sent again
 */
export const resendMessage = async (tx: Tx, id: string): Promise<Result<null, Refusal>> => {
  const [streamId = '', messageId = ''] = id.split('.');
  return (await requeueMessage(tx, { streamId, messageId })) ? ok(null) : refuse('not-found');
};
