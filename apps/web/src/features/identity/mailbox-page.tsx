import { useQuery } from '@tanstack/react-query';
import { listMailbox } from '@landbridge/contract/identity';
import { EmptyState, SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { useTitle } from '../../platform/use-title.ts';
import classes from './mailbox-page.module.css';
import { text } from './texts.ts';

/** Mail of an installation that sends none. */
export const MailboxPage = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox'],
    queryFn: () => callRoute(listMailbox),
    refetchInterval: 2_000,
    retry: false,
  });
  useTitle(text('mailbox.title'));
  return (
    <main id="main" className={classes.page}>
      <h1>{text('mailbox.title')}</h1>
      <p>{text('mailbox.lead')}</p>
      {data?.mails.length === 0 && <EmptyState title={text('mailbox.empty')} />}
      {!data && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data?.mails.map((mail) => (
        <article key={mail.id} className={classes.mail}>
          <h2>{mail.subject}</h2>
          <p className={classes.detail}>
            {text('mailbox.to', { to: mail.to })} · <Time at={mail.sentAt} />
          </p>
          <p className={classes.text}>
            {mail.text.split(/(https?:\/\/\S+)/).map((part, index) =>
              part.startsWith('http') ? (
                <a key={index} href={part}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </article>
      ))}
    </main>
  );
};
