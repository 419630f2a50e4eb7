import { Tabs } from '@landbridge/ui';
import { TabLink } from '../../platform/tab-link.tsx';
import { IconX } from '@tabler/icons-react';
import { issueFilters, issueKind, issueState, type IssueFilters } from '@landbridge/contract/practice-issues';
import { useMyCommunities } from '../communities/index.ts';
import classes from './issues-page.module.css';
import { text } from './texts.ts';
import { useIssueCounts } from './use-issues.ts';

interface IssueFilterBarProps {
  readonly filters: IssueFilters;
  readonly onChange: (filters: IssueFilters) => void;
}

/** States as tabs with how many there are; the other filters below them. All of them stand in the address. */
export const IssueFilterBar = ({ filters, onChange }: IssueFilterBarProps) => (
  <>
    <StateTabs filters={filters} />
    <Narrowing filters={filters} onChange={onChange} />
  </>
);

const StateTabs = ({ filters }: { filters: IssueFilters }) => {
  const counts = useIssueCounts(filters);
  return (
    <Tabs label={text('issues.states')} scrolls>
      {[undefined, ...issueState.options].map((state) => (
        <TabLink key={state ?? 'all'} to="/issues" search={{ ...filters, state }} activeOptions={{ includeSearch: true, exact: true }}>
          {text(state ? `issue.state-${state}` : 'issues.all')}
          {state && counts && <span className={classes.tabCount}> {counts[state]}</span>}
        </TabLink>
      ))}
    </Tabs>
  );
};

const Narrowing = ({ filters, onChange }: IssueFilterBarProps) => {
  const communities = useMyCommunities();
  const put = (change: Record<string, string | undefined>) => onChange(issueFilters.parse(withoutEmpty({ ...filters, ...change })));
  const { communityId, kind, mine, urgent, tag, q } = filters;
  const isNarrowed = [communityId, kind, mine, urgent, tag, q].some((value) => value !== undefined);
  return (
    <div className={classes.filters} role="search" aria-label={text('issues.filters')}>
      <input
        type="search"
        className={classes.search}
        aria-label={text('issues.search')}
        placeholder={text('issues.search')}
        maxLength={80}
        value={q ?? ''}
        onChange={(event) => put({ q: event.target.value })}
      />
      <select
        className={classes.select}
        aria-label={text('issues.community')}
        value={communityId ?? ''}
        onChange={(event) => put({ communityId: event.target.value })}
      >
        <option value="">{text('issues.any-community')}</option>
        {communities.map((community) => (
          <option key={community.id} value={community.id}>
            {community.name}
          </option>
        ))}
      </select>
      <select
        className={classes.select}
        aria-label={text('issues.kind')}
        value={kind ?? ''}
        onChange={(event) => put({ kind: event.target.value })}
      >
        <option value="">{text('issues.any-kind')}</option>
        {issueKind.options.map((one) => (
          <option key={one} value={one}>
            {text(`issue.kind-${one}`)}
          </option>
        ))}
      </select>
      <select
        className={classes.select}
        aria-label={text('issues.whose')}
        value={mine ?? ''}
        onChange={(event) => put({ mine: event.target.value })}
      >
        <option value="">{text('issues.anybody')}</option>
        <option value="asked">{text('issues.mine-asked')}</option>
        <option value="helped">{text('issues.mine-helped')}</option>
      </select>
      <label className={classes.check}>
        <input type="checkbox" checked={urgent === 'yes'} onChange={(event) => put({ urgent: event.target.checked ? 'yes' : undefined })} />
        {text('issues.urgent-only')}
      </label>
      {tag && (
        <button
          type="button"
          className={classes.tag}
          aria-label={text('issues.tag-remove', { tag })}
          onClick={() => put({ tag: undefined })}
        >
          {tag}
          <IconX size={14} aria-hidden="true" />
        </button>
      )}
      {isNarrowed && (
        <button type="button" className={classes.clear} onClick={() => onChange({ state: filters.state })}>
          {text('issues.clear')}
        </button>
      )}
    </div>
  );
};

const withoutEmpty = (filters: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
