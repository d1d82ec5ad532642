import type { LocalDate } from '../../kernel/local-date.ts';
import type { Petition, SealedText } from './petition.ts';

/** What a joint meeting is asked: competence (Reg. 24), measures, or a question of policy. */
export const agendaQuestions = ['competence', 'measures', 'policy'] as const;
export type AgendaQuestion = (typeof agendaQuestions)[number];

/** Who brought it before the joint meeting: somebody, or a superior's period that has passed. */
export const agendaCauses = ['proposed', 'overdue', 'meeting'] as const;
export type AgendaCause = (typeof agendaCauses)[number];

/** What became of it before the joint meeting; `suggested` again where it was put off. */
export const agendaStages = ['planned', 'suggested', 'declined', 'decided'] as const;
export type AgendaStage = (typeof agendaStages)[number];

/** A petition that waits for, or stands on, the agenda of a joint meeting. */
export interface AgendaPlace {
  /** The joint-meeting office. */
  readonly unit: string;
  readonly cause: AgendaCause;
  readonly question: AgendaQuestion;
  readonly text: SealedText | null;
  readonly at: number;
  readonly stage: 'suggested' | 'planned';
  readonly meetingId: string | null;
}

export interface AgendaState {
  readonly agenda: AgendaPlace | null;
}

export const onNoAgenda: AgendaState = { agenda: null };

export interface AgendaEvents {
  AgendaSuggested: {
    readonly unit: string;
    readonly cause: AgendaCause;
    readonly question: AgendaQuestion;
    readonly text: SealedText | null;
  };
  AgendaNoted: {
    readonly unit: string;
    /** Null where it was declined without a meeting. */
    readonly meetingId: string | null;
    readonly stage: AgendaStage;
    readonly question: AgendaQuestion;
    /** What was decided, or why it was put off or left out. */
    readonly text: SealedText | null;
  };
}

export type AgendaEvent = {
  [T in keyof AgendaEvents]: { readonly type: T; readonly data: AgendaEvents[T] };
}[keyof AgendaEvents];

export interface AgendaCommands {
  /** `unit`: the joint-meeting office of the place; null where there is none. */
  suggestAgenda: Omit<AgendaEvents['AgendaSuggested'], 'unit'> & { readonly unit: string | null };
  noteAgenda: AgendaEvents['AgendaNoted'];
  /** Reg. 24: the joint meeting names the main handler, and who helps. */
  settleByMeeting: {
    readonly meetingId: string;
    /** The joint-meeting office, in whose name the paper goes out. */
    readonly office: string;
    readonly unit: string;
    readonly coHandlers: readonly {
      readonly taskId: string;
      readonly unit: string;
      readonly text: SealedText;
      readonly dueDate: LocalDate;
    }[];
    readonly reasons: SealedText;
    readonly paperId: string;
  };
}

/** Carries a petition over what happens to it before the joint meeting. */
export function agendaChanged(petition: Petition, event: AgendaEvent, at: number): Petition {
  const readers = [...new Set([...petition.readers, event.data.unit])];
  if (event.type === 'AgendaSuggested') {
    return {
      ...petition,
      readers,
      agenda: { ...event.data, at, stage: 'suggested', meetingId: null },
    };
  }
  const { unit, meetingId, stage, question, text } = event.data;
  if (stage === 'declined' || stage === 'decided') return { ...petition, agenda: null };
  return {
    ...petition,
    readers,
    agenda: {
      unit,
      cause: petition.agenda?.cause ?? 'meeting',
      question,
      text: petition.agenda?.text ?? text,
      at: petition.agenda?.at ?? at,
      stage,
      meetingId: stage === 'planned' ? meetingId : null,
    },
  };
}

/** O-1: the successor of a joint-meeting office has its suggestions. */
export const agendaSucceeded = (
  { agenda }: AgendaState,
  units: { readonly from: string; readonly to: string },
): AgendaState => ({
  agenda: agenda?.unit === units.from ? { ...agenda, unit: units.to } : agenda,
});
