import type { ReactElement } from 'react';
import { Form, Notice, TextArea, type Fault } from '../../../../portal/components.tsx';
import { limits } from '../../limits.ts';
import type { OpenedProgress, StagedUpload } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { CommandFrame } from './command-frame.tsx';
import { FileFields } from '../submit/question-files.tsx';

/** More to say, more to show; also the answer to what the handler asked. */
export const AddPage = ({
  reading,
  progress,
  text = '',
  uploads = [],
  faults = [],
  notice,
  commandKey,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
  readonly text?: string;
  /** Files that arrived with a page that had something wrong. */
  readonly uploads?: readonly StagedUpload[];
  readonly faults?: readonly Fault[];
  readonly notice?: string | undefined;
  readonly commandKey: string;
}): ReactElement => {
  const { tell } = reading;
  const asked = progress.supplementAsked;
  const title = tell(asked === null ? 'add.title' : 'add.title.answer');
  const page = `/p/${progress.number}`;
  return (
    <CommandFrame {...{ reading, progress, faults, notice }} title={title} id="add">
      {asked !== null && (
        <Notice kind="info" title={tell('progress.asked')}>
          <p className="words">{asked}</p>
        </Notice>
      )}
      <Form reading={reading} id="add" action={`${page}/add`} multipart>
        <input type="hidden" name="key" value={commandKey} />
        <TextArea
          {...{ reading, faults }}
          name="text"
          rows={8}
          label={tell('add.text')}
          help={tell('add.text.help')}
          value={text}
          limit={limits.text}
        />
        {uploads.length > 0 && (
          <>
            <p>{tell('add.kept')}</p>
            <ul>
              {uploads.map((upload) => (
                <li key={upload.id}>
                  {upload.name}
                  <input type="hidden" name="upload" value={JSON.stringify(upload)} />
                </li>
              ))}
            </ul>
          </>
        )}
        <FileFields {...{ reading, faults }} />
        <div className="buttons">
          <button className="button" name="do" value="next">
            {tell('add.send')}
          </button>
        </div>
      </Form>
    </CommandFrame>
  );
};
