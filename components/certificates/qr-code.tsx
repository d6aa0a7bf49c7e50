import { renderSVG } from "uqr";

/** A QR code as a picture; made here on the server, so that no script draws it. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
	const svg = renderSVG(text, { ecc: "M", border: 2 });
	const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
	// biome-ignore lint/performance/noImgElement: a picture made on the spot
	return <img src={source} alt={label} className={className} width={144} height={144} />;
}
