import type { ThreadId } from '@landbridge/contract';
import type { ThreadPage } from '@landbridge/contract/threads';
import { queryClient } from '../../platform/query-client.ts';

export const threadKey = (id: ThreadId) => ['thread', id];

export const readThread = (id: ThreadId): ThreadPage | undefined => queryClient.getQueryData(threadKey(id));

export const changeThread = (id: ThreadId, change: (page: ThreadPage) => ThreadPage): void => {
  queryClient.setQueryData<ThreadPage>(threadKey(id), (page) => page && change(page));
};
