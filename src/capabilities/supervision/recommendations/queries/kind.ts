import type { OwnKind } from '../../own-kind.ts';
import type { GapCommand, RecommendationCommand, RepairCommand } from '../command.ts';
import { decideGap } from '../decide/gap.ts';
import { decideRecommendation } from '../decide/recommendation.ts';
import { decideRepair } from '../decide/repair.ts';
import {
  gapStreamKind,
  recommendationEventVersion,
  recommendationStreamKind,
  repairStreamKind,
  type GapEvent,
  type RecommendationEvent,
  type RepairEvent,
} from '../events.ts';
import { evolveGap, evolveRecommendation, evolveRepair } from '../evolve.ts';
import {
  isGapVisible,
  isRecommendationVisible,
  isRepairVisible,
  mayGap,
  mayRecommend,
  mayRepair,
} from '../policy.ts';
import type { PolicyGap } from '../policy-gap.ts';
import type { PolicyRepair } from '../policy-repair.ts';
import { dueOf, isHidden, isSent, type Recommendation } from '../recommendation.ts';
import { upcastGap, upcastRecommendation, upcastRepair } from '../upcast.ts';

const units = (...all: readonly string[]): readonly string[] => [...new Set(all)].toSorted();

/** Recommendations, as records of supervision; the addressee has no row before the seal. */
export const recommendationKind: OwnKind<
  Recommendation,
  RecommendationCommand,
  RecommendationEvent
> = {
  kind: recommendationStreamKind,
  eventVersion: recommendationEventVersion,
  evolve: (id, before, event) => evolveRecommendation(id, before, upcastRecommendation(event)),
  decide: decideRecommendation,
  isVisible: isRecommendationVisible,
  may: mayRecommend,
  place: (recommendation) => ({
    unit: recommendation.unit,
    about: null,
    group: null,
    // Of what nobody sees nothing is late.
    dueOn: isHidden(recommendation) ? null : dueOf(recommendation),
    madeAt: recommendation.draftedAt,
    readers: isHidden(recommendation)
      ? []
      : units(recommendation.office, ...(isSent(recommendation) ? [recommendation.unit] : [])),
  }),
};

/** Policy gaps; one whose petition became an accusation has no readers. */
export const gapKind: OwnKind<PolicyGap, GapCommand, GapEvent> = {
  kind: gapStreamKind,
  eventVersion: recommendationEventVersion,
  evolve: (id, before, event) => evolveGap(id, before, upcastGap(event)),
  decide: decideGap,
  isVisible: isGapVisible,
  may: mayGap,
  place: (gap) => ({
    unit: gap.department,
    about: gap.petitionId,
    group: gap.projectId,
    dueOn: null,
    madeAt: gap.notedAt,
    readers: gap.withdrawn ? [] : units(gap.office, gap.department, gap.notedAtUnit),
  }),
};

/** Policy repairs. */
export const repairKind: OwnKind<PolicyRepair, RepairCommand, RepairEvent> = {
  kind: repairStreamKind,
  eventVersion: recommendationEventVersion,
  evolve: (id, before, event) => evolveRepair(id, before, upcastRepair(event)),
  decide: decideRepair,
  isVisible: isRepairVisible,
  may: mayRepair,
  place: (repair) => ({
    unit: null,
    about: null,
    group: null,
    dueOn: null,
    madeAt: repair.begunAt,
    readers: units(repair.office, ...repair.departments),
  }),
};
