import { useQuery } from '@tanstack/react-query';
import { getNoticeSettings, type NoticeKind } from '@landbridge/contract/notifications';
import { Choice, SkeletonRows, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { setKind, settingsKey } from './notice-acts.ts';
import classes from './notices-page.module.css';
import { text } from './texts.ts';

const groups = {
  conversations: ['mentioned', 'replied', 'added', 'invited'],
  issues: ['answered', 'what-happened', 'helped', 'outcome-told', 'archived', 'brought-back'],
  communities: ['asked-to-join', 'approved', 'declined', 'role-given', 'role-taken', 'community-closed', 'community-merged'],
  sessions: ['session-planned', 'session-changed', 'session-cancelled'],
} as const satisfies Readonly<Record<string, readonly NoticeKind[]>>;
const groupNames = ['conversations', 'issues', 'communities', 'sessions'] as const;

/** In Settings: of what one wants to be told. */
export const NoticeKinds = () => {
  const { data, error, refetch } = useQuery({ queryKey: settingsKey, queryFn: () => callRoute(getNoticeSettings), staleTime: 0 });
  const show = useToast();
  const change = (kind: NoticeKind, isOn: boolean) =>
    void setKind(kind, isOn).catch((refused: unknown) => show({ text: problemText(refused) }));
  return (
    <section className={classes.kinds} id="notices">
      <h2>{text('notices.kinds')}</h2>
      <p className={classes.hint}>{text('notices.kinds-hint')}</p>
      {!data && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data &&
        groupNames.map((group) => (
          <fieldset key={group}>
            <legend>{text(`notices.group-${group}`)}</legend>
            {groups[group].map((kind) => (
              <Choice
                key={kind}
                type="checkbox"
                label={text(`notices.kind-${kind}`)}
                checked={!data.off.includes(kind)}
                onChange={(event) => change(kind, event.target.checked)}
              />
            ))}
          </fieldset>
        ))}
    </section>
  );
};
