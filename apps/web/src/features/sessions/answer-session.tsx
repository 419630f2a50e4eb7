import { IconCheck, IconX } from '@tabler/icons-react';
import { answerSession, type SessionRow } from '@landbridge/contract/sessions';
import { Button, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { putSession } from './use-sessions.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true };

/** I come, or I can't; pressed again, it is taken back. */
export const AnswerSession = ({ session }: { session: SessionRow }) => {
  const show = useToast();
  const { isComing } = session;
  const say = (answer: boolean) =>
    void callRoute(answerSession, {
      params: { sessionId: session.id },
      body: { isComing: answer === isComing ? null : answer },
    }).then(putSession, (error: unknown) => show({ text: problemText(error) }));
  return (
    <span className={classes.answer} role="group" aria-label={text('session.answer', { title: session.title })}>
      <Button
        size="small"
        aria-pressed={isComing === true}
        className={isComing === true ? classes.said : undefined}
        onClick={() => say(true)}
      >
        {isComing === true && <IconCheck {...icon} />}
        {text('session.come')}
      </Button>
      <Button
        size="small"
        aria-pressed={isComing === false}
        className={isComing === false ? classes.said : undefined}
        onClick={() => say(false)}
      >
        {isComing === false && <IconX {...icon} />}
        {text('session.cannot')}
      </Button>
    </span>
  );
};
