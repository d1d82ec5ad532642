import { run, type Tx } from '../../platform/database/index.ts';

export type Verification = {
  readonly verifyCode: string;
  readonly streamId: string;
  readonly paperId: string;
  /** Of the PDF as issued, lower-case hex. */
  readonly sha256: string;
  readonly issuedAt: Date;
};

/**
 * Makes an issued paper verifiable by its code.
 *
 * @throws when the code is taken: 60 random bits do not meet, so that is a bug
 */
export async function recordVerification(tx: Tx, verification: Verification): Promise<void> {
  await run(tx, {
    name: 'paper.verification.insert',
    text: `INSERT INTO paper_verification (verify_code, stream_id, paper_id, sha256, issued_at)
           VALUES ($1, $2, $3, $4, $5)`,
    values: [
      verification.verifyCode,
      verification.streamId,
      verification.paperId,
      verification.sha256,
      verification.issuedAt,
    ],
  });
}

/** @param verifyCode as `parseVerifyCode` returns it */
export async function findByVerifyCode(
  tx: Tx,
  verifyCode: string,
): Promise<Verification | undefined> {
  const rows = await run<Verification>(tx, {
    name: 'paper.verification.find',
    text: `SELECT verify_code AS "verifyCode", stream_id AS "streamId", paper_id AS "paperId",
           sha256, issued_at AS "issuedAt" FROM paper_verification WHERE verify_code = $1`,
    values: [verifyCode],
  });
  return rows[0];
}
