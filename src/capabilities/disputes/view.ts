import type { ClockColour } from '../../kernel/clock-colours.ts';
import type { Named } from '../../kernel/facts.ts';
import type { ConsentWay, DisputeDeed, DisputeLevel, DisputeStatus, Ending } from './case.ts';
import type { DisputeStep } from './contract.ts';

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** One line of a list of disputes. Times are epoch ms. Nobody is named in it. */
export interface DisputeLine {
  readonly id: string;
  readonly status: DisputeStatus;
  readonly kind: { readonly code: string; readonly name: Named };
  readonly region: NamedPlace;
  readonly place: string;
  readonly about: string;
  readonly level: DisputeLevel;
  readonly holder: NamedUnit;
  /** Who must act now; null once nothing is awaited. */
  readonly waitingAt: NamedUnit | null;
  readonly dueAt: number | null;
  readonly colour: ClockColour | null;
  readonly recordedAt: number;
  readonly recordedBy: NamedUnit;
}

export interface DisputePage {
  readonly items: readonly DisputeLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
  readonly mayRecord: boolean;
}

export interface DisputeAllowance {
  readonly step: DisputeStep | 'promote';
  readonly allowed: boolean;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface DisputeTimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: DisputeDeed;
  /** Display name of the person, or empty for the program. */
  readonly actor: string;
  readonly unit: string;
  /** The words that were recorded with it; empty where there are none. */
  readonly words: string;
}

/** The clock that runs, with what it goes by. */
export interface DisputeClock {
  readonly period: string;
  readonly holder: NamedUnit;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly dueDate: string;
  readonly days: number;
  readonly source: string;
  readonly colour: ClockColour;
  readonly remainingDays: number;
}

/** A dispute as one reader along its line sees it; who is concerned is asked for apart. */
export interface DisputeView extends DisputeLine {
  readonly version: number;
  readonly partyCount: number;
  readonly line: readonly { readonly level: DisputeLevel; readonly unit: NamedUnit }[];
  readonly passing: {
    readonly from: NamedUnit;
    readonly to: NamedUnit;
    readonly at: number;
    readonly reason: string;
  } | null;
  readonly attempts: readonly {
    readonly at: number;
    readonly unit: string;
    readonly words: string;
  }[];
  readonly settlements: readonly {
    readonly at: number;
    readonly level: DisputeLevel;
    readonly unit: string;
    readonly agreed: string;
  }[];
  readonly followUps: readonly {
    readonly at: number;
    readonly kept: boolean;
    readonly words: string;
  }[];
  readonly promotion: {
    readonly at: number;
    readonly way: ConsentWay;
    readonly saidOn: string;
    readonly wish: string;
    /** Null for a reader who may not see the petition. */
    readonly petition: { readonly id: string; readonly number: string } | null;
  } | null;
  readonly ended: { readonly at: number; readonly how: Ending; readonly words: string } | null;
  readonly clock: DisputeClock | null;
  readonly allowances: readonly DisputeAllowance[];
  readonly timeline: readonly DisputeTimelineEntry[];
}

/** The dispute that a petition grew out of, for whoever may read the petition. */
export interface DisputeOrigin {
  /** Null for a reader who is not on the dispute's line. */
  readonly id: string | null;
  readonly kind: Named;
  readonly recordedAt: number;
  readonly recordedBy: string;
  readonly promotedAt: number;
  readonly way: ConsentWay;
}
