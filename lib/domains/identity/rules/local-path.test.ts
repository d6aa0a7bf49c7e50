import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each(["/partner", "/ops/applications?state=IN_REVIEW&page=2", "/account/sessions#here"])(
	"%s stays",
	(path) => {
		expect(localPath(path)).toBe(path);
	},
);

test.each([
	"https://evil.example/",
	"//evil.example",
	"/\\evil.example",
	"\\\\evil.example",
	"/\t/evil.example",
	"/\n//evil.example",
	"/./../..//evil.example",
	"/.//evil.example",
	"javascript:alert(1)",
	"partner",
	"",
	undefined,
	["/partner"],
])("%j is refused", (value) => {
	expect(localPath(value)).toBeNull();
});
