export const posts = {
  'posts.copyTitle': '{title} (bản trên máy này)',
} as const;
