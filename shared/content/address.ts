import { slugOf } from '../vietnamese/index.ts';

/** The short public id of a post: the last 12 hex digits of its UUIDv7, which are random. */
export function publicIdOf(post: string): string {
  return post.replaceAll('-', '').slice(-12);
}

/**
 * The public path of a post. The id finds it, the words are for people: an address with other words but the same id
 * redirects here, so a corrected title breaks no link.
 */
export function postPath(post: string, title: string): string {
  const slug = slugOf(title);
  return `/bai-viet/${slug === '' ? '' : `${slug}-`}${publicIdOf(post)}`;
}
