import type { ReactNode } from 'react';
import { Contour, joinClasses, SplitPage, Wordmark } from '@landbridge/ui';
import classes from './entry-page.module.css';
import { text } from './texts.ts';

interface EntryPageProps {
  readonly title: string;
  readonly lead: string;
  readonly foot?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** What people see before they are in: form left, chart right. */
export const EntryPage = ({ title, lead, foot, isWide, children }: EntryPageProps) => (
  <SplitPage chart={<Contour kind={isWide ? 'column' : 'panel'} />} isWide={isWide}>
    <Wordmark name={text('app.name')} />
    <div className={joinClasses(classes.body, isWide && classes.wideBody)}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.lead}>{lead}</p>
      {children}
    </div>
    <p className={classes.foot}>{foot}</p>
  </SplitPage>
);
