import { useQuery } from '@tanstack/react-query';
import { getMe, getSetup, preferencesChanged, rightsChanged, signInEnded, type MeView } from '@landbridge/contract/identity';
import { callRoute, Refusal } from '../../platform/api.ts';
import { deviceStore } from '../../platform/device-store.ts';
import { setKeysOn } from '../../platform/keys.ts';
import { live } from '../../platform/live.ts';
import { queryClient } from '../../platform/query-client.ts';
import { showTheme } from '../../platform/theme.ts';

export type { MeView };

const meKey = ['me'];

/** The person who is signed in, or null. */
export const fetchMe = async (): Promise<MeView | null> => {
  try {
    return adopt(await queryClient.fetchQuery({ queryKey: meKey, queryFn: () => callRoute(getMe) }));
  } catch (error) {
    if (error instanceof Refusal && error.problem.status === 401) return null;
    throw error;
  }
};

/** Takes over who is signed in, with how they want the product to behave. */
export const adopt = (me: MeView): MeView => {
  queryClient.setQueryData(meKey, me);
  deviceStore.setOwner(me.person.id);
  showTheme(me.preferences.theme);
  setKeysOn(me.preferences.hasKeys);
  return me;
};

/** The signed-in person; only used on pages behind the sign-in. */
export const useMe = (): MeView => {
  const { data } = useQuery({ queryKey: meKey, queryFn: () => callRoute(getMe) });
  if (!data) throw new Error('This page needs a sign-in.');
  return data;
};

export const fetchSetup = () => queryClient.fetchQuery({ queryKey: ['setup'], queryFn: () => callRoute(getSetup), staleTime: 0 });

/** Follows the own account: preferences from another tab, rights, and the end of this sign-in. */
export const followAccount = (onEnd: () => void): (() => void) => {
  const stops = [
    live.on(preferencesChanged, ({ preferences }) => {
      const me = queryClient.getQueryData<MeView>(meKey);
      if (me) adopt({ ...me, preferences });
    }),
    live.on(rightsChanged, ({ isAdministrator }) => {
      const me = queryClient.getQueryData<MeView>(meKey);
      if (me) adopt({ ...me, isAdministrator });
    }),
    live.on(signInEnded, onEnd),
  ];
  return () => stops.forEach((stop) => stop());
};
