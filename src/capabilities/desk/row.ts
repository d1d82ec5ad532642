/** One row of a list as the projection left it. */
export interface ListRow {
  readonly stream_id: string;
  readonly number: string;
  readonly status: string;
  readonly purpose: string | null;
  readonly category: string | null;
  readonly channel: string;
  readonly urgency: string;
  readonly region_code: string;
  readonly holder: string;
  readonly tasks: readonly string[];
  readonly registered_at: Date;
  readonly clock_period: string | null;
  readonly clock_started_at: Date | null;
  readonly due_date: string | null;
  readonly due_at: Date;
  readonly provisional: boolean;
}

/** The columns of a list row; both lists have them but for the purpose. */
export const rowColumns = (row: string, purpose: string): string =>
  `${row}.stream_id, ${row}.number, ${row}.status, ${purpose} AS purpose, ${row}.category,
   ${row}.channel, ${row}.urgency, ${row}.region_code, ${row}.holder, ${row}.tasks,
   ${row}.registered_at, ${row}.clock_period, ${row}.clock_started_at, ${row}.due_date::text,
   ${row}.due_at, ${row}.provisional`;
