import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { Bar } from '@landbridge/ui';
import { organisationText } from '../organisation/index.ts';
import { text } from './texts.ts';

/** Where one is: Admin, bringing a history in, and one file of it. */
export const HistoryBar = ({ fileName }: { fileName?: string | undefined }) => (
  <Bar>
    <Link to="/admin">{organisationText('admin.title')}</Link>
    <IconChevronRight size={14} aria-hidden="true" />
    {fileName === undefined ? <span>{text('history.title')}</span> : <Link to="/admin/history">{text('history.title')}</Link>}
    {fileName !== undefined && (
      <>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{fileName}</span>
      </>
    )}
  </Bar>
);
