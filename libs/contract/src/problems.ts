import { communityProblems } from './communities/community.problems.ts';
import { importProblems } from './import/import.problems.ts';
import { fileProblems } from './files/file.problems.ts';
import { identityProblems } from './identity/identity.problems.ts';
import { artifactProblems } from './library/artifact.problems.ts';
import { organisationProblems } from './organisation/organisation.problems.ts';
import { peopleProblems } from './people/people.problems.ts';
import { practiceIssueProblems } from './practice-issues/practice-issue.problems.ts';
import { commonProblems } from './problem.ts';
import { sessionProblems } from './sessions/session.problems.ts';
import { threadProblems } from './threads/thread.problems.ts';

/** The closed list of everything that can be refused. */
export const problems = {
  ...commonProblems,
  ...identityProblems,
  ...organisationProblems,
  ...peopleProblems,
  ...communityProblems,
  ...fileProblems,
  ...threadProblems,
  ...practiceIssueProblems,
  ...artifactProblems,
  ...sessionProblems,
  ...importProblems,
};

export type ProblemCode = keyof typeof problems;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
