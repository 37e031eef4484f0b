/** The screen *My tasks*. */
export const tasks = {
  'tasks.title': 'My tasks',
  'tasks.open': 'My tasks',
  'tasks.loading': 'Looking up your tasks…',
  'tasks.none': 'Nothing is waiting for you.',
  'tasks.late': 'Late ({count})',
  'tasks.waiting': 'Waiting for you ({count})',
  'tasks.others': 'Others are at it, or were given it ({count})',
  'tasks.more': '{count} more; choose the filter for your turn in the list to see them all.',
  'tasks.calendar': 'The holidays of a deadline’s year are not known yet, so it leaves out weekends only.',
  'tasks.year': '{year}: {published} of {target} posts published',
  'tasks.since': '{name} · since {date}',
  'tasks.can': 'You can do now, even offline: {actions}',
  'tasks.unreviewed': 'Remember: public, and not reviewed by a second person.',
  'tasks.due.late': 'Late by {count} working days (due {date})',
  'tasks.due.today': 'Due today',
  'tasks.due.left': '{count} working days left (due {date})',
} as const;
