/** The first file that is handed out from `click` on, by its name and text; waits until there is one. */
export async function handedFile(click: () => void): Promise<{ name: string; text: string }> {
  const { createObjectURL } = URL;
  const { click: originalClick } = HTMLAnchorElement.prototype;
  let text: Promise<string> | undefined;
  try {
    const name = await new Promise<string>((done) => {
      URL.createObjectURL = (blob: Blob) => {
        text = blob.text();
        return createObjectURL.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        done(this.download);
      };
      click();
    });
    return { name, text: (await text) ?? '' };
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = originalClick;
  }
}
