import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';

/** A failure of the shell that a person can act on: printed as one sentence, exit code 1. */
export class ShellProblem extends Error {
  readonly key: MessageKey;
  readonly params: MessageParams;

  constructor(key: MessageKey, params: MessageParams = {}) {
    super(key);
    this.name = 'ShellProblem';
    this.key = key;
    this.params = params;
  }

  /** The sentence, in Vietnamese. */
  get sentence(): string {
    return translate('vi', this.key, this.params);
  }
}
