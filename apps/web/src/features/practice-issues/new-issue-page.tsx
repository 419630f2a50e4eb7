import { useEffect, useEffectEvent, useRef } from 'react';
import type { CommunityId, IssueId } from '@landbridge/contract';
import type { LookAlike } from '@landbridge/contract/practice-issues';
import { Bar, Button, ButtonLink, EmptyState, Kbd, Page, Switch, TextAreaField, TitleField } from '@landbridge/ui';
import { createLink } from '@tanstack/react-router';
import { escapeKey, sendKeys } from '../../platform/keys.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { shortTime } from '../../platform/times.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useComposerHandle } from '../threads/index.ts';
import classes from './issue-form.module.css';
import { CommunityMenu, KindMenu, TagsPicker } from './issue-pickers.tsx';
import { IssueTextField } from './issue-text-field.tsx';
import { LookAlikeList } from './look-alike-list.tsx';
import { text } from './texts.ts';
import { useAskableCommunities } from './use-askable-communities.ts';
import { usePostIssue } from './post-issue.ts';

interface NewIssuePageProps {
  /** Where one came from; null from anywhere else. */
  readonly communityId: CommunityId | null;
  readonly onPosted: (id: IssueId) => void;
  readonly onClose: () => void;
}

const BrowseLink = createLink(ButtonLink);

/** An issue is posted in under a minute: a title and the situation are enough. Everything is kept as a draft. */
export const NewIssuePage = ({ communityId, onPosted, onClose }: NewIssuePageProps) => {
  const communities = useAskableCommunities(communityId);
  const element = useRef<HTMLFormElement>(null);
  const form = usePostIssue({ place: communityId, communities: communities ?? [], onPosted, element });
  const { wanted, put, wrong, post } = form;
  const situation = useComposerHandle();
  const community = communities?.find(({ id }) => id === form.askedOf) ?? null;
  useTitle(text('issue-form.post-title'));
  useCloseKey(onClose);
  const isKnown = communities !== undefined;
  const hasNowhere = communities?.length === 0;
  // One came here to write.
  useEffect(() => {
    if (isKnown) element.current?.querySelector('input')?.focus();
  }, [isKnown]);
  const quote = ({ id, title }: LookAlike) =>
    situation.current?.insert(`[${title.replaceAll(/[[\]\\]/g, '')}](${location.origin}/issues/${id})`);

  return (
    <>
      <Bar
        actions={
          <>
            {form.keptAt && <span className={classes.kept}>{text('issue-form.kept', { at: shortTime(form.keptAt) })}</span>}
            <Button variant="quiet" size="small" onClick={onClose}>
              {text('issue-form.close')}
              <span className={classes.key}>
                <Kbd>{escapeKey}</Kbd>
              </span>
            </Button>
          </>
        }
      >
        <span>{text('issue-form.post-title')}</span>
      </Bar>
      <Page side={!hasNowhere && <LookAlikeList title={wanted.title} onQuote={quote} />}>
        {hasNowhere ? (
          <EmptyState
            title={text('issue-form.no-community-title')}
            text={text('issue-form.no-community-text')}
            action={<BrowseLink to="/communities">{text('issue-form.browse')}</BrowseLink>}
          />
        ) : (
          <form
            ref={element}
            className={classes.form}
            noValidate
            aria-label={text('issue-form.post-title')}
            onSubmit={(event) => {
              event.preventDefault();
              void post();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.defaultPrevented) return;
              event.preventDefault();
              void post();
            }}
          >
            <TitleField
              label={text('issue-form.title')}
              placeholder={text('issue-form.title-hint')}
              maxLength={160}
              value={wanted.title}
              error={wrong.title}
              onChange={(event) => put({ title: event.target.value })}
            />
            <div className={classes.pickers}>
              <CommunityMenu
                communities={communities ?? []}
                chosen={form.askedOf}
                error={wrong.communityId}
                onChoose={(chosen) => put({ communityId: chosen })}
              />
              <KindMenu kind={wanted.kind} onChoose={(kind) => put({ kind })} />
              <TagsPicker value={wanted.tags} onChange={(tags) => put({ tags })} />
            </div>
            {wrong.communityId && <p className={classes.error}>{wrong.communityId}</p>}
            <IssueTextField
              ref={situation}
              label={text('issue-form.situation')}
              value={wanted.situation}
              error={wrong.situation}
              onChange={(next) => put({ situation: next })}
              onSubmit={() => void post()}
              attachments={form.attachments}
            />
            <TextAreaField
              label={`${text('issue-form.tried')} (${text('issue-form.optional')})`}
              rows={2}
              value={wanted.tried}
              error={wrong.tried}
              onChange={(event) => put({ tried: event.target.value })}
            />
            <TextAreaField
              label={`${text('issue-form.stakes')} (${text('issue-form.optional')})`}
              rows={1}
              maxLength={2000}
              value={wanted.stakes}
              error={wrong.stakes}
              onChange={(event) => put({ stakes: event.target.value })}
            />
            <div className={classes.urgent}>
              <Switch
                label={text('issue-form.urgent')}
                hint={text(wanted.stakes.trim() === '' ? 'issue-form.urgent-needs-stakes' : 'issue-form.urgent-hint')}
                disabled={wanted.stakes.trim() === ''}
                checked={form.isUrgent}
                onChange={(event) => put({ isUrgent: event.target.checked })}
              />
            </div>
            {form.error !== undefined && (
              <p className={classes.problem} role="alert">
                {text('issue-form.not-posted', { reason: problemText(form.error) })}
              </p>
            )}
            <div className={classes.foot}>
              <Button
                type="submit"
                variant="filled"
                isBusy={form.isBusy}
                disabled={form.attachments.isUploading}
                aria-keyshortcuts="Meta+Enter Control+Enter"
              >
                {text('issue-form.submit')}
                <Kbd isOnFilled>{sendKeys}</Kbd>
              </Button>
              {community && <span className={classes.readers}>{readersText(community)}</span>}
            </div>
          </form>
        )}
      </Page>
    </>
  );
};

type Community = NonNullable<ReturnType<typeof useAskableCommunities>>[number];

const readersText = ({ name, visibility, memberCount, myRole }: Community): string => {
  const readers = text(visibility === 'open' ? 'issue-form.readers' : 'issue-form.readers-members', {
    count: memberCount,
    community: name,
  });
  return myRole === null ? `${readers} ${text('issue-form.joins', { community: name })}` : readers;
};

/** Esc leaves, wherever the focus is, unless something that is open takes it. What was written is kept. */
const useCloseKey = (onClose: () => void): void => {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || event.isComposing || document.querySelector('dialog[open], [popover]:popover-open');
      if (event.key === 'Escape' && !isTaken) close();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};
