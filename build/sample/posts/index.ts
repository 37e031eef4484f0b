import type { SamplePost } from '../types.ts';
import { aboutPosts } from './about.ts';
import { admissionPosts } from './admission.ts';
import { communityPosts } from './community.ts';
import { digitalPosts } from './digital.ts';
import { disclosurePosts } from './disclosure.ts';
import { eventPosts } from './events.ts';
import { noticePosts } from './notices.ts';
import { safetyPosts } from './safety.ts';
import { teachingPosts } from './teaching.ts';

/** All posts of the sample school, newest first. */
export const samplePosts: readonly SamplePost[] = [
  ...aboutPosts,
  ...admissionPosts,
  ...communityPosts,
  ...digitalPosts,
  ...disclosurePosts,
  ...eventPosts,
  ...noticePosts,
  ...safetyPosts,
  ...teachingPosts,
].toSorted((one, other) => one.daysAgo - other.daysAgo);
