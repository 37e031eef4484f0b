export const posts = {
  'posts.copyTitle': '{title} (copy from this computer)',
} as const;
