/** What a person may do about a verdict, in few kinds: each has a sentence under `inbox.next.STEP`. */
export const NEXT_STEPS = [
  'look_again',
  'settled',
  'merge',
  'rules',
  'role',
  'mend',
  'key',
  'online',
  'newer',
  'adopt',
  'erased',
  'away',
  'tell',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

const STEPS: Readonly<Record<string, NextStep>> = {
  // Somebody else was first: an approval overtaken by a recall, a race between two reviewers.
  review_moved: 'settled',
  built_on_refused: 'look_again',
  edited_since: 'look_again',
  wrong_state: 'settled',
  other_revision: 'look_again',
  other_stage: 'settled',
  passed_stage: 'settled',
  claimed: 'settled',
  not_claimed: 'settled',
  not_theirs: 'look_again',
  not_live: 'settled',
  reviewed_already: 'settled',
  nothing_new: 'settled',
  content_changed: 'look_again',
  render_changed: 'look_again',
  // The words are here, beside those that were taken.
  head_moved: 'merge',
  not_yours: 'merge',
  rules_changed: 'rules',
  checks_open: 'rules',
  unknown_transition: 'rules',
  not_shown: 'settled',
  wrong_role: 'role',
  not_owner: 'role',
  wrote_it: 'role',
  published_it: 'role',
  no_title: 'mend',
  title_too_long: 'mend',
  summary_too_long: 'mend',
  too_many_blocks: 'mend',
  block_over_limit: 'mend',
  no_category: 'mend',
  empty_body: 'mend',
  missing_alt: 'mend',
  missing_pictures: 'mend',
  no_change_note: 'mend',
  no_replacement: 'mend',
  bad_seal: 'key',
  unknown_key: 'key',
  offline: 'online',
  unknown_mutation: 'newer',
  newer_version: 'newer',
  erased: 'erased',
};

/** What to do next about a verdict's code. One nobody foresaw is for the unit's administrator. */
export function nextStep(code: string, outcome: string): NextStep {
  return outcome === 'set_aside' ? 'adopt' : (STEPS[code] ?? 'tell');
}
