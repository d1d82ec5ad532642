import type {
  CommandInput,
  PublicCommandType,
} from '../../../src/capabilities/petitions/contract.ts';
import type { Words } from '../../words/words.ts';

/** Groups of words that a choice can list. */
export type ChoiceGroup =
  | 'purpose'
  | 'urgency'
  | 'nonAcceptanceReason'
  | 'noLongerReason'
  | 'fileReason'
  | 'serviceWay'
  | 'settled'
  | 'unservable'
  | 'stated'
  | 'view'
  | 'urgentLevel'
  | 'reportKind'
  | 'agendaQuestion'
  | 'adoption'
  | 'simpleGround'
  | 'way'
  | 'followUpWay'
  | 'followUpResult'
  | 'contestDecision';

/** With which control a field is filled. */
export type FieldKind =
  | 'text'
  | 'area'
  | 'date'
  | 'number'
  | 'check'
  | 'choice'
  | 'decision'
  | 'unit'
  | 'units'
  | 'officer'
  | 'region'
  | 'category'
  | 'uploads'
  | 'task'
  | 'petition'
  | 'relation'
  | 'paper'
  | 'parts'
  | 'answers';

export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: keyof Words['fields']['label'];
  readonly help?: keyof Words['fields']['help'];
  /** The contract has no place for an empty one. */
  readonly required?: boolean;
  readonly group?: ChoiceGroup;
  /** Longest text, in characters as people count them. */
  readonly limit?: number;
  /** Asked only while another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
  /** Lists first what the program takes for alike; choosing from it is recorded. */
  readonly suggests?: boolean;
  /** Sent as null when nothing is chosen. */
  readonly nullable?: boolean;
}

/** A field that the contract of the command really has. */
export type FieldOf<T extends PublicCommandType> = FieldSpec & {
  readonly name: keyof CommandInput<T> & string;
};
