// An SVG as a PNG, drawn by the browser itself.
const SHARP = 2;
const LARGEST = 8000;

/** The picture of an SVG file at twice its size, on white. */
export async function rasterise(svg: Blob): Promise<Blob> {
  const { text, width, height } = sized(await svg.text());
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error("no picture")); }, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same SVG with the size in which it is drawn: it has none of its own, only what it shows. */
function sized(text: string): { text: string; width: number; height: number } {
  const [, across, down] = /^<svg[^>]* viewBox="\S+ \S+ (\S+) (\S+)"/.exec(text) ?? [];
  if (!across || !down) throw new Error("no size");
  const scale = Math.min(SHARP, LARGEST / Math.max(Number(across), Number(down)));
  const width = Math.round(Number(across) * scale), height = Math.round(Number(down) * scale);
  return { text: text.replace("<svg", `<svg width="${width}" height="${height}"`), width, height };
}
