import type { IssueState, IssueStep } from '@landbridge/contract/practice-issues';

export interface IssueLife {
  readonly state: IssueState;
  /** How many messages are marked as what helped once the step is done. */
  readonly helpedCount: number;
  /** Where an archived issue was; null for others. */
  readonly stateBeforeArchive: Exclude<IssueState, 'archived'> | null;
}

/** The state after a step, or null where the step does not lead on from here. */
export const nextIssueState = (life: IssueLife, step: IssueStep): IssueState | null => {
  if (life.state === 'archived') return step === 'bring-back' ? life.stateBeforeArchive : null;
  const isWaiting = life.state === 'open' || life.state === 'answered';
  switch (step) {
    // Later, a mark is still thanks to the helper, but the asker has moved on.
    case 'mark-helped':
    case 'unmark-helped':
      return isWaiting ? waitingState(life) : life.state;
    case 'try':
      return isWaiting ? 'tried' : null;
    case 'tell-outcome':
      return life.state === 'tried' || life.state === 'outcome-told' ? 'outcome-told' : null;
    case 'not-use':
      return life.state === 'tried' ? 'not-used' : null;
    case 'reopen':
      return isWaiting ? null : waitingState(life);
    case 'archive':
      return 'archived';
    case 'bring-back':
      return null;
  }
};

const waitingState = ({ helpedCount }: IssueLife): IssueState => (helpedCount > 0 ? 'answered' : 'open');
