import { expect, test } from "vitest";
import { pickAddress } from "./mark-address";

test.each([
	["without proxies of ours the header is not believed", "1.2.3.4", "203.0.113.9", 0, "203.0.113.9"],
	["one proxy: what it appended", "6.6.6.6, 203.0.113.9", "10.0.0.1", 1, "203.0.113.9"],
	[
		"two proxies: what the outer one appended",
		"6.6.6.6, 203.0.113.9, 10.0.0.2",
		"10.0.0.1",
		2,
		"203.0.113.9",
	],
	["a header shorter than the chain", "203.0.113.9", "10.0.0.1", 3, "10.0.0.1"],
	["IPv4 in IPv6 clothes", undefined, "::ffff:203.0.113.9", 0, "203.0.113.9"],
	["nothing known", undefined, undefined, 0, ""],
])("%s", (_name, forwarded, peer, hops, expected) => {
	expect(pickAddress(forwarded, peer, hops)).toBe(expected);
});
