import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastProvider } from '@landbridge/ui';
import '@landbridge/ui/styles.css';
import { router } from './app/router.ts';
import { queryClient } from './platform/query-client.ts';
import { text } from './app/texts.ts';

const place = document.getElementById('root');
if (!place) throw new Error('The page has no root.');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ToastProvider label={text('app.notices')}>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
);
