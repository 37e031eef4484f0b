export const coverage = {
  'keepSite.tab.coverage': 'Mandatory categories',
  'coverage.lead': 'The categories that the unit must keep on its public site; what is empty or late comes first.',
  'coverage.empty': 'Empty',
  'coverage.late': 'Late',
  'coverage.due': 'Due soon',
  'coverage.fine': 'Fine',
  'coverage.none': 'Nothing yet.',
  'coverage.has': '{count} {count|post|posts}, the newest of {day}.',
  'coverage.renew': 'Due: {day}.',
  'coverage.unverified': '{basis} (not compared with the original)',
};
