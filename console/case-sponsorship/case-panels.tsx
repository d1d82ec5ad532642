import type { ReactNode } from 'react';
import { MeetingsPanel } from '../meetings/meetings-panel.tsx';
import { WaysPanel } from '../meetings/ways-panel.tsx';
import type { SponsoredView } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';

/** A panel that a record beside a case adds to its page; it shows nothing where it has nothing. */
export type CasePanel = (props: { readonly item: SponsoredView }) => ReactNode;

/**
 * What other records show on the page of a case under a leader, in this order, after its plan and the
 * seven: home visits, three-party meetings, ways out. Whoever has one adds one line.
 */
export const casePanels: readonly CasePanel[] = [
  ({ item }) => <MeetingsPanel petitionId={item.petition.id} />,
  ({ item }) => <WaysPanel petitionId={item.petition.id} />,
];
