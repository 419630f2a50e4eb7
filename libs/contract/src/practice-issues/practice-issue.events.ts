import { z } from 'zod';
import { event } from '../event.ts';
import { issueFacts, issueRow } from './practice-issue.schemas.ts';

/** To whoever has the issue open: anything about it changed. `version` grows with each change. */
export const issueChanged = event('issue.changed', z.object({ issue: issueFacts }));

/** To those whose lists show it: an issue was posted, or its headline changed. */
export const issueMoved = event('issue.moved', z.object({ issue: issueRow }));
