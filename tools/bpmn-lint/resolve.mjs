// @camunda/form-linting is written for bundlers: its imports leave out the file extension.
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (problem) {
    if (!specifier.startsWith('.')) throw problem;
    return next(`${specifier}.js`, context);
  }
}
