/**
 * What stands for an address when attempts are counted: IPv4 as it is, IPv6 by its /64, because one subscriber holds at
 * least that many; an unknown address is one bucket for all.
 */
export function addressKey(address: string | null): string {
	if (!address) return "unknown";
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped?.[1]) return mapped[1];
	if (!address.includes(":")) return address;
	const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
	const front = head ? head.split(":") : [];
	const back = tail ? tail.split(":") : [];
	const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0");
	return [...front, ...gap, ...back]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":");
}
