import { createLink } from '@tanstack/react-router';
import type { CommunityView } from '@landbridge/contract/communities';
import { ButtonLink } from '@landbridge/ui';
import { ArtifactList } from './artifact-list.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';

const KeepLink = createLink(ButtonLink);

/** What a community keeps. */
export const CommunityArtifacts = ({ community }: { community: CommunityView }) => (
  <>
    {community.myRole && (
      <div className={classes.tools}>
        <KeepLink to="/library/new" search={{ community: community.id }}>
          {text('library.keep')}
        </KeepLink>
      </div>
    )}
    <ArtifactList q="" communityId={community.id} />
  </>
);
