import { Button } from 'antd';
import { useRef, useState } from 'react';
import { visitLimits } from '../../../src/capabilities/case-sponsorship/visits/limits.ts';
import { formatSize } from '../../shell/format.ts';
import { KeptFile } from '../../shell/offline/kept-file.tsx';
import { shrinkPhoto } from '../../shell/offline/photo.ts';
import { canRecord, recordVoice, type Recording } from '../../shell/offline/voice.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import type { Notes } from './use-notes.ts';

/** Photographs from the camera and a voice note, kept on the telephone. */
export function NotesFiles({ notes }: { readonly notes: Notes }) {
  const { offline } = useWords();
  const say = offline.record;
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [recording, setRecording] = useState<Recording | null>(null);
  const files = notes.record?.files ?? [];
  const room = files.length < visitLimits.files;
  const nameOf = (role: string): string => {
    const n = files.filter((file) => file.role === role).length + 1;
    return fill(role === 'voice' ? say.voiceName : say.photoName, { n });
  };
  const takePhoto = async (file: File | undefined) => {
    if (file === undefined) return;
    const photo = await shrinkPhoto(file);
    setTrouble(photo === null ? say.photoWrong : null);
    if (photo !== null) await notes.addFile('photo', `${nameOf('photo')}.jpg`, photo);
  };
  const startVoice = async () => {
    try {
      setTrouble(null);
      setRecording(await recordVoice());
    } catch {
      setTrouble(say.voiceWrong);
    }
  };
  const stopVoice = async (running: Recording) => {
    setRecording(null);
    const note = await running.stop();
    setTrouble(note === null ? say.voiceSilent : null);
    if (note !== null) await notes.addFile('voice', nameOf('voice'), note);
  };
  return (
    <div className="field-form">
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say.photo}
        onChange={(event) => {
          void takePhoto(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button size="large" block disabled={!room} onClick={() => input.current?.click()}>
        {say.photo}
      </Button>
      {canRecord() && recording === null && (
        <Button size="large" block disabled={!room} onClick={() => void startVoice()}>
          {say.voice}
        </Button>
      )}
      {recording !== null && (
        <Button size="large" block danger onClick={() => void stopVoice(recording)}>
          {say.voiceStop}
        </Button>
      )}
      <p role="status">{recording !== null && say.voiceRunning}</p>
      {trouble !== null && <p role="alert">{trouble}</p>}
      <ul className="field-shots">
        {files.map((file) => (
          <li key={file.id}>
            <KeptFile store={notes.store} file={file} />
            <span className="figure">{formatSize(file.size)}</span>
            <Button
              block
              aria-label={fill(say.remove, { name: file.name })}
              onClick={() => void notes.removeFile(file.id)}
            >
              {fill(say.remove, { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
