/** One line of the refusals catalogue. */
export interface RefusalEntry {
  /** HTTP status of the problem document. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 | 507;
  readonly zh: string;
  readonly en: string;
}
