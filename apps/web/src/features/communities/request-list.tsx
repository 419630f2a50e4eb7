import { useState } from 'react';
import type { CommunityId } from '@landbridge/contract';
import type { CommunityRequestView } from '@landbridge/contract/communities';
import { Actions, Avatar, Button, Dialog, TextAreaField, UnitChip, useToast } from '@landbridge/ui';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { useDraft } from '../../platform/use-draft.ts';
import { PersonLink } from '../people/index.ts';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { useRequests } from './use-requests.ts';

/** For leaders: who asks to join, longest first. Nothing is shown while nobody does. */
export const RequestList = ({ communityId }: { communityId: CommunityId }) => {
  const { requests, error, refetch, hasNextPage, fetchNextPage, decide } = useRequests(communityId);
  const [declined, setDeclined] = useState<CommunityRequestView | null>(null);
  const show = useToast();
  const answer = async (request: CommunityRequestView, decision: 'approved' | 'declined', reply = '') => {
    try {
      await decide(request, decision, reply);
      const { name } = request.person;
      show({ text: decision === 'approved' ? text('community.approved', { name }) : text('community.declined-person', { name }) });
      return true;
    } catch (refused) {
      show({ text: problemText(refused) });
      return false;
    }
  };
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (requests.length === 0) return null;
  return (
    <section className={classes.requests}>
      <h2>{text('community.requests', { count: requests.length })}</h2>
      <ul>
        {requests.map((request) => (
          <RequestRow
            key={request.id}
            request={request}
            onApprove={() => void answer(request, 'approved')}
            onDecline={() => setDeclined(request)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('community.more-requests')}
        </Button>
      )}
      {declined && (
        <DeclineDialog request={declined} onDecline={(reply) => answer(declined, 'declined', reply)} onClose={() => setDeclined(null)} />
      )}
    </section>
  );
};

interface RequestRowProps {
  readonly request: CommunityRequestView;
  readonly onApprove: () => void;
  readonly onDecline: () => void;
}

const RequestRow = ({ request: { person, words }, onApprove, onDecline }: RequestRowProps) => (
  <li className={classes.request}>
    <Avatar name={person.name} hue={person.unit?.hue} />
    <div className={classes.memberName}>
      <PersonLink person={person} className={classes.personLink} />
      {person.unit && <UnitChip unit={person.unit} />}
      <p className={classes.words} dir="auto">
        {words || text('community.no-words')}
      </p>
    </div>
    <div className={classes.buttons}>
      <Button size="small" aria-label={text('community.approve-person', { name: person.name })} onClick={onApprove}>
        {text('community.approve')}
      </Button>
      <Button size="small" variant="quiet" aria-label={text('community.decline-person', { name: person.name })} onClick={onDecline}>
        {text('community.decline')}
      </Button>
    </div>
  </li>
);

interface DeclineDialogProps {
  readonly request: CommunityRequestView;
  readonly onDecline: (reply: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const DeclineDialog = ({ request, onDecline, onClose }: DeclineDialogProps) => {
  const draft = useDraft(`decline-request/${request.id}`);
  const { name } = request.person;
  const decline = async () => {
    if (!(await onDecline(draft.text))) return;
    draft.setText('');
    onClose();
  };
  return (
    <Dialog title={text('community.decline-title', { name })} onClose={onClose}>
      <TextAreaField
        label={text('community.reply', { name })}
        hint={text('community.reply-hint')}
        maxLength={1_000}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
      />
      <Actions>
        <Button variant="filled" onClick={() => void decline()}>
          {text('community.decline')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {text('app.close')}
        </Button>
      </Actions>
    </Dialog>
  );
};
