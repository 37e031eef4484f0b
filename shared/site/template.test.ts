import { describe, expect, it } from 'vitest';
import { html, trusted } from './template.ts';

describe('a template', () => {
  it('escapes every value, in text and in a quoted attribute', () => {
    const nasty = `"><script>alert('x')</script>&amp;`;
    expect(html`<p title="${nasty}">${nasty}</p>`.text).not.toMatch(/<script|"">|'x'/);
    expect(html`<b>${'<&>"\''}</b>`.text).toBe('<b>&lt;&amp;&gt;&quot;&#39;</b>');
  });

  it('puts markup in as it is, alone or in a list', () => {
    const item = html`<li>${1}</li>`;
    expect(html`<ul>${[item, item]}</ul>`.text).toBe('<ul><li>1</li><li>1</li></ul>');
    expect(html`${trusted('<hr>')}`.text).toBe('<hr>');
  });

  it('draws nothing for null and false', () => {
    expect(html`a${null}b${false}c`.text).toBe('abc');
  });
});
