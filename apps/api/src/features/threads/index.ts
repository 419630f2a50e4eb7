export { IssueThreads } from './issue-threads.ts';
export { MessageChanges, type MessageChange } from './message-changes.ts';
export { containsWords, renderMarkdown, rendererVersion, withAuthors } from './render-markdown.ts';
export { RenderPending, renderPendingJob } from './render-pending.ts';
export { ThreadAccess } from './thread.access.ts';
export { communityJson, personAt, unitJson } from './thread.json.ts';
export { readableThread } from './thread.readable.ts';
export { threadRoom } from './thread.rooms.ts';
export { ThreadsModule } from './threads.module.ts';
