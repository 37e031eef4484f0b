import { escapeText, renderInline } from './html-inline.ts';
import type { TableBlock, TableCell } from './node.ts';

/**
 * The HTML of a table. Its frame scrolls sideways on a phone, and by keyboard too. Headings say which way they look
 * (`scope`); an empty corner is no heading, for there is nothing to read out.
 */
export function renderTable({ caption, headerRow, headerColumn, widths, rows }: TableBlock): string {
  const parts = ['<div class="table" tabindex="0"><table>'];
  if (caption) parts.push(`<caption>${escapeText(caption)}</caption>`);
  if (widths) parts.push(`<colgroup>${widths.map((width) => `<col width="${width / 10}%">`).join('')}</colgroup>`);
  // A cell that reaches below the head would be cut off at its end: then all rows are one group.
  const hasHead = headerRow && rows.length > 1 && rows[0]?.cells.every(({ rowspan }) => rowspan === undefined) === true;
  parts.push(hasHead ? '<thead>' : '<tbody>');
  let coveredRows = 0;
  for (const [index, { cells }] of rows.entries()) {
    const isFirstColumnFree = coveredRows === 0;
    if (isFirstColumnFree) coveredRows = cells[0]?.rowspan ?? 1;
    coveredRows -= 1;
    const tags = cells.map((cell, at) => {
      const isRowHeader = headerColumn && isFirstColumnFree && at === 0;
      return renderCell(cell, headerRow && index === 0 ? 'col' : isRowHeader ? 'row' : null);
    });
    parts.push(`<tr>${tags.join('')}</tr>`);
    if (hasHead && index === 0) parts.push('</thead><tbody>');
  }
  parts.push('</tbody></table></div>');
  return parts.join('');
}

function renderCell({ children, colspan, rowspan }: TableCell, scope: 'col' | 'row' | null): string {
  const inner = renderInline(children);
  const spans = `${colspan ? ` colspan="${colspan}"` : ''}${rowspan ? ` rowspan="${rowspan}"` : ''}`;
  if (scope === null || inner === '') return `<td${spans}>${inner}</td>`;
  return `<th scope="${scope}"${spans}>${inner}</th>`;
}
