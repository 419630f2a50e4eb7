import { useEffect, useRef, useState } from 'react';
import type { ImportId } from '@landbridge/contract';
import { uploadHistory } from '@landbridge/contract/import';
import { sendBytes } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';

export type HistoryUpload =
  | { readonly step: 'choosing' }
  | { readonly step: 'sending'; readonly name: string; readonly share: number }
  | { readonly step: 'failed'; readonly error: unknown };

/** Sends a history; leaving the page stops it. */
export const useUploadHistory = (onArrived: (id: ImportId) => void) => {
  const [state, setState] = useState<HistoryUpload>({ step: 'choosing' });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const send = async (file: File) => {
    const underway = new AbortController();
    abort.current = underway;
    const onProgress = (share: number) => setState({ step: 'sending', name: file.name, share });
    onProgress(0);
    try {
      const parts = { params: { clientId: newClientId() }, query: { name: file.name } };
      const { id } = await sendBytes(uploadHistory, parts, file, { onProgress, signal: underway.signal });
      onArrived(id);
    } catch (error) {
      setState(underway.signal.aborted ? { step: 'choosing' } : { step: 'failed', error });
    }
  };
  return { state, send, stop: () => abort.current?.abort() };
};
