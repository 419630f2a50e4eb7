import type { Figure } from '@landbridge/ui';

/** A figure apart from its words: "10 % mean loss, three towers" is 10 % of "mean loss, three towers". */
export const figureOf = (written: string): Figure => {
  const found = /^((?:about |ca\.? |[<>≈~] ?)?[-−+]?\d[\d.,\s]*(?:[%‰€$£°]C?)?)(?:\s+|$)(.*)$/u.exec(written.trim());
  const [, value = written.trim(), of = ''] = found ?? [];
  return { value: value.trim(), of: of.trim() };
};
