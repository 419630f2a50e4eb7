import type { Figure } from '@landbridge/ui';

/** A figure apart from its words: "10 % mean loss, three towers" is 10 % of "mean loss, three towers"; "none in 4 weeks" is none of "in 4 weeks". */
export const figureOf = (written: string): Figure => {
  const found = /^((?:about |ca\.? |[<>≈~] ?)?[-−+]?\d[\d.,\s]*(?:[%‰€$£°]C?)?)(?:\s+|$)(.*)$/u.exec(written.trim());
  const [first = '', ...rest] = written.trim().split(/\s+/);
  const [, value = first, of = rest.join(' ')] = found ?? [];
  return { value: value.trim(), of: of.trim() };
};
