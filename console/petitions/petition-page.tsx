import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { PublicCommandType } from '../../src/capabilities/petitions/contract.ts';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import { VisitsPanel } from '../home-visits/visits-panel.tsx';
import { MeetingsPanel } from '../meetings/meetings-panel.tsx';
import { WaysPanel } from '../meetings/ways-panel.tsx';
import { SponsoredPanel } from '../case-sponsorship/sponsored-panel.tsx';
import { DecisionsPanel } from '../disputes/decisions-panel.tsx';
import { DisputesPanel } from '../disputes/disputes-panel.tsx';
import { PromiseLink } from '../public-promises/promise-link.tsx';
import { CommitmentsPanel } from '../commitments/commitments-panel.tsx';
import { InspectionListPanel } from '../supervision/inspection-list-panel.tsx';
import { SupervisionPanel } from '../supervision/items-panel.tsx';
import { LettersPanel } from '../leader-letters/letters-panel.tsx';
import { ProceedingsPanel } from '../hearings-mediation/proceedings-panel.tsx';
import { ReviewsPanel } from '../review/reviews-panel.tsx';
import { SupervisionLettersPanel } from '../supervision/letters-panel.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import type { Done } from './commands/send.ts';
import { Workspace } from './commands/workspace.tsx';
import { ChainPanel } from './page/chain-panel.tsx';
import { ClocksPanel } from './page/clocks-panel.tsx';
import { ContentPanel } from './page/content-panel.tsx';
import { ContestPanel } from './page/contest-panel.tsx';
import { CourtesiesPanel } from './page/courtesies-panel.tsx';
import { FollowUpPanel } from './page/follow-up-panel.tsx';
import { DemandsPanel } from './page/demands-panel.tsx';
import { PapersPanel } from './page/papers-panel.tsx';
import { PeoplePanel } from './page/people-panel.tsx';
import { Presence } from './page/presence.tsx';
import { RatingPanel } from './page/rating-panel.tsx';
import { RelationsPanel } from './page/relations-panel.tsx';
import { Strip } from './page/strip.tsx';
import { TasksPanel } from './page/tasks-panel.tsx';
import { TimelinePanel } from './page/timeline-panel.tsx';
import { UrgentPanel } from './page/urgent-panel.tsx';
import { WorkOrderPanel } from './page/work-order-panel.tsx';
import { petitionQuery } from './petition-query.ts';
import { isCommand } from './steps.ts';

/** One petition: where it stands, what comes next, what is asked, who, until when, and its past. */
export function PetitionPage() {
  const { id = '' } = useParams();
  const { petition: words } = useWords();
  const query = useQuery(petitionQuery(id));
  usePageTitle(query.data?.title ?? words.strip);
  if (query.data !== undefined) return <Opened key={id} petition={query.data} />;
  if (query.isError) {
    return (
      <>
        <h1 className="unseen">{words.strip}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  return <Waiting lines={12} />;
}

function Opened({ petition }: { readonly petition: PetitionView }) {
  const { petition: words, commands } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [done, setDone] = useState<{ command: PublicCommandType; answer: Done } | null>(null);
  const notice = useRef<HTMLDivElement>(null);
  const wanted = params.get('do');
  const command = isCommand(wanted) ? wanted : null;
  const leave = () => void navigate(`/petitions/${petition.id}`);

  useKeys({
    Escape: () => {
      if (command !== null) leave();
    },
  });
  if (command !== null) {
    return (
      <>
        <Strip petition={petition} working={command} />
        <Workspace
          key={`${command}:${params.get('paper') ?? ''}`}
          petition={petition}
          command={command}
          paperId={params.get('paper')}
          onDone={(answer) => {
            setDone({ command, answer });
            void navigate(`/petitions/${petition.id}`, { replace: true });
            window.setTimeout(() => notice.current?.focus(), 50);
          }}
          onLeave={leave}
        />
      </>
    );
  }
  return (
    <>
      <Strip petition={petition} working={null} />
      <div ref={notice} tabIndex={-1} role="status">
        {done !== null && (
          <p className="restored">
            {fill(words.workspace.done, { command: commands.name[done.command] })}
            {done.answer.lookupCode !== undefined && (
              <>
                {' '}
                {words.workspace.code} <strong className="figure">{done.answer.lookupCode}</strong>{' '}
                {words.workspace.codeHelp}
              </>
            )}
          </p>
        )}
      </div>
      <Presence id={petition.id} />
      <div className="petition">
        <div className="petition-main">
          <UrgentPanel petition={petition} />
          <WorkOrderPanel petition={petition} />
          <DemandsPanel petition={petition} />
          <ContentPanel petition={petition} />
          <TasksPanel petition={petition} />
          <ContestPanel petition={petition} />
          <RatingPanel petition={petition} />
          <FollowUpPanel petition={petition} />
          <TimelinePanel petition={petition} />
        </div>
        <div className="petition-side">
          <PeoplePanel petition={petition} />
          <ClocksPanel petition={petition} />
          <CourtesiesPanel petition={petition} />
          <PapersPanel petition={petition} />
          <ChainPanel petition={petition} />
          <LettersPanel petition={petition} />
          <VisitsPanel petitionId={petition.id} />
          <InspectionListPanel petition={petition} />
          <SponsoredPanel petitionId={petition.id} />
          <MeetingsPanel petitionId={petition.id} />
          <WaysPanel petitionId={petition.id} />
          <CommitmentsPanel petitionId={petition.id} />
          {petition.purpose !== 'accusation' && <PromiseLink from="petition" id={petition.id} />}
          <SupervisionPanel
            petitionId={petition.id}
            number={petition.number}
            accusation={petition.purpose === 'accusation'}
          />
          <DisputesPanel petitionId={petition.id} />
          <DecisionsPanel petitionId={petition.id} />
          <ReviewsPanel petition={petition} />
          <SupervisionLettersPanel petitionId={petition.id} />
          <ProceedingsPanel petitionId={petition.id} />
          <RelationsPanel petition={petition} />
        </div>
      </div>
    </>
  );
}
