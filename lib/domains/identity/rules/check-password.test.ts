import { expect, test } from "vitest";
import { checkPassword, personalWords, ratePassword } from "./check-password";

test.each([
	["short1!", "PASSWORD_TOO_SHORT"],
	["a".repeat(200), "PASSWORD_TOO_LONG"],
	["abcdefghijk", "PASSWORD_TOO_SIMPLE"],
	["1212121212aa", "PASSWORD_TOO_SIMPLE"],
	["Password2026", "PASSWORD_TOO_COMMON"],
	["woaini13141", "PASSWORD_TOO_COMMON"],
	["1234567890a", "PASSWORD_TOO_COMMON"],
	["linxiao-2026-x", "PASSWORD_IS_PERSONAL"],
])("%s is refused: %s", (password, problem) => {
	expect(checkPassword(password, personalWords({ email: "linxiao@example.test" }))).toBe(problem);
});

test.each(["qing-ping-zhi-mo", "Gust7 over lake", "correcthorsebatterystaple", "风起于青萍之末2026加油"])(
	"%s is accepted",
	(password) => {
		expect(checkPassword(password)).toBeNull();
	},
);

test("length and variety raise the rating", () => {
	expect(ratePassword("tooshort")).toBe(0);
	expect(ratePassword("gale7ridge")).toBe(1);
	expect(ratePassword("Gale7-ridge-over-lake")).toBe(4);
});
