/**
 * How a person must stand to a petition for a verb to be theirs.
 * - `unit`: their unit is any unit (creation, own drafts)
 * - `office`: their unit is the petition office responsible for it
 * - `holder`: their unit holds it now
 * - `co-handler`: their unit has a sub-task in it
 * - `assigner`: their unit assigned it and awaits the report
 * - `superior`: their unit is the common superior that decides competence
 * - `reader`: their unit may read it
 * - `addressee`: their unit was told of it as an urgent matter (Reg. 25)
 * - `helping-office`: their office helps with it since it was raised above them
 * - `paper`: their unit issues the paper in question
 */
export type Jurisdiction =
  | 'unit'
  | 'office'
  | 'holder'
  | 'co-handler'
  | 'assigner'
  | 'superior'
  | 'reader'
  | 'addressee'
  | 'helping-office'
  | 'paper';
