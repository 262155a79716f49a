// Prints the fingerprint of this engine as JSON; in a page it is posted to the server that the page came from. Bundled by scripts/engines.mjs.
import { fingerprint } from '../packages/lab/dist/accuracy/fingerprint.js'

const text = JSON.stringify(await fingerprint())
if (typeof document === 'undefined') console.log(text)
else await fetch('/fingerprint', { method: 'POST', body: text })
