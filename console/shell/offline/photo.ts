/** Longer sides are shrunk to this, in pixels: a page of handwriting stays legible. */
const longest = 2000;
const quality = 0.85;

/**
 * A photograph of the camera as it is kept: drawn anew, so that it is small and says nothing of where
 * and with what it was taken. The server looks at it again.
 * @returns null when the browser cannot read it as a picture
 */
export async function shrinkPhoto(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality);
    });
  } catch {
    return null;
  }
}
