import { useState } from 'react';
import { Button } from 'antd';
import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { attachmentAddress, Attachments, isPicture } from '../page/attachments.tsx';
import { PaperPreview } from '../page/paper-preview.tsx';
import { paperAddress } from '../page/papers-panel.tsx';
import { CommandForm } from './command-form.tsx';
import type { Done } from './send.ts';

/** The letter beside the form: nobody decides on what they cannot see. */
export function Workspace(props: {
  readonly petition: PetitionView;
  readonly command: PublicCommandType;
  readonly paperId: string | null;
  readonly onDone: (done: Done) => void;
  readonly onLeave: () => void;
}) {
  const { petition, command, paperId } = props;
  const { commands, petition: say, terms } = useWords();
  const paper = petition.papers.find(({ id }) => id === paperId);
  return (
    <div className="workspace">
      <section
        className="panel workspace-original"
        aria-label={say.workspace.original}
        tabIndex={0}
      >
        <h2>{say.workspace.original}</h2>
        {paper !== undefined && (
          <>
            <p className="row">
              <strong>{terms.paperKind[paper.kind]}</strong>
              <a href={paperAddress(petition.id, paper.id, 'pdf')} target="_blank" rel="noreferrer">
                {say.paper.pdf}
              </a>
            </p>
            <PaperPreview petitionId={petition.id} paperId={paper.id} />
          </>
        )}
        <Pictures petition={petition} />
        {petition.demands.length > 0 && (
          <ol className="pane-demands">
            {petition.demands.map((demand) => (
              <li key={demand.id}>{demand.text}</li>
            ))}
          </ol>
        )}
        <p className="letter-text">{petition.text}</p>
        {petition.attachments.some((file) => !isPicture(file)) && (
          <Attachments petition={petition} />
        )}
      </section>
      <section className="panel">
        <h2>{commands.name[command]}</h2>
        <CommandForm
          petition={petition}
          command={command}
          paperId={paperId}
          onDone={props.onDone}
          onLeave={props.onLeave}
        />
      </section>
    </div>
  );
}

const widths = [100, 150, 200] as const;

/** The scanned letter, as large as one needs to read it. */
function Pictures({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  const [zoom, setZoom] = useState(0);
  const pictures = petition.attachments.filter(isPicture);
  if (pictures.length === 0) return <p className="quiet">{say.workspace.noOriginal}</p>;
  return (
    <>
      <div className="row">
        <Button
          size="small"
          disabled={zoom === widths.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          {say.zoomIn}
        </Button>
        <Button size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {say.zoomOut}
        </Button>
      </div>
      <div className="original-scroll" tabIndex={0} role="group" aria-label={say.showOriginal}>
        {pictures.map((file) => (
          <img
            key={file.id}
            className="original-image"
            style={{ maxWidth: 'none', width: `${widths[zoom]}%` }}
            src={attachmentAddress(petition.id, file.id)}
            alt={fill(say.page, { name: file.name })}
          />
        ))}
      </div>
    </>
  );
}
