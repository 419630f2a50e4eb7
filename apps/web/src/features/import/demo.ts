import { useQuery } from '@tanstack/react-query';
import { getDemo, openDemo, signInToDemo, type DemoPart, type DemoState } from '@landbridge/contract/import';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';
import { adopt } from '../identity/index.ts';

const demoKey = ['demo'];
const askAgainMs = 300;

/** How far the demo organisation is made; asked again while it is being made. */
export const useDemo = (): DemoState | undefined =>
  useQuery({
    queryKey: demoKey,
    queryFn: () => callRoute(getDemo),
    refetchInterval: ({ state }) => (state.data?.state === 'opening' ? askAgainMs : false),
  }).data;

/** Makes the demo organisation and signs in as its leader. @returns false when it could not be made */
export const lookRound = async (code: string): Promise<boolean> => {
  show(await callRoute(openDemo, { body: code === '' ? {} : { code } }));
  for (;;) {
    const { state } = show(await callRoute(getDemo));
    if (state === 'failed' || state === 'none') return false;
    if (state === 'open') break;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  await enterDemo('leader');
  return true;
};

const show = (demo: DemoState): DemoState => {
  queryClient.setQueryData(demoKey, demo);
  return demo;
};

export const enterDemo = async (as: DemoPart): Promise<void> => {
  adopt(await callRoute(signInToDemo, { body: { as } }));
};
