export { renderMarkdown } from './render-markdown.ts';
export { ThreadAccess } from './thread.access.ts';
export { threadRoom } from './thread.rooms.ts';
export { ThreadsModule } from './threads.module.ts';
