import { cancelImport, startImport, type ImportView } from '@landbridge/contract/import';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';

const readAgain = ({ id }: ImportView) => queryClient.invalidateQueries({ queryKey: ['import', id] });

/** Looks what a file would bring, or brings it in. @throws Refusal */
export const start = async (view: ImportView, run: { readonly isDry: boolean; readonly isStrict: boolean }): Promise<void> => {
  await callRoute(startImport, { params: { importId: view.id }, body: { version: view.version, ...run } });
  await readAgain(view);
};

/** Stops a run, or gives up a file that waits. @throws Refusal */
export const cancel = async (view: ImportView): Promise<void> => {
  await callRoute(cancelImport, { params: { importId: view.id } });
  await readAgain(view);
};
