import type { OwnRecordKind } from '../../../petitions/index.ts';
import type { Assessment } from '../case.ts';
import type { AssessmentCommand } from '../command.ts';
import { decideAssessment } from '../decide/index.ts';
import { assessmentEventVersion, assessmentStreamKind, type AssessmentEvent } from '../events.ts';
import { evolveAssessment } from '../evolve.ts';
import { isAssessmentVisible, mayAssess } from '../policy.ts';
import { rowOf } from '../projection.ts';
import { findAssessment, writeAssessment, writeLinks } from '../store.ts';
import { upcast } from '../upcast.ts';

/** An assessment as a record of its own. */
export const assessmentKind: OwnRecordKind<Assessment, AssessmentCommand, AssessmentEvent> = {
  kind: assessmentStreamKind,
  eventVersion: assessmentEventVersion,
  evolve: (id, assessment, event) => evolveAssessment(id, assessment, upcast(event)),
  decide: (assessment, command, { actor, now, organisation }) =>
    decideAssessment(assessment, command, {
      actor,
      now,
      units: organisation,
      holdsPost: organisation.holdsPost,
    }),
  passes: async (tx, id) => (await findAssessment(tx, id)) !== null,
  isVisible: isAssessmentVisible,
  may: mayAssess,
  project: (tx, _, { after, events }) => {
    writeAssessment(tx, rowOf(after));
    writeLinks(tx, after.id, events, tx.openedAt.getTime());
  },
};
