import { useQuery } from '@tanstack/react-query';
import type { PersonId } from '@landbridge/contract';
import { getPerson } from '@landbridge/contract/people';
import { callRoute } from '../../platform/api.ts';
import { personKey } from './person-key.ts';

/** A profile as this viewer sees it; one that is younger than `staleTime` is not asked for again. */
export const usePerson = (id: PersonId, staleTime = 0) =>
  useQuery({ queryKey: personKey(id), queryFn: () => callRoute(getPerson, { params: { personId: id } }), staleTime });

/** The own profile as somebody sees it who belongs to nothing of it. */
export const usePersonAsOthers = (id: PersonId, isWanted: boolean) =>
  useQuery({
    queryKey: [...personKey(id), 'others'],
    queryFn: () => callRoute(getPerson, { params: { personId: id }, query: { as: 'others' } }),
    enabled: isWanted,
    staleTime: 0,
  });
