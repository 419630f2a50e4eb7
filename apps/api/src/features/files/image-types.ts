/** Images that are shown as such. Each is written anew before it is kept. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;
export type ImageType = (typeof imageTypes)[number];

const endings = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif']);

export const isImageType = (mediaType: string): mediaType is ImageType => imageTypes.some((type) => type === mediaType);

/** `ending` with its dot, as in a file's name. */
export const isImageEnding = (ending: string): boolean => endings.has(ending.toLowerCase());
