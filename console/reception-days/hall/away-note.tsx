import { useWords } from '../../shell/words-context.tsx';

/** Says that the network is gone, and that nothing is lost by it. */
export function AwayNote(props: { readonly standing: boolean }) {
  const { hall: say } = useWords();
  return (
    <p role="status" className={props.standing ? 'quiet no-print' : 'restored no-print'}>
      {props.standing ? say.live : say.away}
    </p>
  );
}
