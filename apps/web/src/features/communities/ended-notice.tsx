import { createLink } from '@tanstack/react-router';
import { reopenCommunity, type CommunityView } from '@landbridge/contract/communities';
import { Button, ButtonLink, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { dateWithYear } from '../../platform/times.ts';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { putCommunity } from './use-community.ts';

const GoLink = createLink(ButtonLink);

/** A community that ended: since when, thanks, and where it goes on. */
export const EndedNotice = ({ community, closedAt }: { community: CommunityView; closedAt: string }) => {
  const show = useToast();
  const { mergedInto, can, id } = community;
  const reopen = async () => {
    try {
      putCommunity(await callRoute(reopenCommunity, { params: { communityId: id } }));
      show({ text: text('community.reopened') });
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  return (
    <div className={classes.panel} role="status">
      <p>{text(mergedInto ? 'community.ended-into' : 'community.ended', { day: dateWithYear(closedAt) })}</p>
      <div className={classes.buttons}>
        {mergedInto && (
          <GoLink to="/communities/$communityId" params={{ communityId: mergedInto.id }} search={{}}>
            {text('community.go-to', { name: mergedInto.name })}
          </GoLink>
        )}
        {can.reopen && <Button onClick={() => void reopen()}>{text('community.reopen')}</Button>}
      </div>
    </div>
  );
};
