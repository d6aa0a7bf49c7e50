import { badgeGlyphs } from "@/lib/domains/trust/constants/badge-glyphs";

/** A picture of some words beside the card's name, as an SVG of its own: no script, no link, nothing fetched. */
export function drawBadge({
	label,
	words,
	isHeld,
}: {
	label: string;
	words: string;
	isHeld: boolean;
}): string {
	const [left, right] = [widthOf(label) + 34, widthOf(words) + 24];
	const width = left + right;
	const title = escapeXml(`${label}: ${words}`);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="32" viewBox="0 0 ${width} 32" role="img" aria-label="${title}"><title>${title}</title><clipPath id="r"><rect width="${width}" height="32" rx="6"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="32" fill="#0b2b33"/><rect x="${left}" width="${right}" height="32" fill="${isHeld ? "#0e6e6e" : "#5d6b70"}"/></g><path d="M10 11l6-3 6 3v5c0 4-2.500 6.500-6 8-3.500-1.500-6-4-6-8z" fill="none" stroke="#c8f560" stroke-width="2" stroke-linejoin="round"/><g fill="#fff" font-family="-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif" font-size="13">${drawWords(label, 28)}${drawWords(words, left + 12)}</g></svg>`;
}

const widthOfSign = (sign: string) => (sign.charCodeAt(0) > 0x2e80 ? 13 : 7.2);

/** About how wide a line is at 13 pixels: a Chinese sign is as wide as the type is high, a Latin one about half. */
export function widthOf(text: string): number {
	return Math.ceil([...text].reduce((sum, sign) => sum + widthOfSign(sign), 0));
}

/** Words as outlines where each of their signs has one, as text of the reader's machine otherwise. */
function drawWords(words: string, from: number): string {
	const signs = [...words];
	if (!signs.every((sign) => sign in badgeGlyphs || " ·".includes(sign)))
		return `<text x="${from}" y="21">${escapeXml(words)}</text>`;
	let x = from;
	return signs
		.map((sign) => {
			const at = x;
			x += widthOfSign(sign);
			if (sign === " ") return "";
			if (sign === "·") return `<circle cx="${(at + 3.6).toFixed(1)}" cy="16.3" r="1.2"/>`;
			return `<path transform="translate(${at.toFixed(1)} 9.56) scale(.13)" d="${badgeGlyphs[sign]}"/>`;
		})
		.join("");
}

export function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&apos;");
}
