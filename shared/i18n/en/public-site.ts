/** The public site's search, archive, map and feeds. */
export const publicSite = {
  'site.search': 'Search',
  'site.search_label': 'Search the published posts, with or without Vietnamese marks',
  'site.search_none': 'Nothing was found. Try fewer words, or look in the archive.',
  'site.search_many': '{count} posts or more; add words to narrow the search.',
  'site.previous': 'Previous page',
  'site.next': 'Next page',
  'site.search_count': 'Posts found: {count}.',
  'site.archive': 'Archive by month',
  'site.month': '{year}-{month}',
  'site.sitemap': 'Site map',
  'site.feed': 'Atom feed',
} as const;
