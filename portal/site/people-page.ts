import { html, type Markup, type SitePerson } from '../../shared/site/index.ts';
import { frame } from './frame.ts';
import { PEOPLE_PATH, type Site, say } from './parts.ts';

/** Leaders with what the law asks of them, and the staff who agreed to be named. `null` while nobody is. */
export function peoplePage(site: Site, people: readonly SitePerson[]): string | null {
  if (people.length === 0) return null;
  const title = say('vi', 'site.people');
  const leaders = people.filter(({ isLeader }) => isLeader);
  const staff = people.filter(({ isLeader }) => !isLeader);
  return frame(site, {
    ...{ language: 'vi', title, description: null, category: null, path: PEOPLE_PATH },
    main: html`<div class="people">\n<h1>${title}</h1>\n${leaders.length > 0 && list(say('vi', 'site.leaders'), leaders)}${staff.length > 0 && list(say('vi', 'site.staff'), staff)}</div>`,
  });
}

/** What nobody wrote of a person is left out. */
function list(heading: string, people: readonly SitePerson[]): Markup {
  const items = people.map((person) => {
    const lines = (['duties', 'phone', 'email'] as const).flatMap((part) =>
      person[part] === ''
        ? []
        : [html`<div><dt>${say('vi', PART_NAMES[part])}</dt> <dd>${cell(part, person[part])}</dd></div>\n`],
    );
    return html`<li>
<h3>${person.name}</h3>
${person.office !== '' && html`<p>${person.office}</p>\n`}${lines.length > 0 && html`<dl>\n${lines}</dl>\n`}</li>\n`;
  });
  return html`<h2>${heading}</h2>\n<ul>\n${items}</ul>\n`;
}

const PART_NAMES = { duties: 'site.duties', phone: 'site.phone', email: 'site.email' } as const;

function cell(part: 'duties' | 'phone' | 'email', words: string): Markup {
  if (part === 'phone' && words !== '') return html`<a href="tel:${words.replace(/[^\d+]/g, '')}">${words}</a>`;
  if (part === 'email' && words !== '') return html`<a href="mailto:${words}">${words}</a>`;
  return html`${words}`;
}
