/** The style sheet of the pages of functions. */
import { dark, declarations, light } from '@xphi/lab/chart'

export const style = `:root{${declarations(light)};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${declarations(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:1.25rem 1.25rem 5rem;max-width:52rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1,h2,p,ul,dl,dd,figure{margin:0;padding:0}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.2;font-weight:650;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.01em;margin-bottom:.5rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-bottom:2rem;font-size:.9375rem}
nav a{padding:.3rem 0;color:var(--ink);text-decoration:none}
nav a:hover{text-decoration:underline}
a{color:var(--series0)}
section{margin-top:2.5rem}
section>ul:not(.gallery){padding-left:1.1rem}
section li+li{margin-top:.35rem}
.quiet,dt,figcaption{color:var(--muted)}
dl{display:grid;grid-template-columns:minmax(7rem,auto) minmax(0,1fr);gap:.4rem 1.5rem;align-items:baseline}
dt,figcaption{font-size:.875rem}
.formulas{margin:1.75rem 0 .75rem;align-items:center}
.formulas dd{overflow-x:auto;overflow-y:hidden;padding:.15rem 0;font-size:1.125rem}
.formulas dd:first-of-type{font-size:1.75rem}
math{display:inline-block;width:max-content;text-align:left}
code{font:.9375rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--muted);overflow-wrap:anywhere}
figure{margin-top:1.5rem;max-width:34rem}
figure svg{display:block;width:100%;height:auto}
.links{display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;align-items:center;margin-top:1.5rem}
.primary{padding:.45rem .9rem;border-radius:.4rem;background:var(--series0);color:var(--paper);font-weight:600;text-decoration:none}
table{border-collapse:collapse;font-size:.9375rem}
th,td{padding:.35rem 1.5rem .35rem 0;border-bottom:1px solid var(--faint);font-weight:400;text-align:left;vertical-align:baseline}
thead th{color:var(--muted);font-size:.8125rem}
.numbers th,.numbers td{text-align:right}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:.5rem;list-style:none;padding:0}
.gallery li+li{margin-top:0}
.gallery a{display:grid;padding:.6rem;border-radius:.4rem;color:inherit;text-decoration:none;font-size:.8125rem;line-height:1.4;overflow-wrap:anywhere}
.gallery a:hover{background:var(--faint)}
.gallery svg{width:100%;height:auto;margin-bottom:.35rem;overflow:hidden}
:focus-visible{outline:2px solid var(--series0);outline-offset:3px}
@media (max-width:30rem){dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.6rem}}
@media print{body{padding:0;max-width:none;font-size:10pt}nav,.links{display:none}}
`
