import type { ReactElement } from 'react';
import { faultOf, type Fault } from '../../../../portal/components.tsx';
import { fileLimits } from '../../../../platform/http/index.ts';
import type { StagedUpload } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { Question, type QuestionProps } from './question.tsx';

/** Where photographs are taken or files chosen; shared with adding material later. */
export const FileFields = ({
  reading,
  faults,
}: {
  readonly reading: PetitionReading;
  readonly faults: readonly Fault[];
}): ReactElement => {
  const { say, tell } = reading;
  const fault = faultOf(faults, 'files');
  return (
    <div className={fault === undefined ? undefined : 'faulty'}>
      {faults
        .filter(({ field }) => field === 'files')
        .map(({ sentence }) => (
          <p className="fault" key={sentence}>
            {sentence}
          </p>
        ))}
      <div className="field">
        <label htmlFor="camera" id="camera-label">
          {tell('files.camera')}
        </label>
        <input
          id="camera"
          aria-labelledby="camera-label"
          name="files"
          type="file"
          accept="image/*"
          capture="environment"
          data-shrink=""
        />
      </div>
      <div className="field">
        <label htmlFor="files" id="files-label">
          {tell('files.choose')}
        </label>
        <p className="help" id="files-help">
          {tell('files.choose.help', { ...fileLimits })}
        </p>
        <input
          id="files"
          aria-labelledby="files-label"
          name="files"
          type="file"
          multiple
          accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,audio/*,video/*"
          aria-describedby="files-help"
          data-shrink=""
        />
      </div>
      <output className="help" data-shrunk={say('form.shrunk')} />
    </div>
  );
};

const sizeOf = ({ tell }: PetitionReading, bytes: number): string =>
  tell('files.kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) });

/** Files that wait for their petition, each removable. */
export const UploadedFiles = ({
  reading,
  uploads,
}: {
  readonly reading: PetitionReading;
  readonly uploads: readonly StagedUpload[];
}): ReactElement | null => {
  const { tell } = reading;
  if (uploads.length === 0) return null;
  return (
    <>
      <h2>{tell('files.list', { count: uploads.length })}</h2>
      <ul className="files">
        {uploads.map(({ id, name, size }) => (
          <li key={id}>
            <span>
              {name} <span className="soft">{sizeOf(reading, size)}</span>
            </span>
            <button
              className="quiet"
              name="do"
              value={`remove-${id}`}
              aria-label={tell('files.remove.name', { name })}
            >
              {tell('files.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

export const FilesQuestion = (props: QuestionProps): ReactElement => {
  const { reading, faults, content } = props;
  const { tell } = reading;
  return (
    <Question {...props} step="files" title={tell('files.title')} multipart>
      <p>{tell('files.help')}</p>
      <UploadedFiles reading={reading} uploads={content.uploads} />
      <FileFields {...{ reading, faults }} />
      <div className="buttons">
        <button className="button second" name="do" value="upload">
          {tell('files.upload')}
        </button>
      </div>
    </Question>
  );
};
