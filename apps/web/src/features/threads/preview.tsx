import { useQuery } from '@tanstack/react-query';
import { previewMarkdown } from '@landbridge/contract/threads';
import { SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { MessageHtml } from './message-html.tsx';
import classes from './preview.module.css';
import { text } from './texts.ts';

/** The message as it will look, by the same renderer. */
export const Preview = ({ markdown }: { markdown: string }) => {
  const { data, error } = useQuery({
    queryKey: ['preview', markdown],
    queryFn: () => callRoute(previewMarkdown, { body: { markdown } }),
    gcTime: 0,
  });
  return (
    <div className={classes.preview}>
      {error && <ProblemState error={error} />}
      {!data && !error && <SkeletonRows rows={1} label={text('app.loading')} />}
      {data?.html === '' && <p className={classes.nothing}>{text('composer.nothing')}</p>}
      {data && <MessageHtml html={data.html} named={data.named} />}
    </div>
  );
};
