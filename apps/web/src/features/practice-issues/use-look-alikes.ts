import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findLookAlikes } from '@landbridge/contract/practice-issues';
import { callRoute } from '../../platform/api.ts';

const restsForMs = 250;
const fewestLetters = 3;

/** Issues like a title, asked for when its writer rests for a moment. */
export const useLookAlikes = (title: string) => {
  const q = useRested(title.trim());
  const isWanted = q.length >= fewestLetters;
  const asked = useQuery({
    queryKey: ['look-alikes', q],
    enabled: isWanted,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => callRoute(findLookAlikes, { query: { q }, signal }),
  });
  return { isWanted, error: asked.error, alikes: isWanted ? asked.data?.issues : undefined };
};

const useRested = (value: string): string => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restsForMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
};
