/**
 * Makes the taken-along pages open without network.
 * @returns whether they do now; false in a browser without service workers
 */
export async function keepPages(): Promise<boolean> {
  const container = (navigator as { readonly serviceWorker?: ServiceWorkerContainer })
    .serviceWorker;
  if (container === undefined) return false;
  try {
    await container.register('/console/service-worker.js', { scope: '/console/' });
    const registration = await container.ready;
    return registration.active !== null;
  } catch {
    return false;
  }
}
