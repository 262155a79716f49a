export const engines: Readonly<Record<string, { readonly path: string | undefined }>>
export function fingerprintOf(name: string): Promise<Readonly<Record<string, string>>>
