/** A buyer's id as people of the portal see it: enough to tell two apart in a list, not enough to name one. */
export function maskBuyer(buyerId: string | null): string | null {
	if (buyerId === null || buyerId === "") return null;
	const signs = [...buyerId];
	if (signs.length <= 4) return `${signs[0]}***`;
	return `${signs.slice(0, 2).join("")}***${signs.slice(-2).join("")}`;
}
