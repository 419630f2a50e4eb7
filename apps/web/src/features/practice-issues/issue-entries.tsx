import {
  IconAlertCircle,
  IconArchive,
  IconArchiveOff,
  IconArrowsSplit2,
  IconMessageCheck,
  IconPencil,
  IconRotate,
} from '@tabler/icons-react';
import type { IssueView } from '@landbridge/contract/practice-issues';
import type { MenuEntry, Toast } from '@landbridge/ui';
import { keepAcrossDraft } from '../threads/index.ts';
import { text } from './texts.ts';
import type { IssueActs } from './use-issue-acts.ts';

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

interface Doors {
  readonly onEdit: () => void;
  readonly onTell: () => void;
  readonly onTakeAcross: () => void;
  readonly show: (toast: Toast) => void;
}

/** What else can be done with an issue, beside what comes next. */
export const issueEntries = (issue: IssueView, acts: IssueActs, doors: Doors): MenuEntry[] => {
  const { can, isUrgent, outcome } = issue;
  const takeAcross = () => {
    if (!beginAcross(issue)) doors.show({ text: text('issue.across-kept') });
    doors.onTakeAcross();
  };
  const entries: readonly (MenuEntry | false | undefined)[] = [
    { label: text('issue.across'), icon: <IconArrowsSplit2 {...icon} />, onChoose: takeAcross },
    (can.editTexts || can.editKind) && { label: text('issue.edit'), icon: <IconPencil {...icon} />, onChoose: doors.onEdit },
    // Whoever looks after the kind takes urgency away, also where it could not be given again.
    (isUrgent ? can.editKind : can.markUrgent) && {
      label: text(isUrgent ? 'issue.not-urgent' : 'issue.urgent'),
      icon: <IconAlertCircle {...icon} />,
      onChoose: () => acts.markUrgent(!isUrgent),
    },
    can.tellOutcome &&
      outcome !== null && { label: text('issue.tell-again'), icon: <IconMessageCheck {...icon} />, onChoose: doors.onTell },
    can.reopen && { label: text('issue.reopen'), icon: <IconRotate {...icon} />, onChoose: acts.reopen },
    can.archive && { label: text('issue.archive'), icon: <IconArchive {...icon} />, onChoose: acts.archive },
    can.bringBack && { label: text('issue.bring-back'), icon: <IconArchiveOff {...icon} />, onChoose: acts.bringBack },
  ];
  return entries.flatMap((entry) => (entry ? [entry] : []));
};

/**
 * A thread across units that begins with the issue. From a community that is not open, nothing of it goes along.
 * @returns false when another one was begun before
 */
const beginAcross = (issue: IssueView): boolean => {
  const { title, situation, number, community, id } = issue;
  if (community.visibility !== 'open') return true;
  const name = text('issue.across-link', { number, community: community.name, title }).replaceAll(/[[\]\\]/g, '');
  const markdown = `${situation.markdown}\n\n[${name}](${location.origin}/issues/${id})`;
  return keepAcrossDraft({ title, question: text('issue.across-question'), markdown });
};
