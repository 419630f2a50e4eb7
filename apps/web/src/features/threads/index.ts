export { Composer, useComposerHandle, type ComposerHandle } from './composer.tsx';
export { Conversation, type ConversationFrame } from './conversation.tsx';
export { keepAcrossDraft } from './across-draft.ts';
export { MessageHtml } from './message-html.tsx';
export { messagePath } from './message-acts.ts';
export { text as threadText } from './texts.ts';
export { Pinned, unitsIn } from './thread-side.tsx';
export { markCommunitySeen, useLiveLists, useUnread } from './use-unread.ts';
export { readThread, useThread } from './use-thread.ts';
