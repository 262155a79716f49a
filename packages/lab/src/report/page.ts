/** The frame of every page that the lab writes: no script, no network, and a policy that allows its own style sheet alone. */
import { escaped } from '../chart/svg.ts'
import { css, cssHash } from './style.ts'

/** A whole document. `title` is text; `header` and `main` are markup whose texts are escaped already. */
export const page = (title: string, header: string, main: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${cssHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
</body>
</html>
`
