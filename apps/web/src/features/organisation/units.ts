import { useQuery } from '@tanstack/react-query';
import { listUnits, type UnitView } from '@landbridge/contract/organisation';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';

/** The units of the organisation, as they are now. */
export const useUnits = () => useQuery({ queryKey: ['units'], queryFn: () => callRoute(listUnits), staleTime: 0 });

/** After a change of the tree, closed units too. */
export const refreshUnits = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['units'] });

/** The tree as a list: each unit right below its parent. */
export const inTreeOrder = (units: readonly UnitView[], parentId: UnitView['parentId'] = null): UnitView[] =>
  units.filter((unit) => unit.parentId === parentId).flatMap((unit) => [unit, ...inTreeOrder(units, unit.id)]);

export const depthOf = (unit: UnitView, units: readonly UnitView[]): number => {
  const parent = units.find((other) => other.id === unit.parentId);
  return parent ? depthOf(parent, units) + 1 : 0;
};
