import { useQueryClient } from '@tanstack/react-query';
import type { SuggestionView } from '../../src/capabilities/joint-meeting/view.ts';
import type { MeetingView } from '../../src/capabilities/joint-meeting/view.ts';
import type { MeetingStep } from '../../src/capabilities/joint-meeting/contract.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf, type Words } from '../words/words.ts';
import { inputOf, type Typed } from './inputs.ts';
import { seatKey, useSeats, useSuggestions } from './reads.ts';

type Say = Words['jointMeeting'];

interface Choices {
  readonly say: Say;
  readonly terms: Words['terms'];
  readonly meeting: MeetingView;
  readonly seats: readonly { readonly value: string; readonly label: string }[];
  readonly chairs: readonly { readonly value: string; readonly label: string }[];
  readonly suggestions: readonly SuggestionView[];
  /** The petition to be put on, as a link says. */
  readonly petitionId: string | null;
}

const required = true;

/** The fields by which a meeting is planned and changed. */
export const planFields = (
  say: Say,
  people: Pick<Choices, 'seats' | 'chairs'>,
  first: Readonly<Record<string, string>> = {},
): readonly ShortField[] => [
  {
    name: 'kind',
    kind: 'choice',
    label: say.label.kind,
    required,
    first: first['kind'] ?? 'joint-meeting',
    options: keysOf(say.kind).map((value) => ({ value, label: say.kind[value] })),
  },
  { name: 'on', kind: 'date', label: say.label.on, required, ...firstOf(first, 'on') },
  {
    name: 'time',
    kind: 'time',
    label: say.label.time,
    help: say.help.time,
    required,
    first: first['time'] ?? '09:00',
  },
  { name: 'place', kind: 'text', label: say.label.place, required, ...firstOf(first, 'place') },
  {
    name: 'chair',
    kind: 'search',
    label: say.label.chair,
    required,
    options: people.chairs,
    ...firstOf(first, 'chair'),
  },
  {
    name: 'members',
    kind: 'many',
    label: say.label.members,
    required,
    options: people.seats,
    ...firstOf(first, 'members'),
  },
];

const firstOf = (first: Readonly<Record<string, string>>, name: string) =>
  first[name] === undefined ? {} : { first: first[name] };

function fieldsOf(step: MeetingStep, choices: Choices): readonly ShortField[] {
  const { say, terms, meeting, suggestions } = choices;
  const { label, help } = say;
  const reason: ShortField = { name: 'reason', kind: 'area', label: label.reason, required };
  switch (step) {
    case 'changeMeeting':
      return planFields(say, choices, {
        kind: meeting.kind,
        on: meeting.on,
        time: meeting.time,
        place: meeting.place,
        chair: seatKey({ unit: meeting.chair.unit.id, userId: meeting.chair.userId }),
        members: meeting.members
          .map((each) => seatKey({ unit: each.unit.id, userId: each.userId }))
          .join(','),
      });
    case 'addItem':
      return [
        {
          name: 'petitionId',
          kind: 'search',
          label: label.petitionId,
          help: help.petition,
          options: suggestions.map(({ petition }) => ({
            value: petition.id,
            label: `${displayPetitionNumber(petition.number)} ${petition.title}`,
          })),
          ...(choices.petitionId === null ? {} : { first: choices.petitionId }),
        },
        {
          name: 'question',
          kind: 'choice',
          label: label.question,
          required,
          first:
            suggestions.find(({ petition }) => petition.id === choices.petitionId)?.question ??
            'measures',
          options: keysOf(terms.agendaQuestion).map((value) => ({
            value,
            label: terms.agendaQuestion[value],
          })),
        },
        { name: 'text', kind: 'area', label: label.text, required, limit: 2000 },
        { name: 'background', kind: 'area', label: label.background, limit: 2000 },
      ];
    case 'moveMeeting':
      return [
        { name: 'on', kind: 'date', label: label.on, required },
        {
          name: 'time',
          kind: 'time',
          label: label.time,
          help: help.time,
          required,
          first: meeting.time,
        },
        { name: 'place', kind: 'text', label: label.place, required, first: meeting.place },
        reason,
      ];
    case 'cancelMeeting':
      return [reason];
    case 'openMeeting':
      return [
        {
          name: 'came',
          kind: 'many',
          label: label.came,
          options: meeting.members.map(({ userId, name, unit }) => ({
            value: userId,
            label: `${name} · ${unit.name}`,
          })),
        },
      ];
    case 'decideItem':
      return [
        {
          name: 'outcome',
          kind: 'choice',
          label: label.outcome,
          required,
          first: 'decided',
          options: keysOf(say.outcome).map((value) => ({ value, label: say.outcome[value] })),
        },
        { name: 'text', kind: 'area', label: label.decision, required, limit: 2000 },
        { name: 'main', kind: 'unit', label: label.main, help: help.main },
        { name: 'coHandlers', kind: 'units', label: label.coHandlers },
        { name: 'coHandlersDue', kind: 'date', label: label.coHandlersDue },
        { name: 'promiseUnit', kind: 'unit', label: label.promiseUnit },
        { name: 'promiseText', kind: 'area', label: label.promiseText, limit: 1000 },
        { name: 'promiseDue', kind: 'date', label: label.promiseDue },
        { name: 'dissentUnit', kind: 'unit', label: label.dissentUnit },
        { name: 'dissentText', kind: 'area', label: label.dissentText, limit: 2000 },
      ];
    case 'draftMinutes':
      return [
        {
          name: 'summary',
          kind: 'area',
          label: label.summary,
          help: help.summary,
          required,
          limit: 10_000,
        },
      ];
    default:
      return [];
  }
}

/** The form of the step that is being taken. */
export function StepForm(props: {
  readonly meeting: MeetingView;
  readonly step: MeetingStep;
  readonly itemId: string | null;
  readonly petitionId: string | null;
  readonly onLeave: () => void;
}) {
  const { meeting, step, itemId, petitionId } = props;
  const { jointMeeting: say, terms } = useWords();
  const client = useQueryClient();
  const plans = meeting.steps.includes('addItem') || meeting.steps.includes('changeMeeting');
  const { seats, chairs } = useSeats(plans);
  const suggestions = useSuggestions(plans);
  const item = meeting.agenda.find(({ id }) => id === itemId);
  const hint =
    step === 'callMeeting' ? say.help.call : step === 'signMinutes' ? say.help.sign : null;
  return (
    <section className="panel" aria-labelledby="step">
      <h2 id="step">{say.step[step]}</h2>
      {item !== undefined && <p className="letter-text">{item.text}</p>}
      {hint !== null && <p className="quiet">{hint}</p>}
      <ShortForm
        key={`${step}:${itemId ?? ''}:${suggestions.length}:${seats.length}`}
        draft={`joint-meeting:${meeting.id}:${step}:${itemId ?? ''}`}
        fields={fieldsOf(step, { say, terms, meeting, seats, chairs, suggestions, petitionId })}
        label={say.step[step]}
        send={(typed, key) =>
          api.post(
            `/joint-meetings/${meeting.id}/steps`,
            {
              expectedVersion: meeting.version,
              step: { type: step, input: inputOf(step, typed as Typed, itemId) },
            },
            { key },
          )
        }
        onLeave={props.onLeave}
        onDone={() => {
          void client.invalidateQueries({ queryKey: ['joint-meeting'] });
          void client.invalidateQueries({ queryKey: ['list'] });
          props.onLeave();
        }}
      />
    </section>
  );
}
