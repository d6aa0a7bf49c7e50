import { expect, test } from "vitest";
import { addressKey } from "./address-key";

test.each([
	["203.0.113.9", "203.0.113.9"],
	["::ffff:203.0.113.9", "203.0.113.9"],
	["2001:db8:1:2:aaaa::1", "2001:db8:1:2"],
	["2001:0db8:0001:0002:ffff:0:0:9", "2001:db8:1:2"],
	["2001:db8::1", "2001:db8:0:0"],
	["::1", "0:0:0:0"],
	["fe80::1%eth0", "fe80:0:0:0"],
	[null, "unknown"],
])("%s is counted as %s", (address, key) => {
	expect(addressKey(address)).toBe(key);
});
