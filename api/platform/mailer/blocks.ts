import { Html, markup } from './html.js'

/** A block with its texts as HTML: what people wrote is in it, or slots where it will be. */
export type LaidBlock =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'quiet' | 'quote'; readonly text: Html }
  | { readonly kind: 'list'; readonly items: readonly { readonly about?: Html; readonly text: Html }[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [Html, Html])[] }
  | { readonly kind: 'button' | 'link'; readonly label: Html; readonly href: Html }
  | { readonly kind: 'table'; readonly head: readonly Html[]; readonly rows: readonly (readonly Html[])[] }
  | { readonly kind: 'picture'; readonly source: Html; readonly alt: Html }

/** One block as MJML. */
export function block(laid: LaidBlock): Html {
  switch (laid.kind) {
    case 'heading':
      return markup`<mj-text css-class="ink" font-size="23px" font-weight="700" line-height="1.25" letter-spacing="-0.3px" padding="0 24px 14px">${laid.text}</mj-text>`
    case 'subheading':
      return markup`<mj-text css-class="ink" font-size="17px" font-weight="700" line-height="1.3" padding="4px 24px 6px">${laid.text}</mj-text>`
    case 'paragraph':
      return markup`<mj-text css-class="ink">${laid.text}</mj-text>`
    case 'quiet':
      return markup`<mj-text css-class="muted" font-size="14px" color="#4d5f5c">${laid.text}</mj-text>`
    case 'quote':
      return markup`<mj-table css-class="ink" cellpadding="0"><tr class="quote"><td class="quote" style="padding:12px 16px;background-color:#f3f6f5;border-left:3px solid #b45309;word-break:break-word">${laid.text}</td></tr></mj-table>`
    case 'list':
      return markup`<mj-table css-class="ink">${laid.items.map((item) => point(item.text, item.about))}</mj-table>`
    case 'facts':
      return markup`<mj-table css-class="ink">${laid.rows.map(([label, value]) => fact(label, value))}</mj-table>`
    case 'button':
      return markup`<mj-button css-class="go" align="left" href="${laid.href}" background-color="#0f4c4a" color="#ffffff" font-size="16px" font-weight="600" border-radius="9px" inner-padding="13px 22px" padding="6px 24px 22px">${laid.label}</mj-button>`
    case 'link':
      return markup`<mj-text css-class="ink"><a href="${laid.href}" class="way" style="color:#0f4c4a;text-decoration:underline">${laid.label}</a></mj-text>`
    case 'table':
      return markup`<mj-table css-class="ink"><tr>${laid.head.map(headCell)}</tr>${laid.rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</mj-table>`
    case 'picture':
      return markup`<mj-image css-class="picture" src="cid:${laid.source}" alt="${laid.alt}" padding="2px 24px 16px" border-radius="10px" fluid-on-mobile="true" />`
  }
}

/** A table's first column says what the others count. */
const NAME = new Html('text-align:left;padding:8px 12px 8px 0')
const FIGURE = new Html('text-align:right;padding:8px 0 8px 10px')
const styleOf = (at: number) => (at === 0 ? NAME : FIGURE)

function headCell(text: Html, at: number): Html {
  return markup`<th scope="col" class="label" style="${styleOf(at)};font-weight:600;font-size:14px;color:#4d5f5c;border-bottom:1px solid #d3dedb">${text}</th>`
}

function cell(text: Html, at: number): Html {
  return markup`<td style="${styleOf(at)};border-bottom:1px solid #d3dedb;word-break:break-word">${text}</td>`
}

function point(text: Html, about: Html | undefined): Html {
  const said = about ? markup`<strong>${about}</strong><br />${text}` : text
  return markup`<tr><td class="dot" style="width:18px;padding:3px 0;vertical-align:top;color:#b45309">•</td><td style="padding:3px 0 7px;vertical-align:top;word-break:break-word">${said}</td></tr>`
}

function fact(label: Html, value: Html): Html {
  return markup`<tr class="fact"><td class="label" style="width:34%;padding:8px 14px 8px 0;vertical-align:top;color:#4d5f5c;border-bottom:1px solid #d3dedb">${label}</td><td class="value" style="padding:8px 0;vertical-align:top;border-bottom:1px solid #d3dedb;word-break:break-word"><strong style="font-weight:600">${value}</strong></td></tr>`
}
