import type { z } from 'zod';

/** Each wrong field with a sentence; several mistakes in one field stay several. */
export const fieldErrors = (error: z.ZodError, prefix = ''): { field: string; message: string }[] =>
  error.issues.flatMap((issue) => {
    const field = [prefix, ...issue.path.map(String)].filter(Boolean).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [field, key].filter(Boolean).join('.'), message: 'is not known here' }));
    return [{ field: field || 'body', message: issue.message }];
  });
