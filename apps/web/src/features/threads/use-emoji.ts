import { useQuery } from '@tanstack/react-query';

/** Reactions that say something at work; the search finds every other. */
export const usualEmoji: readonly string[] = '👍 💡 🔧 ❤️ 🙏 👀 ✅ ❓ 🎯 👏 😄 🤔 😮 😢 🔥 🧭 📌 🚧 ⚠️ 🔁 📈 📉 🧩 🌉'.split(' ');

export interface NamedEmoji {
  readonly emoji: string;
  /** Its short name: `bulb`. */
  readonly name: string;
}

const mostFound = 24;

/** Emoji whose short name has the letters, those that begin with them first. The list is fetched when it is first needed. */
export const useEmoji = (letters: string | null): readonly NamedEmoji[] => {
  const { data } = useQuery({ queryKey: ['emoji'], enabled: letters !== null, queryFn: loadEmoji });
  if (letters === null || !data) return [];
  const wanted = letters.toLowerCase();
  const found = data.filter(({ name }) => name.includes(wanted));
  return found.toSorted((one, other) => Number(other.name.startsWith(wanted)) - Number(one.name.startsWith(wanted))).slice(0, mostFound);
};

const loadEmoji = async (): Promise<readonly NamedEmoji[]> => {
  const { default: shortcodes } = await import('emojibase-data/en/shortcodes/github.json');
  return Object.entries(shortcodes).flatMap(([codes, names]) => {
    const emoji = inColour(String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16))));
    return [names].flat().map((name) => ({ emoji, name }));
  });
};

/** Some signs are shown as text unless a variation selector follows (UTS #51, emoji presentation sequence). */
const inColour = (emoji: string): string => (/^\p{Emoji_Presentation}|\u{200d}|\u{fe0f}/u.test(emoji) ? emoji : `${emoji}\u{fe0f}`);
