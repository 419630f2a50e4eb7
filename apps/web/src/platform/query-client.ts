import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './api.ts';

/** Server state. The socket keeps it fresh, so nothing is fetched again just because time passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => error instanceof Refusal && error.isUnreachable && failures < 3,
    },
  },
});
