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
  readonly case_kind: string | null;
  /** The id by which the list goes on: that of the record in which it waits, or the petition's. */
  readonly place_id: string;
}

/** The columns of a list row; both lists have them but for the purpose. */
export const rowColumns = (row: string, purpose: string): string =>
  `${row}.stream_id, ${row}.number, ${row}.status, ${purpose} AS purpose, ${row}.category,
   ${row}.channel, ${row}.urgency, ${row}.region_code, ${row}.holder, ${row}.tasks,
   ${row}.registered_at, ${row}.clock_period, ${row}.clock_started_at, ${row}.due_date::text,
   ${row}.due_at, ${row}.provisional, NULL::text AS case_kind, ${row}.stream_id AS place_id`;

/** The line of a record beside a petition: its own tasks and clock, all else from the petition's. */
export const caseColumns = (
  item: string,
  petition: string,
  purpose: string = `${petition}.purpose`,
): string =>
  `${petition}.stream_id, ${petition}.number, ${petition}.status, ${purpose} AS purpose,
   ${petition}.category, ${petition}.channel, ${petition}.urgency, ${petition}.region_code,
   ${petition}.holder, ${item}.tasks, ${petition}.registered_at, ${item}.clock_period,
   ${item}.clock_started_at, ${item}.due_date::text, ${item}.due_at, ${item}.provisional,
   ${item}.kind AS case_kind, ${item}.case_id AS place_id`;
