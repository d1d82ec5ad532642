import type { WantedPaper } from '../../petitions/index.ts';
import { maximumMembers, memberKindWords, partyRoleWords } from '../paper-words.ts';
import type { ProceedingEvent } from '../events.ts';
import { countVotes, isSideOf } from '../tally.ts';
import { seated, type Hearing, type Mediation, type Proceeding } from '../proceeding.ts';
import type { Wording } from '../queries/wording.ts';

const panelOf = (hearing: Hearing, { memberName }: Wording) =>
  seated(hearing)
    .slice(0, maximumMembers)
    .map(({ memberId, kind }) => ({ name: memberName(memberId), kind: memberKindWords[kind] }));

function notice(hearing: Hearing, paperId: string, say: Wording): WantedPaper {
  const { schedule } = hearing;
  if (schedule === null) throw new Error(`${hearing.id} has no day`);
  const bring = say.text(schedule.bring);
  const closed = say.text(hearing.closedReason);
  return {
    paperId,
    kind: 'hearing-notice',
    issuer: hearing.unit,
    words: say.text(hearing.topic),
    facts: {
      topic: say.text(hearing.topic),
      date: schedule.date,
      time: schedule.time,
      mode: schedule.mode,
      place: say.text(schedule.place),
      open: hearing.open,
      ...(closed === '' ? {} : { closedReason: closed }),
      panel: panelOf(hearing, say),
      ...(bring === '' ? {} : { bring }),
      reExamination: hearing.subject.kind === 're-examination',
    },
  };
}

function conclusion(hearing: Hearing, paperId: string, say: Wording): WantedPaper {
  return {
    paperId,
    kind: 'hearing-conclusion',
    issuer: hearing.unit,
    words: say.text(hearing.conclusion),
    facts: {
      topic: say.text(hearing.topic),
      days: hearing.days,
      place: hearing.schedule === null ? '' : say.text(hearing.schedule.place),
      open: hearing.open,
      panel: panelOf(hearing, say),
      came: hearing.parties.filter(({ id }) => hearing.came.includes(id)).map(say.partyName),
      exhibits: hearing.exhibits.map(({ label }) => say.text(label)),
      votes: countVotes(hearing),
      conclusion: say.text(hearing.conclusion),
    },
  };
}

function agreement(mediation: Mediation, paperId: string, say: Wording): WantedPaper {
  const agreed = mediation.agreement;
  if (agreed === null) throw new Error(`${mediation.id} has no agreement`);
  const sides = mediation.parties
    .filter(isSideOf)
    .map((party) => ({ name: say.partyName(party), role: partyRoleWords[party.role] }));
  const facts = {
    sides,
    topic: say.text(mediation.topic),
    terms: say.text(agreed.terms),
    effectiveOn: agreed.effectiveOn,
  };
  return {
    paperId,
    kind: agreed.form,
    issuer: mediation.unit,
    words: say.text(agreed.terms),
    facts:
      agreed.form === 'settlement'
        ? facts
        : {
            ...facts,
            way: mediation.way,
            mediator: say.mediatorName(mediation),
            confirmBy: mediation.confirmation?.confirmBy ?? agreed.effectiveOn,
          },
  };
}

/**
 * The paper that an event asks for, if any.
 * @param after the proceeding after the event
 */
export function draftOf(
  after: Proceeding,
  event: ProceedingEvent,
  say: Wording,
): WantedPaper | null {
  if (after.kind === 'hearing' && event.type === 'NoticeDrafted') {
    return notice(after, event.data.paperId, say);
  }
  if (after.kind === 'hearing' && event.type === 'HearingConcluded') {
    return conclusion(after, event.data.paperId, say);
  }
  return after.kind === 'mediation' && event.type === 'AgreementReached'
    ? agreement(after, event.data.paperId, say)
    : null;
}
