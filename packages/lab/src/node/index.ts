/** @xphi/lab/node: what needs files and threads. */
export {}
