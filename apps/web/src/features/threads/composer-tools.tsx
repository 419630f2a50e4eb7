import { Fragment, type ReactNode } from 'react';
import {
  IconAt,
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListCheck,
  IconMoodSmile,
  IconTable,
} from '@tabler/icons-react';
import { IconButton, ToolDivider } from '@landbridge/ui';
import { EmojiMenu } from './emoji-menu.tsx';
import { insertBlock, makeLink, prefixLines, replaceSelection, wrap, type Selected } from './markdown-edits.ts';
import { text, type TextId } from './texts.ts';

interface Tool {
  readonly label: TextId;
  readonly icon: ReactNode;
  readonly edit: (selected: Selected) => Selected;
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

const toggleCode = (selected: Selected): Selected =>
  wrap(selected, selected.text.slice(selected.start, selected.end).includes('\n') ? '\n```\n' : '`');

const startMention = (selected: Selected): Selected => {
  const before = selected.text.slice(0, selected.start);
  return replaceSelection(selected, before === '' || /\s$/.test(before) ? '@' : ' @');
};

const groups: readonly (readonly Tool[])[] = [
  [
    { label: 'composer.bold', icon: <IconBold {...icon} />, edit: (selected) => wrap(selected, '**') },
    { label: 'composer.italic', icon: <IconItalic {...icon} />, edit: (selected) => wrap(selected, '_') },
    { label: 'composer.link', icon: <IconLink {...icon} />, edit: (selected) => makeLink(selected) },
  ],
  [
    { label: 'composer.quote', icon: <IconBlockquote {...icon} />, edit: (selected) => prefixLines(selected, '> ') },
    { label: 'composer.code', icon: <IconCode {...icon} />, edit: toggleCode },
    { label: 'composer.list', icon: <IconList {...icon} />, edit: (selected) => prefixLines(selected, '- ') },
    { label: 'composer.tasks', icon: <IconListCheck {...icon} />, edit: (selected) => prefixLines(selected, '- [ ] ') },
    { label: 'composer.table', icon: <IconTable {...icon} />, edit: (selected) => insertBlock(selected, text('composer.table-text')) },
  ],
  [{ label: 'composer.mention', icon: <IconAt {...icon} />, edit: startMention }],
];

interface ComposerToolsProps {
  readonly isDisabled: boolean;
  readonly onEdit: (edit: (selected: Selected) => Selected) => void;
  /** Adds files, where the text takes some. */
  readonly attach?: ReactNode;
}

/** What Markdown can do, for those who do not write its signs. */
export const ComposerTools = ({ isDisabled, onEdit, attach }: ComposerToolsProps) => (
  <>
    {groups.map((tools, index) => [
      index > 0 && <ToolDivider key={index} />,
      index === groups.length - 1 && <Fragment key="attach">{attach}</Fragment>,
      ...tools.map(({ label, icon: sign, edit }) => (
        <IconButton key={label} label={text(label)} disabled={isDisabled} onClick={() => onEdit(edit)}>
          {sign}
        </IconButton>
      )),
    ])}
    <EmojiMenu
      label={text('composer.emoji')}
      icon={<IconMoodSmile {...icon} />}
      isDisabled={isDisabled}
      onChoose={(emoji) => onEdit((selected) => replaceSelection(selected, emoji))}
    />
  </>
);
