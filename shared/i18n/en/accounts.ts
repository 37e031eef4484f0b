import type { accounts as vi } from '../vi/accounts.ts';

export const accounts: Record<keyof typeof vi, string> = {
  'password.title': 'Change password',
  'password.text': 'Your other computers will have to sign in again; this one will not. Needs a network.',
  'password.old': 'Password in use',
  'password.new': 'New password',
  'password.hint':
    'At least 15 characters: a short sentence you remember, spaces and accents welcome. Pasting is fine.',
  'password.newNeeded': 'Enter the new password.',
  'password.show': 'Show the new password',
  'password.submit': 'Change password',
  'password.changed': 'The password is changed.',
  'people.reset': 'Reset password',
  'people.resetOf': 'Reset the password of {name}',
  'people.reset.text':
    'They are signed out on every computer and get a one-time password, good for 14 days; at sign-in they choose their own. What they are writing stays on their computer.',
  'people.reset.do': 'Reset',
  'people.reset.done': 'One-time password of {name} (account {account}):',
  'people.reset.once': 'Write it down and hand it over in person. It is shown this once.',
};
