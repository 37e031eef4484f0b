import {
  downloadName,
  extensionOfMime,
  filePath,
  fileSize,
  fileTypeWords,
  type Language,
  postPath,
  smallPath,
} from '../../shared/content/index.ts';
import { html, type Markup } from '../../shared/site/index.ts';
import { formatDate } from '../../shared/vietnamese/index.ts';
import { frame } from './frame.ts';
import type { Album, HoldingPage, OfferedFile } from './holdings.ts';
import { focusOf, pager, titleOf } from './lists.ts';
import { ALBUMS_PATH, FILES_PATH, type Site, say } from './parts.ts';

/** The posts with galleries, each by its first picture. */
export function albumsPage(site: Site, list: HoldingPage<Album>): string {
  const heading = say('vi', 'site.albums');
  const items = list.items.map(
    (album) => html`<li>
<a href="${postPath(album.post, album.title)}"${foreign(album.language)}><span class="cover"><img${focusOf(album)} src="${smallPath(album.media, 320)}" srcset="${smallPath(album.media, 320)} 320w, ${smallPath(album.media, 800)} 800w" sizes="(min-width: 40rem) 15rem, 50vw" alt="" loading="lazy" decoding="async"></span>${album.title}</a>
<p class="date">${say('vi', 'site.pictures', { count: album.pictures })}, <time datetime="${album.first_at}">${formatDate(album.first_at)}</time></p>
</li>\n`,
  );
  return frame(site, {
    ...{ language: 'vi', title: titleOf(heading, list), description: null, category: null },
    ...{ path: ALBUMS_PATH, page: list.page, date: list.items[0]?.first_at },
    main: html`<h1>${heading}</h1>\n<ul class="albums">\n${items}</ul>\n${pager(list, ALBUMS_PATH, 'vi')}`,
  });
}

/** What can be downloaded from any post, each with the post it is from. */
export function filesPage(site: Site, list: HoldingPage<OfferedFile>): string {
  const heading = say('vi', 'site.files');
  const items = list.items.map(({ reference, words, post, title, language, first_at }) => {
    const name = downloadName(reference);
    const about = `${fileTypeWords(extensionOfMime(reference.mime), 'vi')}, ${fileSize(reference.bytes, 'vi')}`;
    return html`<li><a href="${filePath(reference)}" download="${name}">${words === '' ? name : words}</a> <span class="about">${about}</span>
<p class="date"><time datetime="${first_at}">${formatDate(first_at)}</time> ${say('vi', 'site.file_in')} <a href="${postPath(post, title)}"${foreign(language)}>${title}</a></p></li>\n`;
  });
  return frame(site, {
    ...{ language: 'vi', title: titleOf(heading, list), description: null, category: null },
    ...{ path: FILES_PATH, page: list.page, date: list.items[0]?.first_at },
    main: html`<h1>${heading}</h1>\n<ul class="files">\n${items}</ul>\n${pager(list, FILES_PATH, 'vi')}`,
  });
}

function foreign(language: Language): Markup | false {
  return language !== 'vi' && html` lang="${language}"`;
}
