import type { vi } from '../vi/index.ts';
import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { bin } from './bin.ts';
import { blocks } from './blocks.ts';
import { board } from './board.ts';
import { bulk } from './bulk.ts';
import { bundle } from './bundle.ts';
import { calendar } from './calendar.ts';
import { checks } from './checks.ts';
import { conflict } from './conflict.ts';
import { coverage } from './coverage.ts';
import { editor } from './editor.ts';
import { erase } from './erase.ts';
import { errors } from './errors.ts';
import { files } from './files.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { inbox } from './inbox.ts';
import { keepSite } from './keep-site.ts';
import { move } from './move.ts';
import { picture } from './picture.ts';
import { portal } from './portal.ts';
import { posts } from './posts.ts';
import { publicSite } from './public-site.ts';
import { receiving } from './receiving.ts';
import { release } from './release.ts';
import { remarks } from './remarks.ts';
import { review } from './review.ts';
import { rules } from './rules.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { site } from './site.ts';
import { sync } from './sync.ts';
import { tasks } from './tasks.ts';
import { tools } from './tools.ts';
import { translation } from './translation.ts';
import { window } from './window.ts';
import { work } from './work.ts';
import { workflow } from './workflow.ts';

export const en: Readonly<Record<keyof typeof vi, string>> = {
  ...accounts,
  ...audit,
  ...bin,
  ...blocks,
  ...board,
  ...bulk,
  ...bundle,
  ...calendar,
  ...checks,
  ...conflict,
  ...coverage,
  ...editor,
  ...erase,
  ...errors,
  ...find,
  ...files,
  ...help,
  ...imports,
  ...inbox,
  ...keepSite,
  ...move,
  ...picture,
  ...portal,
  ...history,
  ...posts,
  ...release,
  ...remarks,
  ...review,
  ...rules,
  ...receiving,
  ...shell,
  ...publicSite,
  ...shortcuts,
  ...site,
  ...sync,
  ...tasks,
  ...tools,
  ...translation,
  ...window,
  ...work,
  ...workflow,
};
