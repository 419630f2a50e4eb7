import { useQuery } from '@tanstack/react-query';
import type { MessageId } from '@landbridge/contract';
import { getMessageHistory } from '@landbridge/contract/threads';
import { Actions, Button, Dialog, SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { MessageHtml } from './message-html.tsx';
import { text } from './texts.ts';

/** Former texts, for the author and the leaders of the community. */
export const HistoryDialog = ({ messageId, onClose }: { messageId: MessageId; onClose: () => void }) => {
  const { data, error } = useQuery({
    queryKey: ['history', messageId],
    queryFn: () => callRoute(getMessageHistory, { params: { messageId } }),
    staleTime: 0,
  });
  return (
    <Dialog title={text('message.history')} onClose={onClose}>
      {error && <ProblemState error={error} />}
      {!data && !error && <SkeletonRows rows={2} label={text('app.loading')} />}
      {data?.versions.length === 0 && <p>{text('message.no-history')}</p>}
      {data?.versions.map((version) => (
        <section key={version.version}>
          <h3>
            <Time at={version.writtenAt} />
          </h3>
          <MessageHtml html={version.html} named={[]} />
        </section>
      ))}
      <Actions>
        <Button onClick={onClose}>{text('app.close')}</Button>
      </Actions>
    </Dialog>
  );
};
