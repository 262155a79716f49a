/** The style sheet of a report. It stands in the page, and the page's policy admits it alone, by its hash. */
import { dark, declarations, light, themed } from '../chart/palette.ts'

const series = themed.series.map((colour, i) => `.series${i}{color:${colour}}`).join('\n')

export const css = `:root{${declarations(light)};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${declarations(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:3rem 1.25rem 5rem;max-width:75rem;background:var(--paper);color:var(--ink);font:1rem/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1,h2,h3,p,figure,dl,dd,ul,pre{margin:0;padding:0}
h1{font-size:clamp(1.5rem,1.1rem + 1.7vw,2.25rem);line-height:1.22;font-weight:650;letter-spacing:-.02em;max-width:26em;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.01em;margin-bottom:.35rem}
h3{font-size:1rem;font-weight:650;margin:1.75rem 0 .5rem}
p,header ul{max-width:46em}
header p,header ul{margin-top:.85rem}
header ul{padding-left:1.1rem}
header .eyebrow{margin:0 0 .9rem;color:var(--muted);font-size:.875rem}
.warning{font-weight:600}
section{margin-top:3.5rem}
section>p{color:var(--muted)}
.small{margin-top:.9rem;color:var(--muted);font-size:.8125rem;max-width:62em}
.scroll{overflow-x:auto}
.scroll:focus-visible,pre:focus-visible{outline:2px solid var(--series0);outline-offset:3px}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
caption{text-align:left;color:var(--muted);padding-bottom:.9rem}
caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem);overflow-wrap:anywhere}
thead bdi,tbody th bdi{overflow-wrap:anywhere}
th,td{text-align:left;vertical-align:top;padding:.55rem .8rem .55rem 0;font-weight:400}
td.number,th.number{text-align:right}
th:last-child,td:last-child{padding-right:0}
thead th{vertical-align:bottom;color:var(--muted);font-size:.8125rem;border-bottom:1px solid var(--middle)}
tbody tr{border-bottom:1px solid var(--faint)}
tbody th{min-width:9.5rem;max-width:19rem}
tbody th code{display:block;color:var(--muted);font-size:.75rem;overflow-wrap:anywhere}
td b{font-weight:650}
td.number{white-space:nowrap}
small{display:block;color:var(--muted);font-size:.75rem}
td:last-child small{white-space:normal;min-width:9rem}
sup{font-size:.85em;line-height:0}
em{color:var(--series1);font-style:normal;font-weight:600}
svg{display:block;max-width:none}
.drawn{clip-path:inset(0)}
.whisker{margin:-.3rem 0;overflow:visible}
thead .whisker{margin:.35rem 0 0}
.sample{display:inline-block;vertical-align:middle;margin-right:.5rem}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem 2.5rem;margin-top:1.25rem}
.pair figcaption{font-weight:600;margin-bottom:.25rem}
.chart{width:100%;min-width:22rem;max-width:31rem;height:auto;font-family:inherit;overflow:visible}
.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.planes{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,11.2rem));gap:1.25rem 1rem;margin-top:1rem}
.plane,.empty{width:100%;height:auto;aspect-ratio:1}
.empty{display:grid;place-items:center;color:var(--series1);background:var(--faint);text-align:center}
.planes figcaption{margin-top:.35rem;font-size:.875rem}
.marks{position:absolute}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin-top:.75rem;font-size:.875rem}
.swatch{display:inline-block;width:1rem;height:1rem;margin-right:.5rem;vertical-align:-.15rem;background:currentColor}
${series}
dl{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.55rem 1.5rem;margin-top:.75rem;max-width:60rem}
dt{color:var(--muted)}
dd ul{padding-left:1.1rem;margin-top:.25rem}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{font-size:.875rem;line-height:1.5;padding:.85rem 1rem;background:var(--faint);white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
@media (max-width:46rem){
body{padding:1.75rem 1rem 3.5rem}
section{margin-top:2.75rem}
.pair{grid-template-columns:minmax(0,1fr)}
.planes{grid-template-columns:repeat(2,minmax(0,1fr))}
dl{grid-template-columns:minmax(0,1fr);gap:0}
dd{margin-bottom:.75rem}
th:first-child{position:sticky;left:0;z-index:1;background:var(--paper)}
tbody th{min-width:8.5rem;max-width:8.5rem}
}
@media print{
body{padding:0;max-width:none;font-size:10pt;background:none}
table{font-size:8pt}
.scroll{overflow:visible}
figure,tr{break-inside:avoid}
h2,h3{break-after:avoid}
}`

/** SHA-256 of `css`, in base64. */
export const cssHash = 'q203DZQ7WuYrnHxe1sF+wT7YwH+qvYb/NyTiF/+WPSM='
