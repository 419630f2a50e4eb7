import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageView, ThreadView } from '@landbridge/contract/threads';
import { Button, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { AttachedFiles } from '../files/index.ts';
import classes from './moderation.module.css';
import { MessageHtml } from './message-html.tsx';
import { moderationActs } from './moderation-acts.ts';
import { text } from './texts.ts';

interface HiddenPlaceProps {
  readonly message: MessageView;
  readonly thread: ThreadView;
  /** Its author, or whoever looks after the thread. */
  readonly mayRead: boolean;
  readonly onGoTo: (messageId: string) => void;
}

/** The place of a hidden message: why, for everybody; what it said is asked for by those who may see it, when they wish to. */
export const HiddenPlace = ({ message, thread, mayRead, onGoTo }: HiddenPlaceProps) => {
  const [isOpen, setOpen] = useState(false);
  const reason = message.hidden?.reason ?? '';
  return (
    <>
      <p className={classes.hidden}>{text(thread.community ? 'hide.by-leader' : 'hide.by-convener', { reason })}</p>
      {mayRead && (
        <Button className={classes.unfold} variant="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text(isOpen ? 'hide.fold' : 'hide.unfold')}
        </Button>
      )}
      {mayRead && isOpen && <HiddenWords message={message} onGoTo={onGoTo} />}
    </>
  );
};

const HiddenWords = ({ message, onGoTo }: Pick<HiddenPlaceProps, 'message' | 'onGoTo'>) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['hidden-words', message.id, message.changedSeq],
    queryFn: () => moderationActs.hiddenWords(message.id),
    gcTime: 0,
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={1} label={text('app.loading')} />;
  return (
    <div className={classes.words}>
      <p className={classes.quiet}>{text('hide.only-you')}</p>
      {data.html !== '' && <MessageHtml html={data.html} named={data.named} onGoToMessage={onGoTo} />}
      <AttachedFiles files={data.files} />
    </div>
  );
};
