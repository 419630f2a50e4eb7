import type { IssueView } from '@landbridge/contract/practice-issues';
import { MessageHtml } from '../threads/index.ts';
import classes from './issue-page.module.css';

/** Markdown of an issue as the server rendered it. What is meant to last is set in serif. */
export const WrittenText = ({ html, named }: { html: string; named: IssueView['named'] }) => (
  <div className={classes.written}>
    <MessageHtml html={html} named={named} />
  </div>
);
