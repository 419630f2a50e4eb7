import { IconChevronDown, IconTag, IconUsersGroup } from '@tabler/icons-react';
import type { CommunityId } from '@landbridge/contract';
import { issueKind, mostTags, type IssueKind } from '@landbridge/contract/practice-issues';
import { Menu, TagsField } from '@landbridge/ui';
import classes from './issue-form.module.css';
import { text } from './texts.ts';
import { useTagsInUse } from './use-tags-in-use.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true };

interface CommunityMenuProps {
  readonly communities: readonly { readonly id: CommunityId; readonly name: string }[];
  readonly chosen: CommunityId | null;
  readonly error?: string | undefined;
  readonly onChoose: (id: CommunityId) => void;
}

/** Which community is asked. */
export const CommunityMenu = ({ communities, chosen, error, onChoose }: CommunityMenuProps) => {
  const name = communities.find(({ id }) => id === chosen)?.name;
  return (
    <span className={classes.picker} data-wrong={error !== undefined}>
      <Menu
        label={name ? text('issue-form.community', { name }) : text('issue-form.choose-community')}
        entries={communities.map((community) => ({ label: community.name, onChoose: () => onChoose(community.id) }))}
        className={classes.pickerButton}
      >
        <IconUsersGroup {...icon} />
        {name ?? text('issue-form.choose-community')}
        <IconChevronDown {...icon} />
      </Menu>
    </span>
  );
};

/** What kind of help is asked for. */
export const KindMenu = ({ kind, onChoose }: { kind: IssueKind; onChoose: (kind: IssueKind) => void }) => (
  <span className={classes.picker}>
    <Menu
      label={text('issue-form.kind', { kind: text(`issue.kind-${kind}`) })}
      entries={issueKind.options.map((one) => ({ label: text(`issue.kind-${one}`), onChoose: () => onChoose(one) }))}
      className={classes.pickerButton}
    >
      {text(`issue.kind-${kind}`)}
      <IconChevronDown {...icon} />
    </Menu>
  </span>
);

/** Words by which the issue is found, completed from those in use. */
export const TagsPicker = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <TagsField
    label={text('issue-form.tags')}
    placeholder={text('issue-form.tags-hint')}
    icon={<IconTag {...icon} />}
    value={value}
    most={mostTags}
    suggestions={useTagsInUse(value)}
    removeLabel={(tag) => text('issue-form.tag-remove', { tag })}
    onChange={onChange}
  />
);
