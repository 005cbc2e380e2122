"""The style sheet of a report, for screens light and dark, and for paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b1a; --soft: #5d5a56; --line: #d8d4ce; --back: #fbfaf8; --card: #fff;
  --error: #b3261e; --warning: #855400; --advice: #1d5b9e; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #eceae6; --soft: #aaa69f; --line: #45423e; --back: #191817; --card: #22211f;
    --error: #ff8a80; --warning: #f0b84a; --advice: #8dbdf2; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 82rem; padding: 1.5rem; background: var(--back); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.125rem; margin: 0 0 .5rem; break-after: avoid; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0; }
a { color: inherit; }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1rem; }
.soft { color: var(--soft); }
.sheets + ol { margin-top: 1rem; }
@media (min-width: 60rem) {
  .beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; }
  .sheets + ol { margin-top: 0; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
figure { margin: 0 0 1rem; }
.sheet { position: relative; border: 1px solid var(--line); }
img { display: block; width: 100%; height: auto; background: #fff; }
figcaption { color: var(--soft); font-size: .875rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: .5rem .75rem; margin-bottom: .75rem; background: var(--card); border: 1px solid var(--line);
  border-left: .3rem solid var(--tone); break-inside: avoid; scroll-margin-top: 1rem; }
li:target { outline: 2px solid var(--tone); }
.number { display: inline-block; min-width: 1.5em; padding: 0 .3em; margin-right: .5em; text-align: center;
  border-radius: .2em; background: var(--mark); color: #fff; font-size: .875rem; font-weight: 600;
  text-decoration: none; }
.severity { color: var(--tone); font-weight: 600; margin-right: .5em; }
.message { overflow-wrap: anywhere; }
.error { --tone: var(--error); --mark: #b3261e; }
.warning { --tone: var(--warning); --mark: #855400; }
.advice { --tone: var(--advice); --mark: #1d5b9e; }
pre { margin: .4rem 0; padding: .4rem; overflow-x: auto; border: 1px solid var(--line); white-space: pre-wrap;
  overflow-wrap: anywhere; }
mark { background: none; color: var(--tone); font-weight: 700; text-decoration: underline; }
.box { position: absolute; margin: -3px; border: 2px solid var(--mark); border-radius: 2px; text-decoration: none; }
.box.advice { border-style: dotted; }
.box.warning { border-style: dashed; }
.box .number { position: absolute; right: 100%; top: -2px; margin: 0; font-size: .75rem; line-height: 1.4; }
.box .within { right: auto; left: 0; }
.top { position: absolute; top: .25rem; left: .25rem; }
a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
dt { font-weight: 600; margin-top: .75rem; scroll-margin-top: 1rem; }
dd { margin: 0; max-width: 44rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; background: #fff; }
  figure { break-inside: avoid; max-width: 14cm; }
  .box, .number { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
"""Text has a contrast of 4.5 to 1 at least on what is behind it, in both; boxes differ by their lines as well."""
