import { Html, markup } from './html.js'

/** The parts of a mail as MJML, already safe. */
export interface Laid {
  readonly lang: Html
  readonly title: Html
  readonly preheader: Html
  readonly body: readonly Html[]
  readonly footer: readonly Html[]
}

const SANS = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"

/** What a reader with a dark screen gets; where a mail program knows no such question, the light looks stay. */
const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    body, .ground, .ground > div { background: #0a1413 !important; background-color: #0a1413 !important; }
    .card, .card > table, .card td { background-color: #111e1d !important; }
    .card > table > tbody > tr > td { border-color: #263b39 !important; }
    .ink div, .ink td, .ink strong { color: #e7f0ee !important; }
    .mark div, .mark strong { color: #6fcdc2 !important; }
    .mark span { color: #f2a65a !important; }
    .muted div, .ink .label { color: #a4b8b4 !important; }
    .card .quote td, .card .quote div { background-color: #0d1918 !important; color: #e7f0ee !important; }
    .card .quote { border-left-color: #f2a65a !important; }
    .card .go td, .card .go a { background: #6fcdc2 !important; background-color: #6fcdc2 !important; color: #04211f !important; }
    .ink .way { color: #6fcdc2 !important; }
    .ink td, .ink th { border-color: #263b39 !important; }
    .ink .dot { color: #f2a65a !important; }
  }
  @media only screen and (max-width: 480px) {
    .card > table > tbody > tr > td { padding: 22px 4px !important; }
    .fact td { display: block !important; width: auto !important; }
    .fact .label { border-bottom: 0 !important; padding: 9px 0 0 !important; }
    .fact .value { padding: 1px 0 9px !important; }
    .ink td, .ink div { -webkit-hyphens: auto; hyphens: auto; }
    .go, .go table, .go a { width: 100% !important; box-sizing: border-box; text-align: center !important; }
  }`

/** Our own constants, which hold quotes and signs that must stay what they are. */
const SAFE = { sans: new Html(SANS), dark: new Html(DARK) }

/** The one look of every mail: the name above, what is said on a card, small print below. */
export function layout(laid: Laid): string {
  return markup`<mjml lang="${laid.lang}" dir="auto">
    <mj-head>
      <mj-title>${laid.title}</mj-title>
      <mj-preview>${laid.preheader}</mj-preview>
      <mj-breakpoint width="480px" />
      <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
      <mj-attributes>
        <mj-all font-family="${SAFE.sans}" />
        <mj-text font-size="16px" line-height="1.55" color="#10211f" padding="0 24px 16px" />
        <mj-table font-size="15px" line-height="1.45" color="#10211f" padding="2px 24px 20px" />
      </mj-attributes>
      <mj-style>${SAFE.dark}</mj-style>
    </mj-head>
    <mj-body background-color="#f3f6f5" css-class="ground" width="600px">
      <mj-section padding="26px 0 14px"><mj-column>
        <mj-text css-class="mark" padding="0 28px" font-size="23px" font-weight="700" letter-spacing="-0.6px" line-height="1.2" color="#0f4c4a">Waybill<span style="color:#b45309">.</span></mj-text>
      </mj-column></mj-section>
      <mj-wrapper padding="0 10px"><mj-section css-class="card" background-color="#ffffff" border="1px solid #d3dedb" border-radius="14px" padding="30px 8px 14px"><mj-column>
        ${laid.body}
      </mj-column></mj-section></mj-wrapper>
      <mj-section padding="18px 0 30px"><mj-column>
        ${laid.footer.map((line) => markup`<mj-text css-class="muted" padding="0 28px 6px" font-size="13px" line-height="1.5" color="#4d5f5c">${line}</mj-text>`)}
      </mj-column></mj-section>
    </mj-body>
  </mjml>`.text
}

/** A link in the small print. */
export function footerLink(href: Html, label: Html): Html {
  return markup`<a href="${href}" style="color:inherit;text-decoration:underline">${label}</a>`
}
