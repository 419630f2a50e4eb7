import { z } from 'zod';

/**
 * Identifiers are UUIDs (version 7 when the server makes them) and branded, so that one kind cannot stand in for another.
 */
export const personId = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof personId>;

export const milestoneId = z.uuid().brand<'MilestoneId'>();
export type MilestoneId = z.infer<typeof milestoneId>;

export const unitId = z.uuid().brand<'UnitId'>();
export type UnitId = z.infer<typeof unitId>;

export const communityId = z.uuid().brand<'CommunityId'>();
export type CommunityId = z.infer<typeof communityId>;

/** A named business imperative of the organisation. */
export const imperativeId = z.uuid().brand<'ImperativeId'>();
export type ImperativeId = z.infer<typeof imperativeId>;

export const communityRequestId = z.uuid().brand<'CommunityRequestId'>();
export type CommunityRequestId = z.infer<typeof communityRequestId>;

export const threadId = z.uuid().brand<'ThreadId'>();
export type ThreadId = z.infer<typeof threadId>;

export const issueId = z.uuid().brand<'IssueId'>();
export type IssueId = z.infer<typeof issueId>;

/** Filters of the list of issues that a person kept under a name. */
export const issueViewId = z.uuid().brand<'IssueViewId'>();
export type IssueViewId = z.infer<typeof issueViewId>;

export const artifactId = z.uuid().brand<'ArtifactId'>();
export type ArtifactId = z.infer<typeof artifactId>;

/** A meeting of a community. */
export const sessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof sessionId>;

export const messageId = z.uuid().brand<'MessageId'>();
export type MessageId = z.infer<typeof messageId>;

/** A file that somebody sent: it hangs on one message or issue, or waits to be attached. */
export const fileId = z.uuid().brand<'FileId'>();
export type FileId = z.infer<typeof fileId>;

/** A history that somebody brings in from a file. */
export const importId = z.uuid().brand<'ImportId'>();
export type ImportId = z.infer<typeof importId>;

export const noticeId = z.uuid().brand<'NoticeId'>();
export type NoticeId = z.infer<typeof noticeId>;

export const signInId = z.uuid().brand<'SignInId'>();
export type SignInId = z.infer<typeof signInId>;

/** Made by the browser, once per thing it creates: the same id sent again changes nothing and gets the same answer. */
export const clientId = z.uuid().brand<'ClientId'>();
export type ClientId = z.infer<typeof clientId>;
