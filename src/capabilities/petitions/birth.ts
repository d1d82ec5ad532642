import { beforehand } from './afterwards/state.ts';
import type { RecordedPetitionEvent, Registration } from './events.ts';
import { unique } from './holding.ts';
import type { Petition } from './petition.ts';
import { noPath } from './short-paths.ts';
import { noProfile } from './local-clocks.ts';
import { noReport } from './urgent.ts';
import { nothingSentBack } from './work-order.ts';
import { onNoAgenda } from './agenda.ts';
import { notRaised } from './raised.ts';

type Moment = Pick<RecordedPetitionEvent, 'seq' | 'at' | 'calendarVersion'>;

/**
 * The petition as it enters the record. A body that took it in directly holds it itself; the
 * petition office of its region answers for it to the petitioner (Reg. 23(2)).
 */
export function born(id: string, data: Registration, moment: Moment): Petition {
  const direct = data.holder !== data.office;
  return {
    ...noPath,
    ...noReport,
    ...nothingSentBack,
    ...notRaised,
    ...onNoAgenda,
    ...noProfile,
    id,
    version: moment.seq,
    number: data.number,
    status: direct ? 'referred' : 'registered',
    channel: data.channel,
    purpose: data.purpose,
    mixed: false,
    category: data.category,
    urgency: data.urgency,
    regionCode: data.regionCode,
    registeredAt: moment.at,
    receivedAt: data.receivedAt,
    registeredBy: data.registeredBy,
    content: data.content,
    demands: data.demands.map((demand) => ({ ...demand, outcome: null, execution: null })),
    people: data.people,
    personCount: data.personCount,
    anonymous: data.anonymous,
    electronicService: data.electronicService,
    attachments: data.attachments,
    numbersElsewhere: data.numbersElsewhere,
    office: data.office,
    holder: data.holder,
    chain: [
      {
        from: data.registeredBy,
        to: data.holder,
        mode: 'direct',
        at: moment.at,
        dueDate: null,
        returned: false,
      },
    ],
    officer: null,
    withdrawnOfficials: [],
    readers: unique([data.office, data.holder, data.registeredBy]),
    returnedBy: [],
    objections: [],
    superior: null,
    competenceDecided: false,
    named: data.named,
    accusedUnits: data.accusedUnits,
    tasks: [],
    supplementAsked: false,
    clarifications: 0,
    extensionRequested: null,
    extended: false,
    papers: [],
    awaitingReceipt: false,
    route: null,
    withdrawal: null,
    conclusion: null,
    outcome: { matterSettled: null, petitionerView: null },
    report: null,
    afterwards: beforehand,
    round: 1,
    roundCause: null,
    reviews: [],
    procedureEnded: null,
    codeVersion: 1,
    clocks: [],
    calendarVersion: moment.calendarVersion,
    splitFrom: data.splitFrom,
    absorbed: [],
    relations: [],
    beforeMerge: null,
    groupHead: false,
    groupNews: 0,
    group: null,
  };
}
