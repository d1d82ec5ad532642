import { Modal } from 'antd';
import type { SignInReason } from './api.ts';
import { SignInForm } from './sign-in-form.tsx';
import type { Session } from './session.tsx';
import { useWords } from './words-context.tsx';

/** The sign-in over a page in work: nothing behind it is touched. */
export function SignInDialog(props: {
  readonly reason: SignInReason;
  readonly session: Session;
  readonly onDone: () => void;
}) {
  const { signIn } = useWords().shell;
  const { userName } = props.session;
  const done = (given: string) => {
    // Somebody else's page must not stay open under a new name; drafts are kept by person.
    if (given.trim().toLowerCase() === userName) props.onDone();
    else window.location.reload();
  };
  return (
    <Modal
      afterOpenChange={() => document.querySelector<HTMLInputElement>('#sign-in-password')?.focus()}
      open
      title={signIn.again}
      footer={null}
      closable={false}
      keyboard={false}
      width={400}
    >
      <p>{signIn[props.reason]}</p>
      <SignInForm userName={userName} fresh={props.reason === 'fresh'} onDone={done} />
    </Modal>
  );
}
