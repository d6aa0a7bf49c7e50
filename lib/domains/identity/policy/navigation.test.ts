import { expect, test } from "vitest";
import { navigationOf } from "./navigation";

const labels = (role: Parameters<typeof navigationOf>[0]) =>
	navigationOf(role).flatMap((group) => group.entries.map((entry) => entry.name));

test("only the administrator sees users and mail", () => {
	expect(labels("admin")).toEqual(expect.arrayContaining(["users", "mail", "audit"]));
	expect(labels("ops_reviewer")).not.toEqual(expect.arrayContaining(["users"]));
	expect(labels("auditor")).toEqual(expect.arrayContaining(["audit"]));
	expect(labels("ops_reviewer")).not.toContain("audit");
});

test("every role's pages belong to its own workspace", () => {
	for (const [role, prefix] of [
		["partner_member", "/partner"],
		["brand_manager", "/brand"],
		["ops_lead", "/ops"],
	] as const) {
		const hrefs = navigationOf(role).flatMap((group) => group.entries.map((entry) => entry.href));
		expect(hrefs.filter((href) => !href.startsWith(prefix))).toEqual([]);
	}
});
