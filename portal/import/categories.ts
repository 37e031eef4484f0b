import { categoriesOf, categoryName } from '../../shared/rules/index.ts';
import type { Unit } from '../../shared/sync/index.ts';
import { searchWords } from '../../shared/vietnamese/index.ts';
import type { WxrCategory } from './wxr.ts';

/** Which of our categories stands for one of theirs, and how that was found. */
export interface CategoryChoice {
  readonly code: string;
  readonly how: 'told' | 'name' | 'rest';
}

/** Finds our category for each of theirs: as the operator told, by its name, or else the one for news. */
export class CategoryMap {
  readonly #told: ReadonlyMap<string, string>;
  readonly #names: readonly { readonly code: string; readonly name: string }[];
  /** Every choice made so far, by their short name. */
  readonly choices = new Map<string, CategoryChoice & { readonly name: string }>();

  /** @param told our codes by their short names. */
  constructor(level: Unit['level'], today: string, told: ReadonlyMap<string, string>) {
    this.#told = told;
    this.#names = categoriesOf(level, today).flatMap(({ code }) =>
      categoryName(code, 'vi')
        .split('–')
        .map((part) => ({ code, name: folded(part) })),
    );
  }

  isOurs(code: string): boolean {
    return this.#names.some((own) => own.code === code);
  }

  choose({ slug, name }: WxrCategory): CategoryChoice {
    const known = this.choices.get(slug);
    if (known !== undefined) return known;
    const told = this.#told.get(slug);
    const words = folded(name);
    const named = this.#names.find((own) => own.name !== '' && ` ${words} `.includes(` ${own.name} `));
    const choice: CategoryChoice =
      told !== undefined
        ? { code: told, how: 'told' }
        : named !== undefined
          ? { code: named.code, how: 'name' }
          : { code: this.rest(), how: 'rest' };
    this.choices.set(slug, { ...choice, name });
    return choice;
  }

  /** Where posts without a category of ours go: the news. */
  rest(): string {
    return (this.#names.find(({ name }) => name.includes('tin tuc')) ?? this.#names[0])?.code ?? '';
  }
}

function folded(words: string): string {
  return searchWords(words).join(' ');
}
