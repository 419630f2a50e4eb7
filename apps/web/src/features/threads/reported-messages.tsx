import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReportedMessage, ThreadView } from '@landbridge/contract/threads';
import { Actions, Button, Dialog, Notice, useToast } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { AttachedFiles } from '../files/index.ts';
import { HideDialog } from './hide-dialog.tsx';
import { MessageHtml } from './message-html.tsx';
import { moderationActs } from './moderation-acts.ts';
import classes from './moderation.module.css';
import { text } from './texts.ts';
import { useReports } from './use-reports.ts';

/** Reported messages, each with why, and the two answers: hide it, or leave it as it is. Nobody reads who reported. */
export const ReportedMessages = ({ reported, onGo }: { reported: readonly ReportedMessage[]; onGo?: () => void }) => (
  <ul aria-label={text('report.list')}>
    {reported.map((one) => (
      <li key={one.message.id}>
        <Reported reported={one} onGo={onGo} />
      </li>
    ))}
  </ul>
);

const Reported = ({ reported: { message, thread, reports }, onGo }: { reported: ReportedMessage; onGo?: (() => void) | undefined }) => {
  const [isHiding, setHiding] = useState(false);
  const show = useToast();
  const complain = (error: unknown) => show({ text: problemText(error) });
  const answer = (isLeft: boolean) => moderationActs.leave(message.id, isLeft);
  const leave = () =>
    void answer(true).then(
      () => show({ text: text('report.left'), undo: { label: text('app.undo'), act: () => void answer(false).catch(complain) } }),
      complain,
    );
  return (
    <article className={classes.reported} aria-label={text('report.of', { name: message.author.name })}>
      <p className={classes.meta}>
        <strong>{message.author.name}</strong>
        <span>{thread.title}</span>
        <Time at={message.postedAt} />
      </p>
      <div className={classes.said} dir="auto">
        {message.html !== '' && <MessageHtml html={message.html} named={message.named} />}
        <AttachedFiles files={message.files} />
      </div>
      <ul className={classes.reports}>
        {reports.map(({ kind, note, reportedAt }) => (
          <li key={`${reportedAt} ${kind}`}>
            {text(`report.kind-${kind}`)}
            {note && `: ${note}`} <Time at={reportedAt} />
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button size="small" onClick={() => setHiding(true)}>
          {text('hide.menu')}
        </Button>
        <Button size="small" onClick={leave}>
          {text('report.leave')}
        </Button>
        <Link className={classes.link} to="/messages/$messageId" params={{ messageId: message.id }} onClick={onGo}>
          {text('report.see')}
        </Link>
      </div>
      {isHiding && <HideDialog message={message} onClose={() => setHiding(false)} />}
    </article>
  );
};

/** In a conversation, for whoever looks after it: that something in it was reported, and what. */
export const ReportedHere = ({ thread }: { thread: ThreadView }) => {
  const [isOpen, setOpen] = useState(false);
  const { data } = useReports({ threadId: thread.id });
  const reported = data?.reported ?? [];
  if (reported.length === 0) return null;
  return (
    <>
      <Notice tone="info">
        {text('report.here', { count: reported.length })}{' '}
        <Button size="small" onClick={() => setOpen(true)}>
          {text('report.look')}
        </Button>
      </Notice>
      {isOpen && (
        <Dialog title={text('report.list')} onClose={() => setOpen(false)}>
          <ReportedMessages reported={reported} onGo={() => setOpen(false)} />
          <Actions>
            <Button onClick={() => setOpen(false)}>{text('app.close')}</Button>
          </Actions>
        </Dialog>
      )}
    </>
  );
};
