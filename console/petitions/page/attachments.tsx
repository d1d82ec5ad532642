import type { AttachmentView, PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatSize } from '../../shell/format.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

export const attachmentAddress = (petitionId: string, attachmentId: string): string =>
  `/api/v1/petitions/${petitionId}/attachments/${attachmentId}`;

export const isPicture = ({ mediaType }: AttachmentView): boolean =>
  /^image\/(?:jpeg|png|webp|gif)$/.test(mediaType);

/** Files by name; each opens in a window of its own. */
export function Attachments({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  if (petition.attachments.length === 0) return <p className="quiet">{say.noAttachments}</p>;
  return (
    <ul className="attachments">
      {petition.attachments.map((file) => (
        <li key={file.id}>
          <a href={attachmentAddress(petition.id, file.id)} target="_blank" rel="noreferrer">
            {isPicture(file) && (
              <img
                className="attachment-picture"
                src={attachmentAddress(petition.id, file.id)}
                alt={fill(say.page, { name: file.name })}
                loading="lazy"
              />
            )}
            {file.name}
          </a>{' '}
          <span className="quiet figure">{formatSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
