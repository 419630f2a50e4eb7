import { useState, type FormEvent } from 'react';
import { askToJoin, withdrawRequest, type CommunityView } from '@landbridge/contract/communities';
import { Button, TextAreaField, useToast } from '@landbridge/ui';
import { callRoute, fieldError } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { dateWithYear } from '../../platform/times.ts';
import { useDraft } from '../../platform/use-draft.ts';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { putCommunity } from './use-community.ts';

/** Where members have the conversation, others of a closed community ask to join and see how their request stands. */
export const RequestPanel = ({ community }: { community: CommunityView }) => {
  const { myRequest, can } = community;
  return (
    <section className={classes.ask}>
      <h2>{text('community.ask-title')}</h2>
      {myRequest && !myRequest.isDeclined && <Waiting community={community} words={myRequest.words} askedAt={myRequest.askedAt} />}
      {myRequest?.isDeclined && (
        <div role="status">
          <p>{text('community.declined', { day: dateWithYear(myRequest.askedAt) })}</p>
          {myRequest.reply && <blockquote dir="auto">{myRequest.reply}</blockquote>}
        </div>
      )}
      {can.ask && (!myRequest || myRequest.isDeclined) && <AskForm community={community} />}
    </section>
  );
};

const Waiting = ({ community, words, askedAt }: { community: CommunityView; words: string; askedAt: string }) => {
  const show = useToast();
  const withdraw = async () => {
    try {
      await callRoute(withdrawRequest, { params: { communityId: community.id } });
      putCommunity({ ...community, myRequest: null });
      show({ text: text('community.withdrawn') });
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  return (
    <div role="status">
      <p>{text('community.asked', { day: dateWithYear(askedAt) })}</p>
      {words && <blockquote dir="auto">{words}</blockquote>}
      <Button onClick={() => void withdraw()}>{text('community.withdraw')}</Button>
    </div>
  );
};

const AskForm = ({ community }: { community: CommunityView }) => {
  const draft = useDraft(`ask-to-join/${community.id}`);
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setError(undefined);
    try {
      putCommunity(await callRoute(askToJoin, { params: { communityId: community.id }, body: { words: draft.text } }));
      draft.setText('');
    } catch (refused) {
      setError(refused);
    }
    setIsBusy(false);
  };
  return (
    <form className={classes.askForm} onSubmit={(event) => void ask(event)}>
      <p>{text('community.ask-text')}</p>
      <TextAreaField
        label={text('community.ask-words')}
        hint={text('community.ask-words-hint')}
        maxLength={1_000}
        value={draft.text}
        error={fieldError(error, 'words')}
        onChange={(event) => draft.setText(event.target.value)}
      />
      {error !== undefined && !fieldError(error, 'words') && (
        <p className={classes.problem} role="alert">
          {problemText(error)}
        </p>
      )}
      <div>
        <Button type="submit" variant="filled" isBusy={isBusy}>
          {text(community.myRequest ? 'community.ask-again' : 'community.ask')}
        </Button>
      </div>
    </form>
  );
};
