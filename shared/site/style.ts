import { FOCUS_RULES } from '../content/index.ts';

/**
 * The public site's whole style, which the program's preview shows a post in too. A text in a module rather than a file, so
 * that the bundled portal needs none. Colours are checked for WCAG AA in both schemes; sizes are relative, so that a reader's
 * own text size holds.
 */
export const SITE_STYLE = `${FOCUS_RULES}:root {
  color-scheme: light dark;
  --page: #ffffff;
  --band: #f3f5f8;
  --line: #d5dbe3;
  --text: #1b2430;
  --quiet: #55616f;
  --link: #0c4f8a;
  --mark: #0c4f8a;
  --warn: #b45309;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181d;
    --band: #1c2229;
    --line: #37414d;
    --text: #e4e8ed;
    --quiet: #a7b1be;
    --link: #93c4f1;
    --mark: #3f7fb8;
    --warn: #f0b35c;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
img { max-width: 100%; height: auto; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.75rem; margin: 0 0 1.25rem; }
.wide { max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--page); }
.skip:focus { left: 0; top: 0; z-index: 1; }

header.site { border-top: .3rem solid var(--mark); border-bottom: 1px solid var(--line); background: var(--band); }
header.site .wide { display: flex; align-items: center; justify-content: space-between; flex-wrap: wrap; gap: 0 1.25rem; min-height: 5rem; }
.unit { color: inherit; text-decoration: none; padding: .6rem 0; flex: 1 1 100%; }
.unit:hover .name { text-decoration: underline; }
.unit span { display: block; }
.unit:has(img) { display: flex; align-items: center; gap: .9rem; }
.unit img { flex: none; width: 4rem; height: 4rem; object-fit: contain; }
.unit .portal { color: var(--quiet); font-size: .875rem; }
.unit .name { font-size: 1.2rem; font-weight: 700; line-height: 1.25; text-wrap: balance; }
.unit .slogan { color: var(--quiet); font-size: .9375rem; }
.below { font-size: 1.5rem; margin: 2.5rem 0 1rem; }
.people h2 { font-size: 1.4rem; }
.people ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); }
.people li { border-top: 1px solid var(--line); padding: .9rem 0; }
.people h3, .people p, .people dl, .people dd { margin: 0; }
.people dt, .people dd { display: inline; }
.people dt { color: var(--quiet); }
.people dt::after { content: ":"; }
.menu, .find { flex: none; padding: .6rem 0; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1.5rem; }
.search label { flex-basis: 100%; }
.search input, .search button { font: inherit; color: inherit; padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .25rem; background: var(--page); }
.search input { flex: 1 1 14rem; min-width: 0; }
.search button { background: var(--band); cursor: pointer; }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-decoration-color: var(--mark); }
.snippet { margin: 0 0 .35rem; }
.plain { padding-left: 1.25rem; }
.plain li { padding: .3rem 0; }
.plain time { color: var(--quiet); padding-right: .5rem; }
footer.site .links { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 1rem 0 0; }

.columns { padding-top: 1.5rem; padding-bottom: 3rem; }
.side { margin-top: 3rem; }
.categories + .categories { margin-top: 2rem; }
.categories h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
.categories ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.categories li { border-bottom: 1px solid var(--line); }
.categories a { display: block; padding: .55rem .25rem; text-decoration: none; }
.categories a:hover { text-decoration: underline; }
.categories a[aria-current] { font-weight: 700; box-shadow: inset .25rem 0 var(--mark); padding-left: .75rem; }

.breadcrumbs { font-size: .9375rem; margin-bottom: .75rem; }
.breadcrumbs ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0; padding: 0; }
.breadcrumbs li + li::before { content: "›" / ""; color: var(--quiet); padding: 0 .5rem; }
.dates, .date { color: var(--quiet); font-size: .9375rem; margin: 0; }
.dates { margin-bottom: 1rem; }

.posts { list-style: none; margin: 0; padding: 0; }
.posts > li { display: grid; grid-template-columns: 6.5rem 1fr; gap: 1rem; padding: 1.1rem 0; border-top: 1px solid var(--line); }
.posts > li:not(:has(.cover)) { grid-template-columns: 1fr; }
.posts .cover { aspect-ratio: 4 / 3; background: var(--band); border-radius: .25rem; overflow: hidden; align-self: start; }
.posts .cover img { display: block; width: 100%; height: 100%; object-fit: cover; object-position: var(--fx, 50%) var(--fy, 50%); }
.posts h2 { font-size: 1.125rem; margin: 0 0 .35rem; }
.posts h2 a { text-decoration: none; }
.posts h2 a:hover { text-decoration: underline; }
.posts .summary { display: none; margin: 0 0 .35rem; }
.posts .lead { grid-template-columns: 1fr; border-top: 0; padding-top: 0; }
.posts .lead .cover { aspect-ratio: 16 / 9; }
.posts .lead h2 { font-size: 1.4rem; }
.posts .lead .summary { display: block; }
.blocks { display: grid; gap: 1.5rem 2.5rem; margin-top: 2.5rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
.blocks h2 { font-size: 1.25rem; margin: 0; padding-bottom: .4rem; border-bottom: .2rem solid var(--mark); }
.blocks h2 a, .blocks li a { text-decoration: none; }
.blocks a:hover { text-decoration: underline; }
.blocks ul { list-style: none; margin: 0; padding: 0; }
.blocks li { padding: .55rem 0; border-bottom: 1px solid var(--line); }
.blocks time { color: var(--quiet); font-size: .9375rem; white-space: nowrap; }
.albums { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 45%), 1fr)); }
.albums a { text-decoration: none; font-weight: 600; }
.albums a:hover { text-decoration: underline; }
.albums .cover { display: block; aspect-ratio: 4 / 3; margin-bottom: .5rem; background: var(--band); border-radius: .25rem; overflow: hidden; }
.albums img { display: block; width: 100%; height: 100%; object-fit: cover; object-position: var(--fx, 50%) var(--fy, 50%); }
.files { list-style: none; margin: 0 0 1.5rem; padding: 0; border-top: 1px solid var(--line); }
.files li { border-bottom: 1px solid var(--line); padding: .7rem 0; }
.files .about { color: var(--quiet); font-size: .9375rem; }
.rating div { display: flex; flex-wrap: wrap; gap: .75rem; margin-bottom: 1rem; }
.rating button { font: inherit; color: inherit; min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--quiet); border-radius: .25rem; background: var(--band); cursor: pointer; }
.pager { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.pager span { color: var(--quiet); }
.pager a { padding: .4rem 0; }

.post { max-width: 42rem; }
.post h1 { font-size: clamp(1.7rem, 1.3rem + 1.6vw, 2.25rem); margin: 0 0 .75rem; }
.post header { margin-bottom: 1.5rem; }
.post header .summary { font-size: 1.2rem; line-height: 1.5; margin: 0 0 .75rem; }
.post header .byline { color: var(--quiet); margin: 0; }
.post h2 { font-size: 1.4rem; margin: 2rem 0 .75rem; }
.post h3 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
.post h4 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
.post p, .post ul, .post ol { margin: 0 0 1rem; }
.post li > ul, .post li > ol { margin: .25rem 0; }
.post ul, .post ol { padding-left: 1.5rem; }
.post figure { margin: 1.75rem 0; }
.post figure img { display: block; width: auto; margin: 0 auto; border-radius: .25rem; }
.post figcaption { color: var(--quiet); font-size: .9375rem; padding-top: .5rem; }
.post .credit { font-style: italic; }
.post blockquote { margin: 1.5rem 0; padding: .25rem 0 .25rem 1.25rem; border-left: .25rem solid var(--mark); }
.post blockquote p { margin: 0; }
.post hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.post code { font-family: ui-monospace, Consolas, monospace; font-size: .9375em; }
.post .callout { margin: 1.5rem 0; padding: .85rem 1.1rem; background: var(--band); border-left: .25rem solid var(--mark); border-radius: .25rem; }
.post .callout.important { border-left-color: var(--warn); }
.post .callout p { margin: 0; }
.post .table { margin: 1.75rem 0; overflow-x: auto; }
.post table { border-collapse: collapse; min-width: 100%; }
.post caption { color: var(--quiet); font-size: .9375rem; padding-bottom: .5rem; text-align: left; }
.post th, .post td { min-width: 4rem; padding: .45rem .65rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.post th { background: var(--band); }
.post .pictures { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); }
.post .pictures figure { margin: 0; }
.post .pictures img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; object-position: var(--fx, 50%) var(--fy, 50%); }
.post .file { margin: 1.5rem 0; padding: .85rem 1.1rem; border: 1px solid var(--line); border-radius: .25rem; }
.post .file .about { display: block; color: var(--quiet); font-size: .9375rem; }
.post .video { margin: 1.5rem 0; padding: .85rem 1.1rem; border: 1px solid var(--line); border-radius: .25rem; }
.post .video a::before { content: "▶ " / ""; }
.post .video .site { display: block; color: var(--quiet); font-size: .9375rem; }

footer.site { border-top: 1px solid var(--line); background: var(--band); font-size: .9375rem; padding: 1.75rem 0 2.25rem; }
footer.site .name { font-weight: 700; margin: 0 0 .75rem; }
footer.site dl { display: grid; gap: .35rem 2.5rem; margin: 0; }
footer.site dt { color: var(--quiet); }
footer.site dt, footer.site dd { display: inline; margin: 0; }
footer.site dt::after { content: ":"; }

@media (min-width: 40rem) {
  .unit { flex-basis: 0; }
  .unit .name { font-size: 1.4rem; }
  .posts > li { grid-template-columns: 12rem 1fr; gap: 1.5rem; padding: 1.4rem 0; }
  .posts h2 { font-size: 1.25rem; }
  .posts .summary { display: block; }
  .posts .lead h2 { font-size: 1.6rem; }
  footer.site dl { grid-template-columns: repeat(2, 1fr); }
}
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 3.5rem; padding-top: 2rem; }
  .side { margin-top: .25rem; }
  .menu { display: none; }
  .posts .lead { grid-template-columns: 3fr 2fr; }
  .posts .lead .cover { aspect-ratio: 3 / 2; }
}
@media print {
  .skip, .menu, .find, .side, .breadcrumbs, .pager, .search, .rating, footer.site .links { display: none; }
  .post a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; }
  figure, tr { break-inside: avoid; }
  .columns { display: block; }
}
`;
