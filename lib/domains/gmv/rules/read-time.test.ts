import fc from "fast-check";
import { expect, test } from "vitest";
import { readTime } from "@/lib/domains/gmv/rules/read-time";
import type { TimeFormat } from "@/lib/domains/gmv/types";

test.each<[TimeFormat, string, string | null]>([
	["iso", "2026-03-01 14:05:09", "2026-03-01 14:05:09"],
	["iso", "2026-03-01T14:05", "2026-03-01 14:05:00"],
	["iso", "2026-03-01", "2026-03-01 00:00:00"],
	["iso", "2026-03-01T14:05:09.123", "2026-03-01 14:05:09"],
	["iso", "2026-03-01T16:00:00Z", "2026-03-02 00:00:00"],
	["iso", "2026-03-01T15:59:59Z", "2026-03-01 23:59:59"],
	["iso", "2026-03-01T14:05:09+08:00", "2026-03-01 14:05:09"],
	["iso", "2026-03-01T14:05:09-0530", "2026-03-02 03:35:09"],
	["iso", "2026/03/01 14:05:09", null],
	["iso", "2026-3-1", null],
	["ymd", "2026/03/01 14:05:09", "2026-03-01 14:05:09"],
	["ymd", "2026/3/1 9:05", "2026-03-01 09:05:00"],
	["ymd", "2026.3.1", "2026-03-01 00:00:00"],
	["ymd", "01/03/2026", null],
	["compact", "20260301", "2026-03-01 00:00:00"],
	["compact", "20260301140509", "2026-03-01 14:05:09"],
	["compact", "20260301 14:05:09", "2026-03-01 14:05:09"],
	["compact", "2026030", null],
	["dmy", "01/03/2026 14:05", "2026-03-01 14:05:00"],
	["dmy", "1.3.2026", "2026-03-01 00:00:00"],
	["dmy", "2026/03/01", null],
	["mdy", "03/01/2026 14:05:09", "2026-03-01 14:05:09"],
	["mdy", "3/1/2026 12:05 AM", "2026-03-01 00:05:00"],
	["mdy", "3/1/2026 12:05 PM", "2026-03-01 12:05:00"],
	["mdy", "3/1/2026 11:59:59 pm", "2026-03-01 23:59:59"],
	["mdy", "3/1/2026 13:05 PM", null],
	["mdy", "3/1/2026 0:05 AM", null],
	["unix", "1772294400", "2026-03-01 00:00:00"],
	["unix", "1772294399", "2026-02-28 23:59:59"],
	["unix", "1772294400.75", "2026-03-01 00:00:00"],
	["unix", "-1", null],
	["unix", "177229440000", null],
	["unix-ms", "1772294400000", "2026-03-01 00:00:00"],
	["unix-ms", "1772294399999", "2026-02-28 23:59:59"],
	["unix-ms", "1.5", null],
	["unix-ms", "177229440000000", null],
])("%s reads %s as %s", (format, text, read) => expect(readTime(format, text)).toBe(read));

test("days that do not exist are left for the check of the line, which names them", () => {
	expect(readTime("dmy", "31/02/2026")).toBe("2026-02-31 00:00:00");
	expect(readTime("iso", "2026-02-31T23:00:00Z")).toBe("2026-02-31 23:00:00");
	expect(readTime("mdy", "31/02/2026")).toBe("2026-31-02 00:00:00");
});

test("every format says the same instant", () => {
	fc.assert(
		fc.property(fc.integer({ min: 946_656_000, max: 4_000_000_000 }), (seconds) => {
			const local = new Date((seconds + 8 * 3600) * 1000).toISOString();
			const [day, clock] = [local.slice(0, 10), local.slice(11, 19)];
			const [y, m, d] = day.split("-");
			const forms: [TimeFormat, string][] = [
				["iso", `${day} ${clock}`],
				["iso", new Date(seconds * 1000).toISOString()],
				["ymd", `${y}/${Number(m)}/${Number(d)} ${clock}`],
				["compact", `${y}${m}${d}${clock.replaceAll(":", "")}`],
				["dmy", `${d}/${m}/${y} ${clock}`],
				["mdy", `${m}/${d}/${y} ${clock}`],
				["unix", String(seconds)],
				["unix-ms", String(seconds * 1000)],
			];
			for (const [format, text] of forms) expect(readTime(format, text)).toBe(`${day} ${clock}`);
		}),
	);
});
