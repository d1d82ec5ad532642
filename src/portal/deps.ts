import type { Refusal } from '../kernel/refusals.ts';
import type { Result } from '../kernel/result.ts';

/** A name in both languages of the interface. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** What an office publishes about itself (Reg. art. 18). Empty texts are left out on the page. */
export interface OfficeInfo {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  readonly email: string;
  readonly procedure: string;
}

/** A paper that was found by the code of its QR picture. */
export interface VerifiedPaper {
  readonly title: BothLanguages;
  readonly number: string;
  readonly issuer: string;
  /** Epoch ms. */
  readonly sealedAt: number;
  /** SHA-256 of the PDF in hexadecimal digits; null while it is being rendered. */
  readonly pdfHash: string | null;
  /** Whether it was withdrawn after sealing. */
  readonly isVoid: boolean;
}

/**
 * Where drafts lie. The secret stays with the citizen; the store sees only what is derived from
 * it, and keeps the content sealed.
 */
export interface DraftStore {
  /** @returns what `save` was given last, nothing when expired, deleted or never there */
  readonly load: (secret: string) => Promise<unknown>;
  readonly save: (secret: string, content: unknown) => Promise<void>;
  readonly remove: (secret: string) => Promise<void>;
}

/** What the citizen shell needs from the rest of the house. */
export interface PortalDeps {
  /** Name and telephone that stand on every page. */
  readonly mainOffice: () => Promise<OfficeInfo>;
  readonly offices: () => Promise<readonly OfficeInfo[]>;
  /** @returns refusal `not-found` when no sealed paper has this code */
  readonly verifyPaper: (code: string) => Promise<Result<VerifiedPaper, Refusal>>;
  /** Whether the browser may hold a draft; the home page then offers to go on. */
  readonly drafts: DraftStore;
  /** Epoch ms. */
  readonly now: () => number;
  /** The portal's address as citizens type it, such as https://xf.example.gov.cn; else the request's own. */
  readonly publicUrl?: string;
}
