import { expect, test } from "vitest";
import { certificateText, dueReminder, maskName } from "@/lib/domains/certification/rules/certificate-text";

test("the signed text is six lines that never change their order", () => {
	expect(
		certificateText({
			...{ number: "WM-J-2026-000001", level: "junior", holderName: "王小明" },
			...{ issuedOn: "2026-08-20", expiresOn: "2028-08-20" },
		}),
	).toBe("windmaker-certificate/1\nWM-J-2026-000001\njunior\n王小明\n2026-08-20\n2028-08-20");
});

test.each([
	["王明", "王*"],
	["欧阳小明", "欧***"],
	["William Chen", "W***"],
	["王", "王"],
	["𠮷野家", "𠮷**"],
	["", ""],
])("%s is shown as %s", (name, masked) => {
	expect(maskName(name)).toBe(masked);
});

test("reminders go out 60, 30 and 7 days before, each once, and none is made up for", () => {
	expect(dueReminder(61, [])).toBeNull();
	expect(dueReminder(60, [])).toBe(60);
	expect(dueReminder(59, [60])).toBeNull();
	expect(dueReminder(30, [60])).toBe(30);
	expect(dueReminder(8, [60, 30])).toBeNull();
	expect(dueReminder(7, [60, 30])).toBe(7);
	expect(dueReminder(5, [])).toBe(7);
	expect(dueReminder(5, [7])).toBeNull();
	expect(dueReminder(0, [])).toBeNull();
});
