import { expect, test } from "vitest";
import { findCurrentItem, type NavigationSection } from "./navigation";

const sections: NavigationSection[] = [
	{
		items: [
			{ href: "/ops", label: "home", icon: null },
			{ href: "/ops/partners", label: "partners", icon: null },
		],
	},
];

test.each([
	["/ops", "home"],
	["/ops/partners", "partners"],
	["/ops/partners/p_1", "partners"],
	["/ops/partnerships", "home"],
	["/brand", undefined],
])("%s belongs to %s", (pathname, label) => {
	expect(findCurrentItem(sections, pathname)?.label).toBe(label);
});
