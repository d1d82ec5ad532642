import { Alert, Button } from 'antd';
import { problemOf, type Problem } from './problem.ts';
import { useSpeech } from './words-context.tsx';

/** The server's sentence in the reader's language; the browser's own where nothing came back. */
export function useSentence(): (problem: Problem) => string {
  const { language, words } = useSpeech();
  return (problem) => {
    if (problem.code === 'offline') return words.shell.problem.offline;
    const said = language === 'en' ? problem.detailEn : problem.detailZh;
    return said ?? (problem.detail === '' ? words.shell.problem.unreadable : problem.detail);
  };
}

/** Shows what went wrong, says it aloud, and offers to try again where that can help. */
export function ProblemNote(props: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly title?: string;
}) {
  const { shell } = useSpeech().words;
  const sentence = useSentence();
  const problem = problemOf(props.error);
  return (
    <div role="alert" className="problem-note">
      <Alert
        type="error"
        showIcon={false}
        role="presentation"
        title={props.title ?? shell.problem.title}
        description={sentence(problem)}
        action={
          props.onRetry === undefined ? undefined : (
            <Button size="small" onClick={props.onRetry}>
              {shell.action.retry}
            </Button>
          )
        }
      />
    </div>
  );
}
