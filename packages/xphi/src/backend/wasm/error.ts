/**
 * A kernel that cannot be: an unknown parameter, or arrays whose lengths or types do not fit.
 *
 * @example
 * try {
 *   kernelBytes({ activation: activation('gelu'), job: 'backward', type: 'f32', parameterGradients: ['alpha'] })
 * } catch (error) {
 *   error.message // "gelu has no parameter 'alpha'"
 * }
 */
export class KernelError extends Error {
  override readonly name = 'KernelError'
}
