import type { ReactElement, ReactNode } from 'react';
import { FaultSummary, Notice, type Fault } from '../../../../portal/components.tsx';
import { Layout } from '../../../../portal/layout.tsx';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';

/**
 * A page on which a petitioner takes a step: what went wrong stands above everything, the way back
 * leads to the progress page.
 */
export const CommandFrame = ({
  reading,
  progress,
  title,
  id,
  faults,
  notice,
  children,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
  readonly title: string;
  /** Of the form. */
  readonly id: string;
  readonly faults: readonly Fault[];
  /** Why the step was not taken. */
  readonly notice: string | undefined;
  readonly children: ReactNode;
}): ReactElement => (
  <Layout reading={reading} title={title} formId={id} back={`/p/${progress.number}`}>
    {notice !== undefined && (
      <Notice kind="warn" live>
        <p>{notice}</p>
      </Notice>
    )}
    <FaultSummary reading={reading} faults={faults} />
    <h1>{title}</h1>
    {children}
  </Layout>
);
