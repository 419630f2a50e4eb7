import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommunityId } from '@landbridge/contract';
import { closeCommunity, listCommunities, mergeCommunity, type CommunityView } from '@landbridge/contract/communities';
import { Actions, Button, Dialog, TextField, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { putCommunity } from './use-community.ts';

interface DialogProps {
  readonly community: CommunityView;
  readonly onClose: () => void;
}

/** Says what ends and what stays, and asks once. */
export const CloseDialog = ({ community, onClose }: DialogProps) => {
  const show = useToast();
  const close = () => {
    onClose();
    void callRoute(closeCommunity, { params: { communityId: community.id } }).then(putCommunity, (error: unknown) =>
      show({ text: problemText(error) }),
    );
  };
  return (
    <Dialog title={text('community.close-ask', { name: community.name })} onClose={onClose}>
      <p>{text('community.close-text', { count: community.memberCount })}</p>
      <Actions>
        <Button variant="danger" onClick={close}>
          {text('community.close-community')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {text('community.keep')}
        </Button>
      </Actions>
    </Dialog>
  );
};

export const MergeDialog = ({ community, onClose }: DialogProps) => {
  const [q, setQ] = useState('');
  const [error, setError] = useState<unknown>();
  const { data } = useQuery({
    queryKey: ['merge-into', q],
    queryFn: ({ signal }) => callRoute(listCommunities, { query: { q, show: 'mine', limit: 7 }, signal }),
    placeholderData: keepPreviousData,
  });
  const others = data?.communities.filter(({ id, closedAt }) => id !== community.id && closedAt === null);
  const merge = async (intoId: CommunityId) => {
    try {
      putCommunity(await callRoute(mergeCommunity, { params: { communityId: community.id }, body: { intoId } }));
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <Dialog title={text('community.merge-title', { name: community.name })} onClose={onClose}>
      <p>{text('community.merge-text')}</p>
      <TextField label={text('community.merge-search')} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      {others?.length === 0 && <p>{text('community.merge-none')}</p>}
      <ul className={classes.choices}>
        {others?.map(({ id, name }) => (
          <li key={id}>
            <Button onClick={() => void merge(id)}>{text('community.merge-into', { name })}</Button>
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {problemText(error)}
        </p>
      )}
      <Actions>
        <Button variant="quiet" onClick={onClose}>
          {text('app.close')}
        </Button>
      </Actions>
    </Dialog>
  );
};
