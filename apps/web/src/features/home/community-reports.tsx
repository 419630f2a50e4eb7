import type { CommunityId } from '@landbridge/contract';
import { ProblemState } from '../../platform/problem-state.tsx';
import { ReportedMessages, useReports } from '../threads/index.ts';
import classes from './community-leading.module.css';
import { text } from './texts.ts';

/** What was reported in a community, for its leaders. Where nothing was, nothing is said. */
export const CommunityReports = ({ communityId }: { communityId: CommunityId }) => {
  const { data, error, refetch } = useReports({ communityId });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data || data.reported.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="leading-reports">
      <h2 id="leading-reports">{text('leading.reported')}</h2>
      <p className={classes.quiet}>{text('leading.reported-text')}</p>
      <ReportedMessages reported={data.reported} />
    </section>
  );
};
