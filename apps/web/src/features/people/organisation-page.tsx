import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { Bar, Page } from '@landbridge/ui';
import { organisationText as text } from '../organisation/index.ts';
import { useTitle } from '../../platform/use-title.ts';
import { OrganisationForm } from './organisation-form.tsx';

/** What holds for the whole organisation, as administrators change it; features to the right add what is theirs below. */
export const OrganisationPage = ({ children }: { children: ReactNode }) => {
  useTitle(text('organisation.title'));
  return (
    <>
      <Bar>
        <Link to="/admin">{text('admin.title')}</Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{text('organisation.title')}</span>
      </Bar>
      <Page>
        <h1>{text('organisation.title')}</h1>
        <OrganisationForm submitLabel={text('organisation.save')} onSaved={() => undefined} />
        {children}
      </Page>
    </>
  );
};
