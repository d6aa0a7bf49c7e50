import { expect, test } from "vitest";
import { createInspection } from "@/lib/platform/files/rules/content-watch";
import { mediaTypeOf, normaliseFileName } from "@/lib/platform/files/rules/file-name";
import { planFiles } from "./files";
import { planDemo } from "./plan";

test("the demo's evidence would pass at the door, and a second plan is the same", () => {
	const plan = planDemo("2026-11-22");
	const files = planFiles(plan.applications);
	expect(files.length).toBeGreaterThan(60);
	expect(files.length).toBeLessThan(200);
	for (const file of files) {
		expect(normaliseFileName(file.name)).toBe(file.name);
		expect(mediaTypeOf(file.name)).toBe(file.mediaType);
		const inspection = createInspection(file.mediaType);
		inspection.push(file.bytes);
		expect(inspection.verdict()).toBeNull();
		const { submittedAt } = file.application;
		expect(submittedAt && file.createdAt < submittedAt).toBe(true);
	}
	expect(new Set(files.map((file) => file.storageKey)).size).toBe(files.length);
	expect(new Set(files.map((file) => `${file.application.id} ${file.slot} ${file.sha256}`)).size).toBe(
		files.length,
	);
	const again = planFiles(planDemo("2026-11-22").applications);
	expect(again.map((file) => file.sha256)).toEqual(files.map((file) => file.sha256));
});
