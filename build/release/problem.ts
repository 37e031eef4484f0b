import { type MessageKey, type MessageParams, translate } from '../../shared/i18n/index.ts';

/** Why a release step was not done, in words for the maintainer. */
export class ReleaseProblem extends Error {
  constructor(key: MessageKey, params: MessageParams = {}) {
    super(translate('vi', key, params));
    this.name = 'ReleaseProblem';
  }
}
