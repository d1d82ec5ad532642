import { useEffect, useState } from 'react';
import type { FieldFile } from './record.ts';
import type { FieldStore } from './store.ts';

/** An address of a sealed file for as long as it is shown; null until it is open. */
function useAddress(store: FieldStore, file: FieldFile): string | null {
  const [address, setAddress] = useState<string | null>(null);
  const { id, mediaType } = file;
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void store.file(id).then((bytes) => {
      if (bytes === null || left) return;
      made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      setAddress(made);
    });
    return () => {
      left = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [store, id, mediaType]);
  return address;
}

/** A photograph or voice note as it lies on the telephone. */
export function KeptFile({
  store,
  file,
}: {
  readonly store: FieldStore;
  readonly file: FieldFile;
}) {
  const address = useAddress(store, file);
  if (address === null) return <span>{file.name}</span>;
  return file.mediaType.startsWith('audio/') ? (
    // A voice note of this minute has no captions; what it says is written in the record.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio controls src={address} aria-label={file.name} />
  ) : (
    <img src={address} alt={file.name} />
  );
}
